import { SelectionPost } from '../campaign/campaign-post.entity';
import { Placement } from '../placement/placement.entity';
import { selectionTables } from './demo-selection';

const rowsOf = (entity: unknown, today = '2026-11-26') =>
  (selectionTables(today).find(([table]) => table === entity)?.[1] ?? []) as { id: string; divisionCode: string }[];

test('233 people serve in 16 townships, 14 or 15 in each, as counting gives', () => {
  const placements = rowsOf(Placement);
  const counts = [...new Set(placements.map(({ divisionCode }) => divisionCode))].map(
    (township) => placements.filter(({ divisionCode }) => divisionCode === township).length,
  );
  expect([placements.length, counts.length, Math.min(...counts), Math.max(...counts)]).toEqual([233, 16, 14, 15]);
});

test('every row is there once, and the same on every machine', () => {
  for (const [, rows] of selectionTables('2026-11-26')) {
    const ids = (rows as { id: string }[]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  expect(selectionTables('2026-11-26')).toEqual(selectionTables('2026-11-27'));
  expect(rowsOf(SelectionPost)).toHaveLength(233);
});
