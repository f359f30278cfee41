import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { computeDeadline } from '@township-graph/shared/deadline';
import { held } from '@township-graph/shared/held';
import { insertAll } from '@township-graph/shared/insert-all';
import { staleVersion } from '@township-graph/shared/stale-version';
import { statedText, words } from '@township-graph/shared/stated-text';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { annualResult } from '../result/annual-result';
import { AppraisalResult } from '../result/result.entity';
import { concernedBy, eventOf } from '../result/result-publicity';
import { seatsLeft } from '../result/seats';
import { AppraisalRound } from '../round/round.entity';
import { SchemeKind } from '../scheme/scheme.enums';
import { gradeOf, type Level } from '../scoring/grade';
import type { AssessmentSettings } from '../settings';
import { ResultCorrection } from './correction.entity';
import { CorrectionGround } from './correction.enums';
import { appliedTooLate, quotaFull, resultNotFound, wrongDayOfApplication } from './correction.errors';
import { checkChange, correctionRefusal, type GivenGrade, levelGiven } from './correction.rules';

export interface CorrectResult extends GivenGrade {
  readonly idempotencyKey?: string | null;
  readonly resultId: string;
  readonly expectedVersion: number;
  readonly ground: CorrectionGround;
  readonly document: string;
  readonly reason: string;
  readonly appliedOn?: string | null;
}

/** Corrects the grade of a confirmed result: what it was is kept, and who followed it is told once. Score and rank stay as they were computed. */
export class CorrectionService {
  constructor(
    private readonly commands: Commands,
    private readonly settings: AssessmentSettings,
    private readonly clock: Clock,
    private readonly manager: EntityManager,
  ) {}

  correctResult(context: RequestContext, input: CorrectResult): Promise<AppraisalResult> {
    const result = rowResult(this.manager, AppraisalResult);
    const work = (tx: EntityManager) => this.corrected(tx, context, input);
    return this.commands.run(context, { name: 'correctResult', needs: 'assessment:manage', input, result, work });
  }

  private async corrected(tx: EntityManager, { viewer }: RequestContext, input: CorrectResult): Promise<Done<AppraisalResult>> {
    const { resultId, expectedVersion, ground } = input;
    const before = await tx.findOneBy(AppraisalResult, { id: resultId });
    // One correction after the other: the seats of the excellent are counted.
    const round =
      before && (await held(tx.createQueryBuilder(AppraisalRound, 'round')).where('round.id = :id', { id: before.roundId }).getOne());
    if (before?.id !== resultId || !round || !sees(viewer, round.divisionCode, this.clock)) throw resultNotFound();
    const refused = correctionRefusal(viewer, before);
    if (refused) throw refused;
    const [fromLevel, toLevel] = [before.level!, levelGiven(input, before.gradeScale)];
    checkChange(fromLevel, toLevel, ground);
    const appliedOn = this.dayOfApplication(input, before);
    if (toLevel === 1) await refuseBeyondQuota(tx, round);
    const correctedAt = this.clock();
    const version = before.version + 1;
    const change = { level: toLevel, isVetoed: before.isVetoed && toLevel === 4, version };
    const { affected } = await tx.update(AppraisalResult, { id: resultId, version: expectedVersion }, change);
    if (affected !== 1) throw staleVersion(expectedVersion);
    const { divisionCode, gradeScale } = before;
    const correction = {
      id: uuid(),
      resultId,
      divisionCode,
      roundDivisionCode: round.divisionCode,
      version,
      gradeScale,
      fromLevel,
      toLevel,
      ground,
      document: statedText('document', input.document, 100),
      reason: words('reason', input.reason, 2000),
      appliedOn,
      correctedAt,
    };
    await insertAll(tx, ResultCorrection, [correction]);
    const after = await tx.findOneByOrFail(AppraisalResult, { id: resultId });
    return { result: after, on: [{ type: 'AppraisalResult', id: resultId, divisionCode }], events: told(after, round, fromLevel) };
  }

  /** Of a review: within the time that the law gives, from the day on which the result was made known. */
  private dayOfApplication({ ground, appliedOn = null }: CorrectResult, { confirmedAt }: AppraisalResult): string | null {
    const isReview = ground === CorrectionGround.REVIEW;
    if (isReview !== (appliedOn !== null)) throw wrongDayOfApplication();
    if (appliedOn === null) return null;
    const now = this.clock();
    const start = dayOf(confirmedAt!);
    if (appliedOn < start || appliedOn > dayOf(now)) throw wrongDayOfApplication();
    const { dueOn } = computeDeadline({ ...this.settings.review, start, now });
    if (appliedOn > dueOn) throw appliedTooLate(dueOn, this.settings.review.basis);
    return appliedOn;
  }
}

async function refuseBeyondQuota(tx: EntityManager, round: AppraisalRound): Promise<void> {
  const left = await seatsLeft(tx, round);
  if (left !== null && left.free < 1) throw quotaFull(left.seats);
}

/** To all that read the result; and what a year came to for a person is told again, as a correction, to who acts on it. */
function told(result: AppraisalResult, round: AppraisalRound, fromLevel: Level) {
  const { version, gradeScale } = result;
  const corrected = { ...eventOf(result, 'RESULT_CORRECTED', { version }), concerns: concernedBy(result, round) };
  if (round.kind !== SchemeKind.ANNUAL_STAFF) return [corrected];
  const again = { ...annualResult(result), was: gradeOf(gradeScale, fromLevel), version };
  return [corrected, eventOf(result, 'ANNUAL_RESULT_CORRECTED', again)];
}
