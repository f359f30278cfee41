import { defineMachine } from '@township-graph/shared/state-machine';
import { RecallAction, RecallState } from './recall.enums';

const { REQUESTED, RECALLED, REFUSED, WITHDRAWN } = RecallState;

/** The township requests, the department decides. */
export const RECALL_MACHINE = defineMachine<RecallState, RecallAction>({
  initial: REQUESTED,
  moves: {
    RECALL: { from: [REQUESTED], to: RECALLED },
    REFUSE: { from: [REQUESTED], to: REFUSED },
    WITHDRAW: { from: [REQUESTED], to: WITHDRAWN },
  },
});
