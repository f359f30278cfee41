import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { EntityManager } from 'typeorm';
import { DECISION_CLOCK } from './case.deadlines';
import type { EnforcementCase } from './case.entity';

/** Until when the case must be decided by its clock as it runs now, which the case keeps a copy of. */
export async function decideByNow(tx: EntityManager, deadlines: Deadlines, { id, decideBy }: EnforcementCase): Promise<Date | null> {
  const clocks = await deadlines.open(tx, id);
  return clocks.find(({ kind }) => kind === DECISION_CLOCK)?.dueAt ?? decideBy;
}
