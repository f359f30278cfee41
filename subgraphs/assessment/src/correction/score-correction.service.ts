import type { Clock } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { type Course, together } from '@township-graph/shared/course/course';
import { insertAll } from '@township-graph/shared/insert-all';
import { staleVersion } from '@township-graph/shared/stale-version';
import { statedText, words } from '@township-graph/shared/stated-text';
import { type EntityManager, In, IsNull } from 'typeorm';
import { mutualEvaluations } from '../result/mutual-evaluations';
import { AppraisalResult } from '../result/result.entity';
import { resultsOf } from '../result/result-publicity';
import { resultRowsOf } from '../result/result-rows';
import { type Scored, scoreRound } from '../result/round-scoring';
import { seatsLeft } from '../result/seats';
import type { AppraisalRound } from '../round/round.entity';
import { RoundAction } from '../round/round.enums';
import { adjustmentNotFound } from '../round/round.errors';
import type { RoundStanding } from '../round/round.machine';
import { RoundAdjustment } from '../round/round-adjustment.entity';
import { RoundEvidence } from '../round/round-evidence.entity';
import { AppraisalScheme } from '../scheme/scheme.entity';
import { changeCard, checkedScores } from '../scorecard/card-change';
import { type IndicatorScore, Scorecard } from '../scorecard/scorecard.entity';
import { levelOf } from '../scoring/scoring';
import type { AssessmentSettings } from '../settings';
import { correctable, dayOfApplication } from './correctable';
import { ResultCorrection } from './correction.entity';
import { CorrectionGround } from './correction.enums';
import { cardNotFound, nothingCorrected, seatsRefused, tooManyCards, worseForApplying } from './correction.errors';
import { correctionEvents } from './correction-events';
import { type CorrectionStated, correctionRow } from './correction-rows';
import { regraded, type Standing } from './regrade';

export interface CorrectedCard {
  readonly scorecardId: string;
  readonly expectedVersion: number;
  readonly scores: readonly IndicatorScore[];
}

export interface CorrectScores {
  readonly idempotencyKey?: string | null;
  readonly resultId: string;
  readonly expectedVersion: number;
  readonly cards: readonly CorrectedCard[];
  readonly withdrawnAdjustmentIds?: readonly string[] | null;
  readonly ground: CorrectionGround;
  readonly document: string;
  readonly reason: string;
  readonly appliedOn?: string | null;
  readonly displacedResultIds?: readonly string[] | null;
  readonly chosenResultIds?: readonly string[] | null;
}

const MOST_CARDS = 50;

