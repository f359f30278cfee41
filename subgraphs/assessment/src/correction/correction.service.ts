import type { Clock } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { staleVersion } from '@township-graph/shared/stale-version';
import type { EntityManager } from 'typeorm';
import { AppraisalResult } from '../result/result.entity';
import { seatsLeft } from '../result/seats';
import type { AppraisalRound } from '../round/round.entity';
import type { AssessmentSettings } from '../settings';
import { correctable, statedBy } from './correctable';
import type { CorrectResult } from './correction.commands';
import { ResultCorrection } from './correction.entity';
import { quotaFull } from './correction.errors';
import { checkChange, levelGiven } from './correction.rules';
import { correctionEvents } from './correction-events';
import { correctionRow } from './correction-rows';

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
    const { before, round } = await correctable(tx, viewer, resultId, this.clock);
    const [fromLevel, toLevel] = [before.level!, levelGiven(input, before.gradeScale)];
    checkChange(fromLevel, toLevel, ground);
    const stated = statedBy(input, before, this.settings.review, this.clock());
    if (toLevel === 1) await refuseBeyondQuota(tx, round);
    const version = before.version + 1;
    const change = { level: toLevel, isVetoed: before.isVetoed && toLevel === 4, version };
    const { affected } = await tx.update(AppraisalResult, { id: resultId, version: expectedVersion }, change);
    if (affected !== 1) throw staleVersion(expectedVersion);
    const after = await tx.findOneByOrFail(AppraisalResult, { id: resultId });
    await insertAll(tx, ResultCorrection, [correctionRow(after, before, round, stated)]);
    const on = [{ type: 'AppraisalResult', id: resultId, divisionCode: before.divisionCode }];
    return { result: after, on, events: correctionEvents(after, before, round) };
  }
}

async function refuseBeyondQuota(tx: EntityManager, round: AppraisalRound): Promise<void> {
  const left = await seatsLeft(tx, round);
  if (left !== null && left.free < 1) throw quotaFull(left.seats);
}
