import { type EntityManager, In, IsNull } from 'typeorm';
import type { AppraisalResult } from '../result/result.entity';
import type { AppraisalRound } from '../round/round.entity';
import { adjustmentNotFound } from '../round/round.errors';
import { RoundAdjustment } from '../round/round-adjustment.entity';
import type { AppraisalScheme } from '../scheme/scheme.entity';
import { changeCard, checkedScores } from '../scorecard/card-change';
import { Scorecard } from '../scorecard/scorecard.entity';
import type { CorrectScores } from './correction.commands';
import { cardNotFound, tooManyCards } from './correction.errors';
import type { CorrectionStated } from './correction-rows';

const MOST_CARDS = 50;

/** The cards of this subject alone: what they were is kept, and the rater is told. */
export async function changeCards(
  tx: EntityManager,
  { id: roundId }: AppraisalRound,
  scheme: AppraisalScheme,
  { roundSubjectId }: AppraisalResult,
  { cards }: CorrectScores,
  { document, correctedAt: submittedAt }: CorrectionStated,
): Promise<Scorecard[]> {
  if (cards.length > MOST_CARDS) throw tooManyCards(MOST_CARDS);
  const changed: Scorecard[] = [];
  for (const { scorecardId, expectedVersion, scores } of cards) {
    const card = await tx.findOneBy(Scorecard, { id: scorecardId, roundId, roundSubjectId });
    if (card?.id !== scorecardId) throw cardNotFound();
    const change = { scores: checkedScores(scores, scheme), submittedAt, isLate: card.isLate, changeReason: `更正（${document}）` };
    changed.push(await changeCard(tx, card, expectedVersion, change));
  }
  return changed;
}

/** Bonuses, deductions and vetoes of this subject that should not have been: they stay on record, and count no more. */
export async function withdrawAdjustments(
  tx: EntityManager,
  { roundSubjectId }: AppraisalResult,
  ids: readonly string[],
  { document, correctedAt: withdrawnAt }: CorrectionStated,
): Promise<void> {
  if (ids.length === 0) return;
  const standing = { id: In([...ids]), roundSubjectId, withdrawnAt: IsNull() };
  const { affected } = await tx.update(RoundAdjustment, standing, { withdrawnAt, withdrawReason: `更正（${document}）` });
  if (affected !== new Set(ids).size) throw adjustmentNotFound();
}

/** The rater, and who holds the round, are told. */
export function cardChanged({ id, divisionCode, roundDivisionCode, roundId, version, isLate }: Scorecard) {
  const payload = { version, isLate, roundId };
  return { type: 'SCORECARD_CHANGED', subjectType: 'Scorecard', subjectId: id, divisionCode, concerns: [roundDivisionCode], payload };
}
