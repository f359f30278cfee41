import { defineMachine, refusal } from '@township-graph/shared/state-machine';
import { RoundAction, RoundState } from './round.enums';

/** What the guards judge by. */
export interface RoundStanding {
  readonly undecidedTies: number;
  readonly pendingAppeals: number;
  /** The last day for objections has passed. */
  readonly isPublicityOver: boolean;
}

const tied = refusal(
  'TIES_UNDECIDED',
  '优秀名额处有并列，须先由评审会议审定',
  'Some stand equal where the quota ends: a panel decides first',
);
const notTied = refusal('NO_TIES', '没有待审定的并列', 'Nobody stands equal where the quota ends');
const tooEarly = refusal('PUBLICITY_RUNNING', '公示期未满，不得确认', 'The time for objections is not over');
const tooLate = refusal('PUBLICITY_OVER', '公示期已满，不再受理申诉', 'The time for objections is over');
const pending = refusal('APPEALS_PENDING', '尚有申诉未作出复核决定', 'Appeals are not decided yet');

const { OPEN, SCORING, CALCULATED, PUBLICITY, APPEAL, CONFIRMED, ARCHIVED } = RoundState;

/** Every move of a round. Nothing has consequences before everybody could object and every objection is answered. */
export const ROUND_MACHINE = defineMachine<RoundState, RoundAction, RoundStanding>({
  initial: OPEN,
  moves: {
    START_SCORING: { from: [OPEN], to: SCORING },
    CALCULATE: { from: [SCORING, CALCULATED], to: CALCULATED },
    RETURN_TO_SCORING: { from: [CALCULATED], to: SCORING },
    DECIDE_TIE: { from: [CALCULATED], to: CALCULATED, guard: ({ undecidedTies }) => (undecidedTies > 0 ? null : notTied) },
    PUBLISH: { from: [CALCULATED], to: PUBLICITY, guard: ({ undecidedTies }) => (undecidedTies > 0 ? tied : null) },
    APPEAL: { from: [PUBLICITY, APPEAL], to: APPEAL, guard: ({ isPublicityOver }) => (isPublicityOver ? tooLate : null) },
    MAINTAIN: { from: [PUBLICITY, APPEAL], to: APPEAL },
    REOPEN: { from: [PUBLICITY, APPEAL], to: SCORING },
    CONFIRM: {
      from: [PUBLICITY, APPEAL],
      to: CONFIRMED,
      guard: ({ isPublicityOver, pendingAppeals }) => (pendingAppeals > 0 ? pending : isPublicityOver ? null : tooEarly),
    },
    ARCHIVE: { from: [CONFIRMED], to: ARCHIVED },
    CORRECT: { from: [CONFIRMED, ARCHIVED] },
  },
});
