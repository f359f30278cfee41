import { defineMachine } from '@township-graph/shared/state-machine';
import { ObjectionAction, ObjectionState } from './objection.enums';

const { RAISED, UPHELD, DISMISSED } = ObjectionState;

export const OBJECTION_MACHINE = defineMachine<ObjectionState, ObjectionAction>({
  initial: RAISED,
  moves: { UPHOLD: { from: [RAISED], to: UPHELD }, DISMISS: { from: [RAISED], to: DISMISSED } },
});
