import { SelectionPost } from '../campaign/campaign-post.entity';
import { Placement } from '../placement/placement.entity';
import { selectionTables } from './demo-selection';
import { DemoStaff } from './demo-staff';

const { sentDownBefore } = new DemoStaff();

const tablesOf = (today: string) => selectionTables(today, sentDownBefore);
const rowsOf = (entity: unknown) =>
  (tablesOf('2026-11-26').find(([table]) => table === entity)?.[1] ?? []) as { id: string; divisionCode: string }[];

test('1,253 people are placed in 16 townships, 77 to 79 in each; 233 posts of one selection are 14 or 15 in each', () => {
  const spread = (rows: readonly { divisionCode: string }[]) => {
    const townships = [...new Set(rows.map(({ divisionCode }) => divisionCode))];
    const counts = townships.map((township) => rows.filter(({ divisionCode }) => divisionCode === township).length);
    return [rows.length, counts.length, Math.min(...counts), Math.max(...counts)];
  };
  expect(spread(rowsOf(Placement))).toEqual([1253, 16, 77, 79]);
  expect(spread(rowsOf(SelectionPost))).toEqual([233, 16, 14, 15]);
});

test('every row is there once, and the same on every machine', () => {
  for (const [, rows] of tablesOf('2026-11-26')) {
    const ids = (rows as { id: string }[]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  expect(tablesOf('2026-11-26')).toEqual(tablesOf('2026-11-27'));
});
