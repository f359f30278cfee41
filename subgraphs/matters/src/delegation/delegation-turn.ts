import { isSqlite } from '@township-graph/shared/database';
import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';

const TABLE = 'delegation_turn';

/** What can be decided by one transaction at a time only; whoever takes its turn holds the row until its end. */
@Entity(TABLE)
export class DelegationTurn {
  @PrimaryColumn({ type: 'varchar' })
  readonly name!: string;

  @Column({ type: 'int' })
  readonly taken!: number;
}

/** Which township carries which item in which days: a range of days is no unique index, so one decides after the other. */
export const turnOfItem = (divisionCode: string, basicCode: string) => `item:${divisionCode}:${basicCode}`;

/** The batches of a county in a year. */
export const turnOfBatches = (divisionCode: string, year: string) => `batch:${divisionCode}:${year}`;

/**
 * Takes the turn and says which it is, from 1. Rolled back with its transaction, so that what is numbered by it has neither
 * gaps nor doubles. On the way out of here all that others had committed before can be read.
 */
export async function takeTurn(tx: EntityManager, name: string): Promise<number> {
  const again = isSqlite(tx.connection) ? 'ON CONFLICT (name) DO UPDATE SET' : 'ON DUPLICATE KEY UPDATE';
  await tx.query(`INSERT INTO ${TABLE} (name, taken) VALUES (?, 1) ${again} taken = taken + 1`, [name]);
  return (await tx.findOneByOrFail(DelegationTurn, { name })).taken;
}
