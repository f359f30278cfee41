import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';

/** The queue of one service point on one day, as a row that those who move it pass by one after the other. */
@Entity('queue_hold')
export class QueueHold {
  @PrimaryColumn({ type: 'varchar' })
  readonly servicePointId!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly day!: string;

  @Column({ type: 'int' })
  readonly moves!: number;
}

/**
 * Holds the queue until the transaction ends, and numbers the move: what is read of its tickets after this, nobody else
 * changes. The first statement of a command on a queue, so that all take their locks in one order. An update, for SQLite
 * has no FOR UPDATE; of two that open the day's queue at once, the key lets one through and the other looks again.
 */
export async function holdQueue(tx: EntityManager, servicePointId: string, day: string): Promise<number> {
  const key = { servicePointId, day };
  const { affected } = await tx
    .createQueryBuilder()
    .update(QueueHold)
    .set({ moves: () => 'moves + 1' })
    .where(key)
    .execute();
  if (affected === 0) await tx.insert(QueueHold, { ...key, moves: 1 });
  const { moves } = await tx.findOneByOrFail(QueueHold, key);
  return moves;
}
