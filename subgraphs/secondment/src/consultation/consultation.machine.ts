import { defineMachine, refusal } from '@township-graph/shared/state-machine';
import { ConsultationAction, ConsultationState } from './consultation.enums';

/** What the guards judge by. */
export interface ConsultationStanding {
  readonly isTimeUp: boolean;
}

const late = refusal('ANSWER_LATE', '答复期限已满', 'The time to answer is up');
const early = refusal('TOO_EARLY', '答复期限未满', 'There is still time to answer');

const { OPEN, AGREED, OBJECTED, EXPIRED, WITHDRAWN } = ConsultationState;

/** The township answers in time, or is taken to have nothing to say. A copy notice waits for nothing. */
export const CONSULTATION_MACHINE = defineMachine<ConsultationState, ConsultationAction, ConsultationStanding>({
  initial: OPEN,
  moves: {
    AGREE: { from: [OPEN], to: AGREED, guard: ({ isTimeUp }) => (isTimeUp ? late : null) },
    OBJECT: { from: [OPEN], to: OBJECTED, guard: ({ isTimeUp }) => (isTimeUp ? late : null) },
    EXPIRE: { from: [OPEN], to: EXPIRED, guard: ({ isTimeUp }) => (isTimeUp ? null : early) },
    WITHDRAW: { from: [OPEN], to: WITHDRAWN },
  },
});
