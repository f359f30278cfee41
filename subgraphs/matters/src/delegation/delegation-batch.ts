import { takeTurn } from '@township-graph/shared/turn';
import type { EntityManager } from 'typeorm';
import { Delegation } from './delegation.entity';
import { DelegationState } from './delegation.enums';
import { batchNotOpen } from './delegation.errors';
import { DelegationTurn, turnOfBatches } from './delegation-turn';

/** The columns of a delegation that name its batch. */
type Batch = Pick<Delegation, 'batchNumber' | 'batchName'>;

/** Begins the county's next batch of the year (成熟一批、赋予一批). A draft that is dropped keeps its number, so that none is missing. */
export async function nextBatch(tx: EntityManager, divisionCode: string, year: string, batchName: string): Promise<Batch> {
  const serial = await takeTurn(tx, DelegationTurn, turnOfBatches(divisionCode, year));
  return { batchNumber: `${divisionCode}-${year}-${String(serial).padStart(2, '0')}`, batchName };
}

/** A batch of the county's that is still being prepared: none of it has been published. */
export async function openBatch(tx: EntityManager, divisionCode: string, batchNumber: string): Promise<Batch> {
  const others = await tx.findBy(Delegation, { divisionCode, batchNumber });
  const isOpen = others.some(({ state }) => state === DelegationState.DRAFT);
  if (!isOpen || others.some(({ state }) => state !== DelegationState.DRAFT && state !== DelegationState.WITHDRAWN))
    throw batchNotOpen(batchNumber);
  const { batchName, batchNumber: stored } = others[0]!;
  return { batchNumber: stored, batchName };
}
