import { InstitutionGrade } from '@township-graph/shared/staff-grade';
import { machineFaults } from '@township-graph/shared/state-machine';
import { EstablishmentKind } from '../staff-member/staff-member.enums';
import { isAppraisable, isGradedAsCivilServant, outcomeOf } from './appraisal.rules';
import { dutyOn } from './duty.rules';
import { PayBearer, PlacementAction, PlacementKind, PlacementOutcome, PlacementState } from './placement.enums';
import { PLACEMENT_MACHINE } from './placement.machine';
import { payBearerOf, termFault } from './placement.rules';

const { SELECTION, ATTACHED, TRANSFERRED, SECONDED } = PlacementKind;
const { CONVERTED, UNCHANGED, RETURNED } = PlacementOutcome;
const { EXCELLENT, QUALIFIED, BASICALLY_QUALIFIED, UNQUALIFIED } = InstitutionGrade;

test('every state of a placement is reached and can come to its end', () => {
  const { CONVERTED: converted, RETURNED: returned, CANCELLED } = PlacementState;
  // What has ended may be converted still.
  const finals = [converted, returned, CANCELLED];
  expect(machineFaults(PLACEMENT_MACHINE, { states: Object.values(PlacementState), finals })).toEqual([]);
});

test('nobody is taken from a leading post at section level by a mere command', () => {
  const standing = { isSectionChief: true, isTransfer: false, isDueToBegin: true, isTimeUp: true, isConversionDue: false };
  for (const action of [PlacementAction.RETURN, PlacementAction.END]) {
    expect(() => PLACEMENT_MACHINE.next(PlacementState.SERVING, action, standing)).toThrow(
      expect.objectContaining({ reason: 'CONSULTATION_NEEDED' }),
    );
    expect(PLACEMENT_MACHINE.can(PlacementState.SERVING, action, { ...standing, isSectionChief: false })).toBe(true);
    expect(PLACEMENT_MACHINE.can(PlacementState.SERVING, action, { ...standing, isSectionChief: false, isTransfer: true })).toBe(false);
  }
  expect(PLACEMENT_MACHINE.can(PlacementState.SERVING, PlacementAction.MOVE_ON, standing)).toBe(true);
});

test.each([
  [PlacementAction.BEGIN, PlacementState.PLANNED],
  [PlacementAction.EXPIRE, PlacementState.SERVING],
])('%s from %s waits for its day', (action, state) => {
  const standing = { isSectionChief: false, isTransfer: false, isDueToBegin: false, isTimeUp: false, isConversionDue: false };
  expect(() => PLACEMENT_MACHINE.next(state, action, standing)).toThrow(expect.objectContaining({ code: 'CONFLICT', reason: 'TOO_EARLY' }));
  expect(PLACEMENT_MACHINE.can(state, action, { ...standing, isDueToBegin: true, isTimeUp: true })).toBe(true);
});

test.each([
  [SELECTION, EXCELLENT, CONVERTED],
  [SELECTION, QUALIFIED, UNCHANGED],
  [SELECTION, BASICALLY_QUALIFIED, UNCHANGED],
  [SELECTION, UNQUALIFIED, RETURNED],
  [SELECTION, null, UNCHANGED],
  [ATTACHED, EXCELLENT, UNCHANGED],
  [ATTACHED, UNQUALIFIED, UNCHANGED],
])('%s appraised as %s: %s', (kind, grade, outcome) => {
  expect(outcomeOf(kind, grade, UNCHANGED)).toBe(outcome);
});

test('a county may have 基本合格 returned', () => {
  expect(outcomeOf(SELECTION, BASICALLY_QUALIFIED, RETURNED)).toBe(RETURNED);
});

test('civil servants and who is managed as they are have grades of their own', () => {
  const { ADMINISTRATIVE, POLITICAL_LEGAL, CIVIL_SERVICE_MANAGED } = EstablishmentKind;
  expect(Object.values(EstablishmentKind).filter(isGradedAsCivilServant)).toEqual([ADMINISTRATIVE, POLITICAL_LEGAL, CIVIL_SERVICE_MANAGED]);
});

test('a year is appraised of which something was served', () => {
  const years = (endedOn: string | null, today: string) =>
    [2025, 2026, 2027].filter((year) => isAppraisable(year, { startsOn: '2026-03-01', endedOn }, today));
  expect(years(null, '2026-12-31')).toEqual([2026]);
  expect(years(null, '2027-01-01')).toEqual([2026, 2027]);
  expect(years('2026-12-31', '2027-02-01')).toEqual([2026]);
});

test('an excellent year earns the conversion although the placement has ended; of who was returned it does not, and who has failed is banned', () => {
  const { ENDED, RETURNED: returned } = PlacementState;
  expect([ENDED, returned].map((state) => outcomeOf(SELECTION, EXCELLENT, UNCHANGED, state))).toEqual([CONVERTED, UNCHANGED]);
  expect([ENDED, returned].map((state) => outcomeOf(SELECTION, UNQUALIFIED, UNCHANGED, state))).toEqual([RETURNED, RETURNED]);
});

test('access follows the placement to its last day and no further', () => {
  const duty = { kind: SELECTION, state: PlacementState.SERVING, divisionCode: '410225201', startsOn: '2026-03-01', endsOn: '2026-11-26' };
  const home = [{ code: '410225', until: null }];
  const there = [{ code: '410225201', until: '2026-11-26' }];
  const on = (day: string, change: object = {}) => dutyOn(day, '410225', [{ ...duty, ...change }]);
  expect([on('2026-02-28'), on('2026-03-01'), on('2026-11-26'), on('2026-11-27')]).toEqual([home, there, there, home]);
  expect(on('2026-03-01', { state: PlacementState.PLANNED })).toEqual(there);
  expect(on('2026-05-01', { state: PlacementState.RETURNED })).toEqual(home);
  expect(on('2026-05-01', { kind: TRANSFERRED, endsOn: null })).toEqual(home);
});

test('pay stays where it was, but for who is transferred with the post', () => {
  expect([SELECTION, ATTACHED, SECONDED, TRANSFERRED].map(payBearerOf)).toEqual([
    PayBearer.COUNTY_BUDGET,
    PayBearer.HOME_ORGANIZATION,
    PayBearer.HOME_ORGANIZATION,
    PayBearer.HOST_ORGANIZATION,
  ]);
});

test.each([
  [ATTACHED, '2026-03-01', '2027-02-28', null],
  [ATTACHED, '2026-03-01', null, 'END_NEEDED'],
  [TRANSFERRED, '2026-03-01', null, null],
  [TRANSFERRED, '2026-03-01', '2027-02-28', 'NO_END'],
  [SECONDED, '2026-03-01', '2026-02-28', 'TERM'],
])('%s from %s to %s: %s', (kind, startsOn, endsOn, fault) => {
  expect(termFault(kind, startsOn, endsOn)).toBe(fault);
});
