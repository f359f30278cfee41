import { ImportCheckpoint } from '@township-graph/shared/import-checkpoint';
import { ENGINES, freshDatabase } from '@township-graph/shared/testing/database';
import type { DataSource } from 'typeorm';
import { AcceptanceSerial, nextAcceptanceNumber } from '../../application/acceptance-serial';
import { Application } from '../../application/application.entity';
import { MATTERS_SCHEMA } from '../../database';
import { loadDemo } from '../load-demo';

/** Enough for two transactions. */
const SCALE = 0.005;
const NOW = () => new Date('2026-11-26T02:00:00Z');
const LATER = () => new Date('2026-12-15T02:00:00Z');

/** The tables that applications fill, whole. */
async function contents({ manager }: DataSource): Promise<unknown[]> {
  const tables = ['application', 'acceptance_serial', 'timeline_entry', 'case_deadline', 'application_rating'];
  const rows = [];
  for (const table of tables) rows.push(await manager.query(`SELECT * FROM ${table} ORDER BY 1, 2`));
  return rows;
}

describe.each(ENGINES)('loading applications on %s', (engine) => {
  test('cut off, it goes on where it stopped, days later too, and the rows are those of a load in one go', async () => {
    const [whole, cut] = [await freshDatabase(engine, MATTERS_SCHEMA), await freshDatabase(engine, MATTERS_SCHEMA)];
    await loadDemo(whole.database, undefined, { scale: SCALE, clock: NOW });
    const cutOff = loadDemo(
      cut.database,
      (done, total) => {
        if (total - done < 600) throw new Error('cut off');
      },
      { scale: SCALE, clock: NOW },
    );
    await expect(cutOff).rejects.toThrow('cut off');
    const left = await cut.database.manager.count(Application);
    await loadDemo(cut.database, undefined, { clock: LATER });
    expect(left).toBeLessThan(await cut.database.manager.count(Application));
    expect(await contents(cut.database)).toEqual(await contents(whole.database));

    await loadDemo(cut.database, undefined, { scale: SCALE, clock: LATER });
    await expect(loadDemo(cut.database, undefined, { scale: 1, clock: LATER })).rejects.toThrow('scale 0.005, not 1');

    const { implementationCode, day, lastSerial } = await whole.database.manager.findOneOrFail(AcceptanceSerial, {
      where: {},
      order: { day: 'DESC' },
    });
    const number = await nextAcceptanceNumber(whole.database.manager, implementationCode, day);
    expect(Number(number.slice(-4))).toBe(lastSerial + 1);
    // Applications that are not ours, for all that is known: ours would take their numbers.
    const before = await cut.database.manager.count(Application);
    await cut.database.manager.clear(ImportCheckpoint);
    await loadDemo(cut.database, undefined, { scale: SCALE, clock: LATER });
    expect(await cut.database.manager.count(Application)).toBe(before);
    await Promise.all([whole.close(), cut.close()]);
  }, 300_000);
});
