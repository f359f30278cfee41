import { type Clock, dayOf } from '@township-graph/shared/clock';
import { computeDeadline, type DeadlineRule } from '@township-graph/shared/deadline';
import { held } from '@township-graph/shared/held';
import { statedText, words } from '@township-graph/shared/stated-text';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { AppraisalResult } from '../result/result.entity';
import { AppraisalRound } from '../round/round.entity';
import type { ResultCorrecting } from './correction.commands';
import { CorrectionGround } from './correction.enums';
import { appliedTooLate, resultNotFound, wrongDayOfApplication } from './correction.errors';
import { correctionRefusal } from './correction.rules';
import type { CorrectionStated } from './correction-rows';

/** A result that the viewer may correct, and its round, which is held: one correction after the other, for the seats of the excellent are counted. */
export async function correctable(
  tx: EntityManager,
  viewer: Viewer,
  id: string,
  clock: Clock,
): Promise<{ readonly before: AppraisalResult; readonly round: AppraisalRound }> {
  const found = await tx.findOneBy(AppraisalResult, { id });
  const round =
    found && (await held(tx.createQueryBuilder(AppraisalRound, 'round')).where('round.id = :id', { id: found.roundId }).getOne());
  if (found?.id !== id || !round || !sees(viewer, round.divisionCode, clock)) throw resultNotFound();
  // As it is now that nobody else corrects anything of the round.
  const before = await tx.findOneByOrFail(AppraisalResult, { id });
  const refused = correctionRefusal(viewer, before);
  if (refused) throw refused;
  return { before, round };
}

/** Why it is corrected, as it is written down. */
export function statedBy(input: ResultCorrecting, before: AppraisalResult, review: DeadlineRule, now: Date): CorrectionStated {
  return {
    ground: input.ground,
    document: statedText('document', input.document, 100),
    reason: words('reason', input.reason, 2000),
    appliedOn: dayOfApplication(input, before, review, now),
    correctedAt: now,
  };
}

/** Of a review: within the time that the law gives, from the day on which the result was made known. */
function dayOfApplication(
  { ground, appliedOn = null }: ResultCorrecting,
  { confirmedAt }: AppraisalResult,
  review: DeadlineRule,
  now: Date,
): string | null {
  const isReview = ground === CorrectionGround.REVIEW;
  if (isReview !== (appliedOn !== null)) throw wrongDayOfApplication();
  if (appliedOn === null) return null;
  const start = dayOf(confirmedAt!);
  if (appliedOn < start || appliedOn > dayOf(now)) throw wrongDayOfApplication();
  const { dueOn } = computeDeadline({ ...review, start, now });
  if (appliedOn > dueOn) throw appliedTooLate(dueOn, review.basis);
  return appliedOn;
}
