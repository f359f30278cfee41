import type { Clock } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { type Course, together } from '@township-graph/shared/course/course';
import { insertAll } from '@township-graph/shared/insert-all';
import { staleVersion } from '@township-graph/shared/stale-version';
import type { EntityManager } from 'typeorm';
import { mutualEvaluations } from '../result/mutual-evaluations';
import { AppraisalResult } from '../result/result.entity';
import { scoreRound } from '../result/round-scoring';
import type { AppraisalRound } from '../round/round.entity';
import { RoundAction } from '../round/round.enums';
import type { RoundStanding } from '../round/round.machine';
import { RoundEvidence } from '../round/round-evidence.entity';
import { AppraisalScheme } from '../scheme/scheme.entity';
import type { AssessmentSettings } from '../settings';
import { type Changed, carriedThrough } from './carry-through';
import { correctable, statedBy } from './correctable';
import { cardChanged, changeCards, withdrawAdjustments } from './corrected-cards';
import type { CorrectScores } from './correction.commands';
import { ResultCorrection } from './correction.entity';
import { CorrectionGround } from './correction.enums';
import { nothingCorrected, worseForApplying } from './correction.errors';
import { correctionEvents } from './correction-events';
import { type CorrectionStated, correctionRow } from './correction-rows';

/** What is said to subjects whose rank or grade follows from the correction of another's result: nothing about that one. */
const FOLLOWS = '同轮次其他考核对象的得分经更正，名次、等次重新排定';

/** Corrects what a confirmed result was scored from, and carries it through: score, ranks of the round, seats of the excellent. */
export class ScoreCorrectionService {
  constructor(
    private readonly commands: Commands,
    private readonly rounds: Course<AppraisalRound, RoundAction, 'OPEN', RoundStanding>,
    private readonly settings: AssessmentSettings,
    private readonly clock: Clock,
    private readonly manager: EntityManager,
  ) {}

  correctScores(context: RequestContext, input: CorrectScores): Promise<AppraisalResult> {
    const result = rowResult(this.manager, AppraisalResult);
    const work = (tx: EntityManager) => this.corrected(tx, context, input);
    return this.commands.run(context, { name: 'correctScores', needs: 'assessment:manage', input, result, work });
  }

  private async corrected(tx: EntityManager, context: RequestContext, input: CorrectScores): Promise<Done<AppraisalResult>> {
    const { before, round } = await correctable(tx, context.viewer, input.resultId, this.clock);
    if (before.version !== input.expectedVersion) throw staleVersion(input.expectedVersion);
    const stated = statedBy(input, before, this.settings.review, this.clock());
    const scheme = await tx.findOneByOrFail(AppraisalScheme, { id: round.schemeId });
    const cards = await changeCards(tx, round, scheme, before, input, stated);
    await withdrawAdjustments(tx, before, input.withdrawnAdjustmentIds ?? [], stated);
    const scored = await scoreRound(tx, round, scheme, await lastEvidence(tx, round), stated.correctedAt);
    const changed = await carriedThrough(tx, round, scheme, scored, input);
    const own = changed.find(([{ id }]) => id === before.id);
    if (!own) throw nothingCorrected();
    if (input.ground !== CorrectionGround.ERROR && isWorse(...own)) throw worseForApplying();
    await this.keep(tx, round, changed, before.id, scored.number, stated);
    const change = { calculationCount: scored.number };
    const moved = await this.rounds.move(tx, context, round, RoundAction.CORRECT, change, `${stated.document}：第 ${scored.number} 次计算`);
    const evaluations = await mutualEvaluations(tx, round, [own[1]], 'MUTUAL_EVALUATION_CORRECTED');
    const events = [...changed.flatMap(([was, is]) => correctionEvents(is, was, round)), ...evaluations];
    const on = changed.map(([, { id, divisionCode }]) => ({ type: 'AppraisalResult', id, divisionCode }));
    return together({ result: own[1], on, events: [...events, ...cards.map(cardChanged)] }, [moved]);
  }

  private async keep(
    tx: EntityManager,
    round: AppraisalRound,
    changed: Changed,
    ownId: string,
    calculation: number,
    stated: CorrectionStated,
  ): Promise<void> {
    for (const [{ id }, { scoreHundredths, rank, rankOrder, parts, missing, bonus, deductions, isVetoed, level, version }] of changed)
      await tx.update(
        AppraisalResult,
        { id },
        { scoreHundredths, rank, rankOrder, parts, missing, bonus, deductions, isVetoed, level, version },
      );
    const followed = { ...stated, reason: FOLLOWS, appliedOn: null };
    const rows = changed.map(([was, is]) => {
      const isConsequence = is.id !== ownId;
      return correctionRow(is, was, round, isConsequence ? followed : stated, { calculation, isConsequence });
    });
    await insertAll(tx, ResultCorrection, rows);
  }
}

/** What the graph answered when the round was calculated: a correction asks nothing anew. */
async function lastEvidence(tx: EntityManager, { id: roundId }: AppraisalRound): Promise<RoundEvidence[]> {
  const [last] = await tx.find(RoundEvidence, { where: { roundId }, order: { calculation: 'DESC' }, take: 1 });
  return last ? tx.findBy(RoundEvidence, { roundId, calculation: last.calculation }) : [];
}

const isWorse = (was: AppraisalResult, is: AppraisalResult): boolean =>
  is.scoreHundredths! < was.scoreHundredths! || is.level! > was.level!;
