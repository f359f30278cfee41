import { defineMachine, type MoveRefusal } from '@township-graph/shared/state-machine';
import { TicketAction, TicketState } from './queue-ticket.enums';

/** How often it was called, and how often it must have been. */
export interface Calls {
  readonly made: number;
  readonly needed: number;
}

function calledTooFew({ made, needed }: Calls): MoveRefusal | null {
  if (made >= needed) return null;
  return {
    reason: 'CALLED_TOO_FEW',
    message: {
      zh: `须叫号 ${needed} 次后方可过号，已叫 ${made} 次`,
      en: `Called ${made} times; ${needed} are needed before it is a no-show`,
    },
  };
}

const { WAITING, CALLED, SERVING, TRANSFERRED, SERVED, NO_SHOW, CANCELLED, EXPIRED } = TicketState;

/** The moves of a number. Which one is called, and at which window, the queue decides. */
export const TICKET_MOVES = defineMachine<TicketState, TicketAction, Calls>({
  initial: WAITING,
  moves: {
    CALL: { from: [WAITING, TRANSFERRED], to: CALLED },
    CALL_AGAIN: { from: [CALLED], to: CALLED },
    START: { from: [CALLED], to: SERVING },
    FINISH: { from: [SERVING], to: SERVED },
    TRANSFER: { from: [CALLED, SERVING], to: TRANSFERRED },
    MARK_NO_SHOW: { from: [CALLED], to: NO_SHOW, guard: calledTooFew },
    CANCEL: { from: [WAITING, TRANSFERRED, CALLED], to: CANCELLED },
    RELEASE: { from: [TRANSFERRED], to: WAITING },
    EXPIRE: { from: [WAITING, TRANSFERRED, CALLED], to: EXPIRED },
  },
});

/** In these states a number waits for a call. */
export const WAITING_STATES: readonly TicketState[] = [WAITING, TRANSFERRED];
/** What nobody has begun to serve. */
export const UNSERVED_STATES: readonly TicketState[] = [WAITING, TRANSFERRED, CALLED];
/** In these it keeps its window busy. */
export const AT_WINDOW: readonly TicketState[] = [CALLED, SERVING];
