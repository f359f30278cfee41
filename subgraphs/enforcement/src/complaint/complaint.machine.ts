import { defineMachine, type MoveRefusal } from '@township-graph/shared/state-machine';
import { ComplaintAction, ComplaintState } from './complaint.enums';

/** What the guards judge by. */
export interface ComplaintStanding {
  readonly isAnonymous: boolean;
  readonly isTold: boolean;
  /** The county has decided who handles it. */
  readonly isDecided: boolean;
}

const decided: MoveRefusal = {
  reason: 'DISPUTE_DECIDED',
  message: {
    zh: '管辖争议已经协调裁定（浙江省综合行政执法条例第十七条）',
    en: 'The county has decided who handles it (浙江省综合行政执法条例 §17)',
  },
};
const nobody: MoveRefusal = { reason: 'NOBODY_TO_TELL', message: { zh: '匿名的无从告知', en: 'It is anonymous: there is nobody to tell' } };
const untold: MoveRefusal = {
  reason: 'NOT_TOLD',
  message: { zh: '尚未告知投诉举报人办理结果', en: 'The complainant does not know the result yet' },
};

const { FILED, ACCEPTED, NOT_ACCEPTED, ASSIGNED, DISPUTED, HANDLED, TOLD, CLOSED, TRANSFERRED } = ComplaintState;

/** Every move of a complaint. */
export const COMPLAINT_MACHINE = defineMachine<ComplaintState, ComplaintAction, ComplaintStanding>({
  initial: FILED,
  moves: {
    ACCEPT: { from: [FILED], to: ACCEPTED },
    NOT_ACCEPT: { from: [FILED], to: NOT_ACCEPTED },
    TRANSFER: { from: [FILED, ACCEPTED], to: TRANSFERRED },
    ASSIGN: { from: [ACCEPTED], to: ASSIGNED },
    DISPUTE: { from: [ASSIGNED], to: DISPUTED, guard: ({ isDecided }) => (isDecided ? decided : null) },
    DECIDE_DISPUTE: { from: [DISPUTED], to: ASSIGNED },
    HANDLE: { from: [ASSIGNED], to: HANDLED },
    TELL: { from: [HANDLED], to: TOLD, guard: ({ isAnonymous }) => (isAnonymous ? nobody : null) },
    CLOSE: { from: [HANDLED, TOLD], to: CLOSED, guard: ({ isAnonymous, isTold }) => (isAnonymous || isTold ? null : untold) },
  },
});
