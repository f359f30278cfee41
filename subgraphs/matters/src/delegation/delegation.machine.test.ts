import { machineFaults } from '@township-graph/shared/state-machine';
import { DelegationMode, DelegationState } from './delegation.enums';
import { DELEGATION_MACHINE, type DelegationStanding } from './delegation.machine';

const { DRAFT, PUBLISHED, WITHDRAWN, RECLAIMED, ENDED } = DelegationState;
const standing = (change: Partial<DelegationStanding> = {}): DelegationStanding => ({
  mode: DelegationMode.ENTRUST,
  isLimited: true,
  hasRunOut: false,
  ...change,
});
const openGrant = standing({ mode: DelegationMode.DIRECT_GRANT, isLimited: false });

test('the table of moves is sound', () => {
  expect(machineFaults(DELEGATION_MACHINE, { states: Object.values(DelegationState), finals: [WITHDRAWN, RECLAIMED, ENDED] })).toEqual([]);
});

test.each<[DelegationState, DelegationStanding, string[]]>([
  [DRAFT, standing(), ['PUBLISH', 'WITHDRAW']],
  [PUBLISHED, standing(), ['EXTEND', 'RENEW', 'EVALUATE', 'RECLAIM', 'END']],
  [PUBLISHED, openGrant, ['EXTEND', 'EVALUATE', 'RECLAIM']],
  [PUBLISHED, standing({ mode: DelegationMode.DIRECT_GRANT }), ['EXTEND', 'EVALUATE', 'RECLAIM', 'END']],
  [PUBLISHED, standing({ hasRunOut: true }), ['EVALUATE', 'END']],
  [WITHDRAWN, standing(), []],
  [RECLAIMED, standing(), []],
  [ENDED, standing(), []],
])('in the state %s, standing as %j, one can %j', (state, facts, actions) => {
  expect(DELEGATION_MACHINE.availableActions(state, facts)).toEqual(actions);
});

test.each<[string, DelegationStanding, string]>([
  ['RENEW', openGrant, 'NOT_ENTRUSTED'],
  ['END', openGrant, 'GRANT_IS_RECLAIMED'],
  ['RENEW', standing({ hasRunOut: true }), 'DELEGATION_RAN_OUT'],
  ['RECLAIM', standing({ hasRunOut: true }), 'DELEGATION_RAN_OUT'],
])('%s of one that stands as %j is refused with %s', (action, facts, reason) => {
  expect(() => DELEGATION_MACHINE.next(PUBLISHED, action as never, facts)).toThrow(expect.objectContaining({ code: 'CONFLICT', reason }));
});
