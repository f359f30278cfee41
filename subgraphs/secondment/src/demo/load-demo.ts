import { insertAll } from '@township-graph/shared/insert-all';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { StaffMember } from '../staff-member/staff-member.entity';
import { demoStaff } from './demo-staff';

type Table = readonly [EntityTarget<ObjectLiteral>, readonly object[]];

/** Loads the staff of the demonstration, once; a second call does nothing. */
export async function loadDemo(
  { manager }: DataSource,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const staff = demoStaff();
  if (await manager.existsBy(StaffMember, { id: staff[0]!.id })) return;
  const tables: readonly Table[] = [[StaffMember, staff]];
  const total = tables.reduce((sum, [, rows]) => sum + rows.length, 0);
  let done = 0;
  await manager.transaction(async (tx) => {
    for (const [entity, rows] of tables)
      await insertAll(tx, entity, rows, (count) => {
        done += count;
        onProgress(done, total);
      });
  });
}
