import { defineMachine } from '@township-graph/shared/state-machine';
import { WindowAction, WindowState } from './service-window.enums';

/** The moves of a window. It is closed every evening, so no state is final. */
export const WINDOW_MOVES = defineMachine<WindowState, WindowAction>({
  initial: WindowState.CLOSED,
  moves: {
    OPEN: { from: [WindowState.CLOSED], to: WindowState.OPEN },
    PAUSE: { from: [WindowState.OPEN], to: WindowState.PAUSED },
    RESUME: { from: [WindowState.PAUSED], to: WindowState.OPEN },
    CLOSE: { from: [WindowState.OPEN, WindowState.PAUSED], to: WindowState.CLOSED },
  },
});
