import { defineMachine } from '@township-graph/shared/state-machine';
import { ServicePointAction, ServicePointState } from './service-point.enums';

const { IN_SERVICE, CLOSED } = ServicePointState;

/** The moves of a service point. One that is closed is not opened again: another is registered, so that its record keeps its end. */
export const SERVICE_POINT_MOVES = defineMachine<ServicePointState, ServicePointAction>({
  initial: IN_SERVICE,
  moves: {
    CHANGE: { from: [IN_SERVICE], to: IN_SERVICE },
    CLOSE: { from: [IN_SERVICE], to: CLOSED },
  },
});
