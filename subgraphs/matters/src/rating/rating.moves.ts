import { defineMachine } from '@township-graph/shared/state-machine';
import { RatingState } from './rating.enums';

const { GIVEN, CALL_BACK, MENDING, MENDED, UNFOUNDED } = RatingState;

export type RatingAction = 'turnBad' | 'callBack' | 'mend' | 'dismiss';

/** Every bad rating is called back about before it is mended or found without ground (差评100%回访), and so is what is added to it. */
export const RATING_MACHINE = defineMachine<RatingState, RatingAction>({
  initial: GIVEN,
  sentAs: (action) => (action === 'turnBad' ? 'addToRating' : `${action}Rating`),
  moves: {
    turnBad: { from: [GIVEN, MENDED, UNFOUNDED], to: CALL_BACK },
    callBack: { from: [CALL_BACK], to: MENDING },
    mend: { from: [MENDING], to: MENDED },
    dismiss: { from: [MENDING], to: UNFOUNDED },
  },
});
