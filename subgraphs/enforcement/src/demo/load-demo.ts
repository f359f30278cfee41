import { demoId } from '@township-graph/shared/demo/demo-id';
import { insertAll } from '@township-graph/shared/insert-all';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { EnforcementPower } from '../power/power.entity';
import { demoPowers } from './demo-powers';

type Table = readonly [EntityTarget<ObjectLiteral>, readonly object[]];

/** Loads the catalogue of powers, once. */
export async function loadDemo(database: DataSource, onProgress: (done: number, total: number) => void = () => undefined): Promise<void> {
  const [first] = demoPowers();
  if (await database.manager.existsBy(EnforcementPower, { id: demoId(`enforcement-power:${first!.code}`) })) return;
  const tables: Table[] = [[EnforcementPower, demoPowers()]];
  const total = tables.reduce((sum, [, rows]) => sum + rows.length, 0);
  let done = 0;
  await database.manager.transaction(async (tx) => {
    for (const [entity, rows] of tables)
      await insertAll(tx, entity, rows, (count) => {
        done += count;
        onProgress(done, total);
      });
  });
}