type Changed = readonly (readonly [before: AppraisalResult, after: AppraisalResult])[];

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
    const stated: CorrectionStated = {
      ground: input.ground,
      document: statedText('document', input.document, 100),
      reason: words('reason', input.reason, 2000),
      appliedOn: dayOfApplication(input, before, this.settings.review, this.clock()),
      correctedAt: this.clock(),
    };
    const scheme = await tx.findOneByOrFail(AppraisalScheme, { id: round.schemeId });
    if (input.cards.length > MOST_CARDS) throw tooManyCards(MOST_CARDS);
    const cards = await this.changeCards(tx, round, scheme, before, input, stated);
    await this.withdrawAdjustments(tx, before, input.withdrawnAdjustmentIds ?? [], stated);
    const scored = await scoreRound(tx, round, scheme, await lastEvidence(tx, round), stated.correctedAt);
    const changed = await this.carriedThrough(tx, round, scheme, scored, input);
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

  /** The cards of this subject alone: what they were is kept, and the rater is told. */
  private async changeCards(
    tx: EntityManager,
    { id: roundId }: AppraisalRound,
    scheme: AppraisalScheme,
    { roundSubjectId }: AppraisalResult,
    { cards }: CorrectScores,
    { document, correctedAt: submittedAt }: CorrectionStated,
  ): Promise<Scorecard[]> {
    const changed: Scorecard[] = [];
    for (const { scorecardId, expectedVersion, scores } of cards) {
      const card = await tx.findOneBy(Scorecard, { id: scorecardId, roundId, roundSubjectId });
      if (card?.id !== scorecardId) throw cardNotFound();
      const change = { scores: checkedScores(scores, scheme), submittedAt, isLate: card.isLate, changeReason: `更正（${document}）` };
      changed.push(await changeCard(tx, card, expectedVersion, change));
    }
    return changed;
  }

  private async withdrawAdjustments(
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

  /** Every result of the round that is another now, the best first. */
  private async carriedThrough(
    tx: EntityManager,
    round: AppraisalRound,
    scheme: AppraisalScheme,
    { subjects, outcomes }: Scored,
    input: CorrectScores,
  ): Promise<Changed> {
    const results = await resultsOf(tx, round);
    const idOf = new Map(results.map(({ id, roundSubjectId }) => [roundSubjectId, id]));
    const rows = resultRowsOf(round, scheme, subjects, outcomes, (subjectId) => idOf.get(subjectId)!);
    const computed = new Map(rows.map((row) => [row.id, row]));
    const decided = await decidedOf(tx, [...computed.keys()]);
    const cutOffs = [scheme.cutOffs.first, scheme.cutOffs.second, scheme.cutOffs.third] as const;
    const scores = new Map(outcomes.map((outcome) => [outcome.subjectId, outcome]));
    const standings = results.map((before): Standing => {
      const { score, isVetoed } = scores.get(before.roundSubjectId)!;
      const earned = score === null ? null : isVetoed ? 4 : levelOf(score, { cutOffs });
      const points = computed.get(before.id)!.scoreHundredths;
      const isDecided = decided.has(before.id);
      // A veto that a decision has lifted stands lifted.
      const isCorrected = points !== before.scoreHundredths || (isVetoed !== before.isVetoed && !isDecided);
      return { id: before.id, points, earned, level: before.level, isCorrected, isDecided };
    });
    const seats = (await seatsLeft(tx, round))?.seats ?? null;
    const [displaced, chosen] = [new Set(input.displacedResultIds ?? []), new Set(input.chosenResultIds ?? [])];
    const graded = regraded(standings, { seats, displaced, chosen });
    if ('refused' in graded) throw seatsRefused(graded);
    const after = results.map((before): readonly [AppraisalResult, AppraisalResult] => {
      const { scoreHundredths, rank, rankOrder, parts, missing, bonus, deductions, ...row } = computed.get(before.id)!;
      const isLifted = decided.has(before.id) && scoreHundredths === before.scoreHundredths;
      const isVetoed = isLifted ? before.isVetoed : row.isVetoed;
      const level = graded.levels.get(before.id)!;
      const values = { scoreHundredths, rank, rankOrder, parts, missing, bonus, deductions, isVetoed, level };
      return [before, Object.assign(new AppraisalResult(), before, values, { version: before.version + 1 })];
    });
    return after.filter(([was, is]) => isOther(was, is)).toSorted(([, a], [, b]) => a.rankOrder - b.rankOrder);
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

/** Whose grade was set by a decision, and not by a calculation since. */
async function decidedOf(tx: EntityManager, resultIds: readonly string[]): Promise<ReadonlySet<string>> {
  const corrections = await tx.find(ResultCorrection, { where: { resultId: In([...resultIds]) }, order: { version: 'ASC' } });
  const latest = new Map(corrections.filter(changesGrade).map((each) => [each.resultId, each]));
  return new Set([...latest.values()].filter(({ calculation }) => calculation === null).map(({ resultId }) => resultId));
}

const changesGrade = ({ fromLevel, toLevel, isConsequence }: ResultCorrection): boolean => fromLevel !== toLevel || !isConsequence;

const isOther = (was: AppraisalResult, is: AppraisalResult): boolean =>
  was.scoreHundredths !== is.scoreHundredths || was.rank !== is.rank || was.level !== is.level || was.isVetoed !== is.isVetoed;

const isWorse = (was: AppraisalResult, is: AppraisalResult): boolean =>
  is.scoreHundredths! < was.scoreHundredths! || is.level! > was.level!;

function cardChanged({ id, divisionCode, roundDivisionCode, roundId, version, isLate }: Scorecard) {
  const payload = { version, isLate, roundId };
  return { type: 'SCORECARD_CHANGED', subjectType: 'Scorecard', subjectId: id, divisionCode, concerns: [roundDivisionCode], payload };
}
