import { dayOf, systemClock } from '@township-graph/shared/clock';
import { insertAll } from '@township-graph/shared/insert-all';
import type { DemoSize } from '@township-graph/shared/subgraph-process';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { Establishment } from '../establishment/establishment.entity';
import { EstablishmentTransfer } from '../establishment/establishment-transfer.entity';
import { StaffMember } from '../staff-member/staff-member.entity';
import { DemoEstablishments } from './demo-establishments';
import { selectionTables } from './demo-selection';
import { DemoStaff } from './demo-staff';

type Table = readonly [EntityTarget<ObjectLiteral>, readonly object[]];

/** Loads the staff, the posts and the selection of the demonstration, once; a second call does nothing. */
export async function loadDemo(
  { manager }: DataSource,
  onProgress: (done: number, total: number) => void = () => undefined,
  { clock = systemClock }: DemoSize = {},
): Promise<void> {
  if (await manager.existsBy(StaffMember, {})) return;
  const { rows: staff, sentDownBefore } = new DemoStaff();
  const { establishments, transfers } = new DemoEstablishments(staff);
  const tables: readonly Table[] = [
    [StaffMember, staff],
    [Establishment, establishments],
    [EstablishmentTransfer, transfers],
    ...selectionTables(dayOf(clock()), sentDownBefore),
  ];
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
