import { Candidate } from '../candidate/candidate.entity';
import { Placement } from '../placement/placement.entity';
import { selectionTables } from './demo-selection';
import { DemoStaff } from './demo-staff';

const { rows: staff } = new DemoStaff();
const tables = selectionTables('2026-11-26', staff);
const rowsOf = (entity: unknown) => tables.find(([table]) => table === entity)![1] as Placement[];

test('by one selection 233 people serve in 16 townships, 14 or 15 in each; and 1,253 in all', () => {
  const placements = rowsOf(Placement);
  const chosen = placements.filter(({ campaignId }) => campaignId !== null);
  const townships = [...new Set(chosen.map(({ divisionCode }) => divisionCode))];
  const counts = townships.map((township) => chosen.filter(({ divisionCode }) => divisionCode === township).length);
  expect([placements.length, chosen.length, townships.length, Math.min(...counts), Math.max(...counts)]).toEqual([1253, 233, 16, 14, 15]);
  const serving = new Map(staff.map(({ id, divisionCode }) => [id, divisionCode]));
  expect(placements.every(({ staffMemberId, divisionCode }) => serving.get(staffMemberId) === divisionCode)).toBe(true);
});

test('every row is there once, and the same on every machine', () => {
  for (const [, rows] of tables) {
    const ids = (rows as { id: string }[]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  expect(selectionTables('2026-11-27', new DemoStaff().rows)).toEqual(tables);
  expect(rowsOf(Candidate)).toHaveLength(233);
});
