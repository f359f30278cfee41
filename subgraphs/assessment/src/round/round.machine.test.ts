import { machineFaults } from '@township-graph/shared/state-machine';
import { RoundAction, RoundState } from './round.enums';
import { ROUND_MACHINE, type RoundStanding } from './round.machine';

test('every state is reached, and every one comes to an end in the archive', () => {
  expect(machineFaults(ROUND_MACHINE, { states: Object.values(RoundState), finals: [RoundState.ARCHIVED] })).toEqual([]);
});

const QUIET: RoundStanding = { undecidedTies: 0, pendingAppeals: 0, isPublicityOver: true };

test.each<[RoundState, RoundAction, Partial<RoundStanding>, boolean]>([
  [RoundState.CALCULATED, RoundAction.PUBLISH, {}, true],
  [RoundState.CALCULATED, RoundAction.PUBLISH, { undecidedTies: 2 }, false],
  [RoundState.CALCULATED, RoundAction.DECIDE_TIE, {}, false],
  [RoundState.CALCULATED, RoundAction.CONFIRM, {}, false],
  [RoundState.PUBLICITY, RoundAction.CONFIRM, {}, true],
  [RoundState.PUBLICITY, RoundAction.CONFIRM, { isPublicityOver: false }, false],
  [RoundState.APPEAL, RoundAction.CONFIRM, { pendingAppeals: 1 }, false],
  [RoundState.PUBLICITY, RoundAction.APPEAL, {}, false],
  [RoundState.PUBLICITY, RoundAction.APPEAL, { isPublicityOver: false }, true],
  [RoundState.CONFIRMED, RoundAction.REOPEN, {}, false],
])('%s, %s with %j: %s', (state, action, standing, expected) => {
  expect(ROUND_MACHINE.can(state, action, { ...QUIET, ...standing })).toBe(expected);
});
