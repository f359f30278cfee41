import { machineFaults } from '@township-graph/shared/state-machine';
import { PowerGrantMode, PowerGrantState } from './power-grant.enums';
import { POWER_GRANT_MACHINE, standingOf } from './power-grant.machine';

const { PUBLISHED, RECLAIMED } = PowerGrantState;
const actions = (mode: PowerGrantMode, effectiveTo: string | null = null) =>
  POWER_GRANT_MACHINE.availableActions(PUBLISHED, standingOf({ mode, effectiveTo }, '2026-11-26'));

test('every state is reached and can come to its end', () => {
  expect(machineFaults(POWER_GRANT_MACHINE, { states: Object.values(PowerGrantState), finals: [RECLAIMED] })).toEqual([]);
});

test.each([
  [PowerGrantMode.OWN_STATUTORY, null, []],
  [PowerGrantMode.GRANTED, null, ['EVALUATE', 'RECLAIM_PART', 'RECLAIM']],
  [PowerGrantMode.CENTRALIZED, null, ['EVALUATE', 'RECLAIM_PART', 'RECLAIM']],
  [PowerGrantMode.ENTRUSTED, '2026-11-27', ['RENEW', 'EVALUATE', 'RECLAIM_PART', 'RECLAIM']],
  [PowerGrantMode.ENTRUSTED, '2026-11-26', ['EVALUATE']],
])('what can be done with %s until %s', (mode, effectiveTo, expected) => {
  expect(actions(mode, effectiveTo)).toEqual(expected);
});

test('what the law gives to townships is not taken back', () => {
  const standing = standingOf({ mode: PowerGrantMode.OWN_STATUTORY, effectiveTo: null }, '2026-11-26');
  expect(() => POWER_GRANT_MACHINE.next(PUBLISHED, 'RECLAIM' as never, standing)).toThrow(
    expect.objectContaining({ reason: 'GIVEN_BY_LAW' }),
  );
});
