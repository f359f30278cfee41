import { AdmissionKind, StaffKind } from './admission.enums';
import { holdsOn, missingConditions, unmetCriteria } from './admission.rules';

const COMPLETE = {
  legalBases: [{ title: '行政处罚法', article: '第二十四条' }],
  staff: [{ kind: StaffKind.PUBLIC_INSTITUTION, count: 0 }],
  fundsYuan: 0,
  trainingDays: 3,
  guidingName: '示例局',
  guidingCreditCode: '11410225DEM000014C',
};

test('an application that states everything lacks nothing, though it states 0', () => {
  expect(missingConditions(COMPLETE)).toEqual([]);
});

test.each([
  [{ legalBases: [] }, ['legalBases']],
  [{ legalBases: [{ title: '行政处罚法', article: ' ' }] }, ['legalBases']],
  [{ staff: null }, ['staff']],
  [{ fundsYuan: null }, ['fundsYuan']],
  [{ trainingDays: undefined }, ['trainingDays']],
  [{ guidingName: '' }, ['guidingDepartment']],
  [{ guidingCreditCode: null, staff: [] }, ['staff', 'guidingDepartment']],
])('without %j it lacks %j', (missing, names) => {
  expect(missingConditions({ ...COMPLETE, ...missing })).toEqual(names);
});

const all = { lawBased: true, orderedInWriting: true, needed: true };

test('tasks pass three tests, all of them; duties have their own procedure', () => {
  expect(unmetCriteria(AdmissionKind.COMMUNITY_TASK, all)).toEqual([]);
  expect(unmetCriteria(AdmissionKind.ASSIGNED_TASK, { ...all, needed: false })).toEqual(['needed']);
  expect(unmetCriteria(AdmissionKind.COMMUNITY_TASK, null)).toEqual(['lawBased', 'orderedInWriting', 'needed']);
  expect(unmetCriteria(AdmissionKind.DUTY, null)).toEqual([]);
});

test('an admission holds from its first day up to, and without, its last', () => {
  const held = { effectiveFrom: '2026-01-01', effectiveTo: '2026-03-01' };
  expect(['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01'].map((day) => holdsOn(held, day))).toEqual([false, true, true, false]);
  expect(holdsOn({ effectiveFrom: null, effectiveTo: null }, '2026-01-01')).toBe(false);
});
