import { insertAll } from '@township-graph/shared/insert-all';
import { staleVersion } from '@township-graph/shared/stale-version';
import type { EntityManager } from 'typeorm';
import type { AppraisalScheme } from '../scheme/scheme.entity';
import { IndicatorSource } from '../scheme/scheme.enums';
import { compared, exact, HUNDRED, ZERO } from '../scoring/exact';
import { type IndicatorScore, Scorecard } from './scorecard.entity';
import { wrongScores } from './scorecard.errors';
import { ScorecardRevision } from './scorecard-revision.entity';

type CardChange = Pick<Scorecard, 'scores' | 'submittedAt' | 'isLate' | 'changeReason'>;

/** The card as it is from now on; as it was, it is kept. */
export async function changeCard(
  tx: EntityManager,
  { id, version, scores, submittedAt, isLate, changeReason }: Scorecard,
  expectedVersion: number,
  change: CardChange,
): Promise<Scorecard> {
  const { affected } = await tx.update(Scorecard, { id, version: expectedVersion }, { ...change, version: version + 1 });
  if (affected !== 1) throw staleVersion(expectedVersion);
  await insertAll(tx, ScorecardRevision, [{ scorecardId: id, version, scores, submittedAt, isLate, changeReason }]);
  return tx.findOneByOrFail(Scorecard, { id });
}

const SCORE = /^\d{1,3}(\.\d{1,2})?$/;

/** One score of 0 to 100 for each indicator that raters score, in the order of the scheme. */
export function checkedScores(given: readonly IndicatorScore[], { indicators }: AppraisalScheme): IndicatorScore[] {
  const rated = indicators.filter(({ source }) => source === IndicatorSource.MANUAL).map(({ code }) => code);
  if (given.length !== rated.length) throw wrongScores(null);
  return rated.map((code) => {
    const found = given.filter(({ indicator }) => indicator === code);
    const [one] = found;
    const isSound =
      found.length === 1 && SCORE.test(one!.score) && compared(exact(one!.score), ZERO) >= 0 && compared(exact(one!.score), HUNDRED) <= 0;
    if (!isSound) throw wrongScores(code);
    return { indicator: code, score: one!.score };
  });
}
