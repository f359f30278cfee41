import type { EntityManager } from 'typeorm';
import type { AppraisalRound } from '../round/round.entity';
import { AppraisalScheme } from '../scheme/scheme.entity';
import { seatsOf } from '../scoring/scoring';
import { AppraisalResult } from './result.entity';

/** How many of a round may be excellent, and how many of those seats are free; null where there may be any number. */
export async function seatsLeft(
  tx: EntityManager,
  { id: roundId, schemeId }: AppraisalRound,
): Promise<{ readonly seats: number; readonly free: number } | null> {
  const { quotaPercent } = await tx.findOneByOrFail(AppraisalScheme, { id: schemeId });
  if (quotaPercent === null) return null;
  const results = await tx.findBy(AppraisalResult, { roundId });
  const seats = seatsOf(quotaPercent, results.filter(({ scoreHundredths }) => scoreHundredths !== null).length);
  return { seats, free: seats - results.filter(({ level }) => level === 1).length };
}
