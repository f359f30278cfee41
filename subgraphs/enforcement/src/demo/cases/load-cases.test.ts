import { beginDemoLoad, findDemoLoad } from '@township-graph/shared/demo/demo-load';
import { ENGINES, freshDatabase } from '@township-graph/shared/testing/database';
import type { DataSource } from 'typeorm';
import { ENFORCEMENT_SCHEMA } from '../../database';
import { EnforcementTurn } from '../../turns';
import { loadDemo } from '../load-demo';
import type { PlannedCase } from './case-plan';
import { stepsTaken } from './case-steps';
import { loadCases } from './load-cases';
import { caseFiles } from './testing/case-book';
import type { Turn } from './turns';
import { workplaces } from './workplace';

const NOW = new Date('2026-11-26T02:00:00Z');
const LOAD = 'test-cases';
const TURNS: readonly Turn[] = ['ON_THE_SPOT', 'HEARING', 'PRESERVED', 'PAID_LATE'];
const PLAN = TURNS.map(
  (turn, serial): PlannedCase => ({
    key: `test:${serial}`,
    at: 'LANKAO',
    isFrequent: true,
    serial,
    place: serial % 2,
    day: '2023-03-01',
    turn,
    grade: 1,
  }),
);

/** All that was written of cases; of identifiers, which each load makes anew, only whether they are the same. */
async function contents({ manager }: DataSource): Promise<string> {
  const known = new Map<string, string>();
  const rows = [await caseFiles(manager), await manager.find(EnforcementTurn, { order: { name: 'ASC' } })];
  return JSON.stringify(rows, null, 1).replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
    if (!known.has(id)) known.set(id, `id ${known.size}`);
    return known.get(id)!;
  });
}

describe.each(ENGINES)('loading cases on %s', (engine) => {
  test('cut off, it goes on where it stopped, and the rows are those of a load in one go', async () => {
    const opened = [await freshDatabase(engine, ENFORCEMENT_SCHEMA), await freshDatabase(engine, ENFORCEMENT_SCHEMA)] as const;
    const [whole, cut] = [opened[0].database, opened[1].database];
    for (const { manager } of [whole, cut]) {
      await loadDemo(manager.connection, undefined, { scale: 0, clock: () => NOW });
      await beginDemoLoad(manager, LOAD, { beside: EnforcementTurn, scale: 1, now: NOW });
    }
    const goOn = async (database: DataSource, onTaken: (steps: number) => void) => {
      const load = (await findDemoLoad(database.manager, LOAD))!;
      const steps = stepsTaken(PLAN, await workplaces(database.manager, load.now), load.now);
      await loadCases(database, load, steps, onTaken, 9);
      return steps.length;
    };
    const taken: number[] = [];
    const steps = await goOn(whole, (count) => taken.push(count));
    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(steps);

    let left = 2;
    const cutOff = goOn(cut, () => {
      left -= 1;
      if (left === 0) throw new Error('cut off');
    });
    await expect(cutOff).rejects.toThrow('cut off');
    expect((await findDemoLoad(cut.manager, LOAD))!.done).toBe(18);
    await goOn(cut, () => undefined);
    expect(await contents(cut)).toBe(await contents(whole));

    const again: number[] = [];
    await goOn(cut, (count) => again.push(count));
    expect(again).toEqual([]);
    await expect(findDemoLoad(cut.manager, LOAD, 0.5)).rejects.toThrow('scale 1, not 0.5');
    await Promise.all(opened.map((each) => each.close()));
  }, 60_000);
});
