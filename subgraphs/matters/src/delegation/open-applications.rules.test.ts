import { OpenApplicationsRule } from './delegation.enums';
import { type Handler, handlerAfterGrant, handlerAfterReclaim } from './open-applications.rules';

const { FINISH_BY_TOWNSHIP, HAND_BACK } = OpenApplicationsRule;

test.each<[string, OpenApplicationsRule, Handler]>([
  ['2026-11-30', FINISH_BY_TOWNSHIP, 'TOWNSHIP'],
  ['2026-12-01', FINISH_BY_TOWNSHIP, 'DEPARTMENT'],
  ['2026-11-30', HAND_BACK, 'DEPARTMENT'],
  ['2026-12-01', HAND_BACK, 'DEPARTMENT'],
])('what came in on %s, with a reclaim from 2026-12-01 and %s, is handled by the %s', (receivedOn, openApplications, handler) => {
  expect(handlerAfterReclaim(receivedOn, { effectiveOn: '2026-12-01', openApplications })).toBe(handler);
});

test('行政处罚法§24: the department finishes what it began before a direct grant', () => {
  expect(handlerAfterGrant('2026-11-30', { effectiveFrom: '2026-12-01' })).toBe('DEPARTMENT');
  expect(handlerAfterGrant('2026-12-01', { effectiveFrom: '2026-12-01' })).toBe('TOWNSHIP');
});
