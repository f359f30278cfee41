import { machineFaults } from '@township-graph/shared/state-machine';
import { TicketAction, TicketState } from './queue-ticket.enums';
import { TICKET_MOVES } from './queue-ticket.status';

const OFTEN = { made: 3, needed: 3 };
const ONCE = { made: 1, needed: 3 };

test('the moves of a number are sound', () => {
  const finals = [TicketState.SERVED, TicketState.NO_SHOW, TicketState.CANCELLED, TicketState.EXPIRED];
  expect(machineFaults(TICKET_MOVES, { states: Object.values(TicketState), finals })).toEqual([]);
});

test.each([
  ['WAITING', ['CALL', 'CANCEL', 'EXPIRE']],
  ['CALLED', ['CALL_AGAIN', 'START', 'TRANSFER', 'MARK_NO_SHOW', 'CANCEL', 'EXPIRE']],
  ['SERVING', ['FINISH', 'TRANSFER']],
  ['TRANSFERRED', ['CALL', 'CANCEL', 'RELEASE', 'EXPIRE']],
  ['SERVED', []],
  ['NO_SHOW', []],
  ['CANCELLED', []],
  ['EXPIRED', []],
] as const)('from %s a number can %j and nothing else', (state, actions) => {
  expect(TICKET_MOVES.availableActions(state as TicketState, OFTEN)).toEqual(actions);
});

test('nobody is a no-show before being called often enough', () => {
  expect(TICKET_MOVES.can(TicketState.CALLED, TicketAction.MARK_NO_SHOW, ONCE)).toBe(false);
  expect(() => TICKET_MOVES.next(TicketState.CALLED, TicketAction.MARK_NO_SHOW, ONCE)).toThrow('Called 1 times');
});
