import type { EntityManager } from 'typeorm';
import type { Remedy } from '../remedy/remedy.entity';
import { CaseDecision } from './case-decision.entity';

/** All decisions of a case, oldest first, for ids are made in order of time: before the last lie those that were revoked to be made anew. */
export const decisionsOf = (tx: EntityManager, caseId: string): Promise<CaseDecision[]> =>
  tx.find(CaseDecision, { where: { caseId }, order: { id: 'ASC' } });

export async function lastDecision(tx: EntityManager, caseId: string): Promise<CaseDecision | null> {
  const [last] = await tx.find(CaseDecision, { where: { caseId }, order: { id: 'DESC' }, take: 1 });
  return last ?? null;
}

/** The last decision of a case that was decided. */
export async function decisionOf(tx: EntityManager, caseId: string): Promise<CaseDecision> {
  return (await lastDecision(tx, caseId))!;
}

/** Reviews and lawsuits against this decision, and not against one before it or after. */
export function remediesAgainst<R extends Pick<Remedy, 'id'>>(
  { id }: Pick<CaseDecision, 'id'>,
  decisions: readonly Pick<CaseDecision, 'id'>[],
  remedies: readonly R[],
): R[] {
  const at = decisions.findIndex((each) => each.id === id);
  const next = decisions[at + 1]?.id;
  return remedies.filter((remedy) => (at === 0 || remedy.id > id) && (next === undefined || remedy.id < next));
}
