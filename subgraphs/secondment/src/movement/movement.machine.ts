import { defineMachine, type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { MovementAction, MovementState } from './movement.enums';

/** What the guards judge by. */
export interface MovementStanding {
  /** About a leading post at section level, and not the township's own proposal: it is asked before anything is decided. */
  readonly needsConsultation: boolean;
  readonly isConsulted: boolean;
  /** The township has answered, or its time to answer is up. */
  readonly isHeard: boolean;
  readonly isNotified: boolean;
}

const notConsulted = refusal('CONSULTATION_NEEDED', '科级领导职务的调整须事先征求乡镇（街道）意见', 'The township must be consulted first');
const notHeard = refusal(
  'CONSULTATION_OPEN',
  '乡镇（街道）尚未答复，且答复期限未满',
  'The township has not answered, and still has time to',
);
const consulted = refusal('CONSULTED_ALREADY', '已经征求意见', 'The township has been consulted already');
const noneNeeded = refusal('NO_CONSULTATION_NEEDED', '该调整无须征求意见，抄告即可', 'No consultation is needed: a copy notice is');
const needed = refusal('CONSULTATION_NEEDED', '该调整须征求意见，不能以抄告代替', 'It takes a consultation: a copy notice is not enough');
const notified = refusal('NOTIFIED_ALREADY', '已经抄告', 'The township has been told already');
const notNotified = refusal('NOTICE_MISSING', '尚未抄告乡镇（街道）', 'The township has not been told');

const { PROPOSED, DECIDED, REJECTED, CARRIED_OUT, WITHDRAWN } = MovementState;

/** A movement of somebody who serves in a township: consulted first for section chiefs, told by a copy for others. */
export const MOVEMENT_MACHINE = defineMachine<MovementState, MovementAction, MovementStanding>({
  initial: PROPOSED,
  moves: {
    CONSULT: {
      from: [PROPOSED],
      guard: ({ needsConsultation, isConsulted }) => {
        if (!needsConsultation) return noneNeeded;
        return isConsulted ? consulted : null;
      },
    },
    HEAR: { from: [PROPOSED] },
    NOTIFY: {
      from: [PROPOSED, DECIDED],
      guard: ({ needsConsultation, isNotified }) => {
        if (needsConsultation) return needed;
        return isNotified ? notified : null;
      },
    },
    DECIDE: { from: [PROPOSED], to: DECIDED, guard: heard },
    REJECT: { from: [PROPOSED], to: REJECTED },
    CARRY_OUT: {
      from: [DECIDED],
      to: CARRIED_OUT,
      guard: (standing) => heard(standing) ?? (standing.needsConsultation || standing.isNotified ? null : notNotified),
    },
    WITHDRAW: { from: [PROPOSED], to: WITHDRAWN },
  },
});

function heard({ needsConsultation, isConsulted, isHeard }: MovementStanding): MoveRefusal | null {
  if (!needsConsultation) return null;
  if (!isConsulted) return notConsulted;
  return isHeard ? null : notHeard;
}
