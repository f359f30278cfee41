import { Column, type EntityManager, type EntityTarget, PrimaryColumn } from 'typeorm';
import { isSqlite } from './database';

/** What can be decided by one transaction at a time only; whoever takes its turn holds the row until its end. A subgraph has a table of them. */
export abstract class Turn {
  @PrimaryColumn({ type: 'varchar' })
  readonly name!: string;

  @Column({ type: 'int' })
  readonly taken!: number;
}

/**
 * Takes the turn and says which it is, from 1. Rolled back with its transaction, so that what is numbered by it has neither
 * gaps nor doubles. On the way out of here all that others had committed before can be read.
 */
export async function takeTurn(tx: EntityManager, turns: EntityTarget<Turn>, name: string): Promise<number> {
  await holdTurns(tx, turns, [name]);
  return (await tx.findOneByOrFail(turns, { name })).taken;
}

/** Takes many turns at once, in an order that all keep to. */
export async function holdTurns(tx: EntityManager, turns: EntityTarget<Turn>, names: readonly string[]): Promise<void> {
  const { tableName } = tx.connection.getMetadata(turns);
  const again = isSqlite(tx.connection) ? 'ON CONFLICT (name) DO UPDATE SET' : 'ON DUPLICATE KEY UPDATE';
  const rows = names.map(() => '(?, 1)').join(', ');
  await tx.query(`INSERT INTO ${tableName} (name, taken) VALUES ${rows} ${again} taken = taken + 1`, [...names].sort());
}
