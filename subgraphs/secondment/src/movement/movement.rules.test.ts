import { machineFaults } from '@township-graph/shared/state-machine';
import { ConsultationAction, ConsultationState } from '../consultation/consultation.enums';
import { CONSULTATION_MACHINE } from '../consultation/consultation.machine';
import { RecallState } from '../recall/recall.enums';
import { RECALL_MACHINE } from '../recall/recall.machine';
import { MovementAction, MovementState } from './movement.enums';
import { MOVEMENT_MACHINE, type MovementStanding } from './movement.machine';

test('every state of movements, consultations and recalls is reached and can come to its end', () => {
  const { REJECTED, CARRIED_OUT, WITHDRAWN } = MovementState;
  expect(machineFaults(MOVEMENT_MACHINE, { states: Object.values(MovementState), finals: [REJECTED, CARRIED_OUT, WITHDRAWN] })).toEqual([]);
  // A copy notice begins and ends in NOTIFIED: no move leads there.
  const { OPEN, NOTIFIED, ...ends } = ConsultationState;
  expect(machineFaults(CONSULTATION_MACHINE, { states: [OPEN, ...Object.values(ends)], finals: Object.values(ends) })).toEqual([]);
  const { REQUESTED, ...decided } = RecallState;
  expect(machineFaults(RECALL_MACHINE, { states: Object.values(RecallState), finals: Object.values(decided) })).toEqual([]);
});

test('nobody is taken to be silent while there is time to answer', () => {
  const expire = (isTimeUp: boolean) => CONSULTATION_MACHINE.next(ConsultationState.OPEN, ConsultationAction.EXPIRE, { isTimeUp });
  expect(() => expire(false)).toThrow(expect.objectContaining({ code: 'CONFLICT', reason: 'TOO_EARLY' }));
  expect(expire(true)).toBe(ConsultationState.EXPIRED);
});

const FREE: MovementStanding = { needsConsultation: false, isConsulted: false, isHeard: false, isNotified: true };
const CHIEF: MovementStanding = { needsConsultation: true, isConsulted: true, isHeard: true, isNotified: false };

test.each<[MovementAction, MovementState, MovementStanding, string | null]>([
  [MovementAction.DECIDE, MovementState.PROPOSED, { ...CHIEF, isConsulted: false, isHeard: false }, 'CONSULTATION_NEEDED'],
  [MovementAction.DECIDE, MovementState.PROPOSED, { ...CHIEF, isHeard: false }, 'CONSULTATION_OPEN'],
  [MovementAction.DECIDE, MovementState.PROPOSED, CHIEF, null],
  [MovementAction.CARRY_OUT, MovementState.DECIDED, CHIEF, null],
  [MovementAction.CARRY_OUT, MovementState.DECIDED, { ...CHIEF, isHeard: false }, 'CONSULTATION_OPEN'],
  [MovementAction.CARRY_OUT, MovementState.PROPOSED, CHIEF, 'MOVE_NOT_ALLOWED'],
  [MovementAction.DECIDE, MovementState.PROPOSED, FREE, null],
  [MovementAction.CARRY_OUT, MovementState.DECIDED, { ...FREE, isNotified: false }, 'NOTICE_MISSING'],
  [MovementAction.CARRY_OUT, MovementState.DECIDED, FREE, null],
  [MovementAction.NOTIFY, MovementState.PROPOSED, CHIEF, 'CONSULTATION_NEEDED'],
  [MovementAction.CONSULT, MovementState.PROPOSED, FREE, 'NO_CONSULTATION_NEEDED'],
  [MovementAction.CONSULT, MovementState.PROPOSED, CHIEF, 'CONSULTED_ALREADY'],
])('%s from %s with %o: %s', (action, state, standing, reason) => {
  const take = () => MOVEMENT_MACHINE.next(state, action, standing);
  if (reason === null) expect(take).not.toThrow();
  else expect(take).toThrow(expect.objectContaining({ reason }));
});
