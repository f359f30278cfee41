import { type EntityManager, In } from 'typeorm';
import { AppraisalResult } from '../result/result.entity';
import { resultsOf } from '../result/result-publicity';
import { resultRowsOf } from '../result/result-rows';
import type { Scored } from '../result/round-scoring';
import { seatsLeft } from '../result/seats';
import type { AppraisalRound } from '../round/round.entity';
import type { AppraisalScheme } from '../scheme/scheme.entity';
import { levelOf } from '../scoring/scoring';
import type { CorrectScores } from './correction.commands';
import { ResultCorrection } from './correction.entity';
import { seatsRefused } from './correction.errors';
import { regraded, type Standing } from './regrade';

/** Results before and after a correction, the best first. */
export type Changed = readonly (readonly [before: AppraisalResult, after: AppraisalResult])[];

/** Every result of the round that is another now, the best first. */
export async function carriedThrough(
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

/** Whose grade was set by a decision, and not by a calculation since. */
async function decidedOf(tx: EntityManager, resultIds: readonly string[]): Promise<ReadonlySet<string>> {
  const corrections = await tx.find(ResultCorrection, { where: { resultId: In([...resultIds]) }, order: { version: 'ASC' } });
  const latest = new Map(corrections.filter(setsGrade).map((each) => [each.resultId, each]));
  return new Set([...latest.values()].filter(({ calculation }) => calculation === null).map(({ resultId }) => resultId));
}

const setsGrade = ({ fromLevel, toLevel, isConsequence }: ResultCorrection): boolean => fromLevel !== toLevel || !isConsequence;

const isOther = (was: AppraisalResult, is: AppraisalResult): boolean =>
  was.scoreHundredths !== is.scoreHundredths || was.rank !== is.rank || was.level !== is.level || was.isVetoed !== is.isVetoed;
