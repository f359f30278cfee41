import { makeAcceptanceNumber } from '@township-graph/shared/acceptance-number';
import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';

/** How many acceptance numbers a matter has given out on a day. */
@Entity('acceptance_serial')
export class AcceptanceSerial {
  @PrimaryColumn({ type: 'varchar' })
  readonly implementationCode!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly day!: string;

  @Column({ type: 'int' })
  readonly lastSerial!: number;
}

/**
 * The next number. The row is held until the transaction ends, and rolled back with it, so that numbers have neither gaps
 * nor doubles. Two that open the same day at once: one of them gets a duplicate key, and its command runs again.
 */
export async function nextAcceptanceNumber(tx: EntityManager, implementationCode: string, day: string): Promise<string> {
  const { affected } = await tx.update(AcceptanceSerial, { implementationCode, day }, { lastSerial: () => 'lastSerial + 1' });
  if (affected === 0) await tx.insert(AcceptanceSerial, { implementationCode, day, lastSerial: 1 });
  const { lastSerial: serial } = await tx.findOneByOrFail(AcceptanceSerial, { implementationCode, day });
  return makeAcceptanceNumber({ implementationCode, day, serial });
}
