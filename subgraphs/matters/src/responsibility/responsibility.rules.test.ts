import { CleanUpOutcome, DutyClass, ResponsibilityListKind } from './responsibility.enums';
import { checkItem, type ItemContent } from './responsibility.rules';

const { TERRITORIAL, DUTY_2024, COMMUNITY_DUTY, POWER_LIST } = ResponsibilityListKind;
const party = { name: '示例局', duty: '牵头承担', creditCode: '11410225DEM000014C' };
const item = (more: Partial<ItemContent> = {}): ItemContent => ({
  name: '示例事项',
  dutyClass: null,
  criteria: null,
  mergedInto: null,
  primaryParties: [party],
  supportingParties: [party],
  basis: null,
  basicCode: null,
  ...more,
});
const met = { lawBased: true, orderedInWriting: true, needed: true };

test.each<[string, ResponsibilityListKind, Partial<ItemContent>, string]>([
  ['属地管理事项写明主体和配合责任方', TERRITORIAL, { supportingParties: [] }, 'PARTIES_MISSING'],
  ['配合履职事项也是', DUTY_2024, { dutyClass: DutyClass.COOPERATIVE, primaryParties: [] }, 'PARTIES_MISSING'],
  ['履职事项分类必填', DUTY_2024, {}, 'DUTY_CLASS_MISSING'],
  ['其他清单不分类', POWER_LIST, { dutyClass: DutyClass.BASIC }, 'DUTY_CLASS_MISSING'],
  ['收回的写明今后由谁承担', DUTY_2024, { dutyClass: DutyClass.RECLAIMED, primaryParties: [] }, 'RECLAIMED_BY_NOBODY'],
  [
    '收回的承担方是机构',
    DUTY_2024,
    { dutyClass: DutyClass.RECLAIMED, primaryParties: [{ ...party, creditCode: null }] },
    'RECLAIMED_BY_NOBODY',
  ],
  ['三项标准只用于清理', TERRITORIAL, { criteria: met }, 'CRITERIA_MISPLACED'],
  ['均满足的不得归并', COMMUNITY_DUTY, { criteria: met, mergedInto: '另一项' }, 'CRITERIA_SAY_KEPT'],
])('%s', (_, kind, more, reason) => {
  expect(() => checkItem(kind, item(more))).toThrow(expect.objectContaining({ reason }));
});

test.each([
  [met, null, CleanUpOutcome.KEPT],
  [{ ...met, lawBased: false }, null, CleanUpOutcome.CANCELLED],
  [{ ...met, orderedInWriting: false }, '另一项', CleanUpOutcome.MERGED],
  [{ ...met, needed: false }, '另一项', CleanUpOutcome.MERGED],
  [{ lawBased: false, orderedInWriting: false, needed: false }, null, CleanUpOutcome.CANCELLED],
])('the tests %j decide (into: %s): %s', (criteria, mergedInto, outcome) => {
  expect(checkItem(COMMUNITY_DUTY, item({ criteria, mergedInto }))).toBe(outcome);
});

test('what is not tested yet has no outcome', () => {
  expect(checkItem(COMMUNITY_DUTY, item())).toBeNull();
});
