import { MeasureKind, MeasureOutcome } from './measure.enums';
import { approvalRefusal, coercionRefusal, extensionRefusal, freezingRefusal, outcomeRefusal } from './measure.rules';

const SEIZED = { kind: MeasureKind.SEIZURE, isOpen: true, isOver: false, isExtended: false, isUnapproved: false };
const KEPT = { ...SEIZED, kind: MeasureKind.PRESERVATION };
const { RETURNED, RECORDED, EXAMINED, CONFISCATED, HANDED_OVER } = MeasureOutcome;

test('行政强制法§17: coercive measures cannot be entrusted', () => {
  expect(coercionRefusal({ isEntrusted: true })?.reason).toBe('COERCION_ENTRUSTED');
  expect(coercionRefusal({ isEntrusted: false })).toBeNull();
});

test('行政强制法§29: deposits are frozen by nobody here', () => {
  expect(freezingRefusal(MeasureKind.FREEZING)?.reason).toBe('FREEZING_FORBIDDEN');
  expect(freezingRefusal(MeasureKind.SEALING)).toBeNull();
});

test.each([
  [{}, true, undefined],
  [{ isReportLate: true }, true, 'MEASURE_REPORT_LATE'],
  [{ isReportLate: true }, false, undefined],
  [{ isUnapproved: false }, true, 'NOTHING_TO_APPROVE'],
  [{ isOpen: false }, true, 'MEASURE_ENDED'],
])('行政强制法§19: of %j, whether the head may say %s afterwards: %s', (facts, isApproved, reason) => {
  expect(approvalRefusal({ isOpen: true, isUnapproved: true, isReportLate: false, ...facts }, isApproved)?.reason).toBe(reason);
});

test.each([
  [SEIZED, undefined],
  [{ ...SEIZED, isExtended: true }, 'SEIZURE_EXTENDED'],
  [{ ...SEIZED, isOver: true }, 'SEIZURE_EXPIRED'],
  [{ ...SEIZED, isOpen: false }, 'MEASURE_ENDED'],
  [KEPT, 'PRESERVATION_NOT_EXTENDED'],
  [{ ...SEIZED, isUnapproved: true }, 'MEASURE_UNAPPROVED'],
])('行政强制法§25, 行政处罚法§56: whether %j is extended: %s', (facts, reason) => {
  expect(extensionRefusal(facts)?.reason).toBe(reason);
});

test.each([
  [SEIZED, RETURNED, {}, undefined],
  [SEIZED, EXAMINED, {}, 'EXAMINATION_SUSPENDS'],
  [SEIZED, MeasureOutcome.SEIZED, {}, 'ALREADY_SEIZED'],
  [SEIZED, CONFISCATED, {}, 'NOT_CONFISCATED'],
  [SEIZED, CONFISCATED, { isConfiscated: true }, undefined],
  [SEIZED, HANDED_OVER, {}, 'NOT_TRANSFERRED'],
  [KEPT, EXAMINED, {}, undefined],
  [KEPT, MeasureOutcome.SEIZED, {}, undefined],
  [KEPT, MeasureOutcome.SEIZED, { isEntrusted: true }, 'COERCION_ENTRUSTED'],
  [{ ...KEPT, isOver: true }, MeasureOutcome.SEIZED, {}, 'MEASURE_EXPIRED'],
  [{ ...KEPT, isOver: true }, RECORDED, {}, undefined],
  [{ ...SEIZED, isOver: true }, RETURNED, {}, undefined],
  [{ ...KEPT, isOpen: false }, RETURNED, {}, 'MEASURE_ENDED'],
  [{ ...SEIZED, isUnapproved: true }, RETURNED, {}, undefined],
  [{ ...SEIZED, isUnapproved: true }, CONFISCATED, { isConfiscated: true }, 'MEASURE_UNAPPROVED'],
])('行政强制法§27, §28: %j ends as %s with %j: %s', (facts, outcome, more, reason) => {
  expect(outcomeRefusal(facts, outcome, { isEntrusted: false, isConfiscated: false, ...more })?.reason).toBe(reason);
});
