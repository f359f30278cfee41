import type { Deadline } from '../deadline';
import { SubgraphUnavailable } from './transport';

/** What putting the answer together takes after the last subgraph's. */
const ASSEMBLY_MS = 20;

/** The time that one call may take: the subgraph's own limit, or what is left of the request's. Throws when nothing is. */
export function callTimeMs(limitMs: number, deadline: Deadline): number {
  const left = deadline.remainingMs - ASSEMBLY_MS;
  if (left <= 0) throw new SubgraphUnavailable('TIMED_OUT', { mayHaveActed: false, verdict: 'unknown' });
  return Math.min(limitMs, left);
}

/** A call that ran out of its time. One that a hurried client cut short says nothing about the subgraph. */
export function timedOut(givenMs: number, limitMs: number): SubgraphUnavailable {
  return new SubgraphUnavailable('TIMED_OUT', { mayHaveActed: true, verdict: givenMs >= limitMs / 2 ? 'faulty' : 'unknown' });
}
