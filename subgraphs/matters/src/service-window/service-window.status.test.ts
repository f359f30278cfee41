import { WindowState } from './service-window.enums';
import { WINDOW_MOVES } from './service-window.status';

test.each([
  ['CLOSED', ['OPEN']],
  ['OPEN', ['PAUSE', 'CLOSE']],
  ['PAUSED', ['RESUME', 'CLOSE']],
] as const)('from %s a window can %j and nothing else', (state, actions) => {
  expect(WINDOW_MOVES.availableActions(state as WindowState)).toEqual(actions);
});

test('every state of a window is reached, and none is the end', () => {
  expect([...WINDOW_MOVES.states].sort()).toEqual(Object.values(WindowState).sort());
  for (const state of WINDOW_MOVES.states) expect(WINDOW_MOVES.isFinal(state)).toBe(false);
});
