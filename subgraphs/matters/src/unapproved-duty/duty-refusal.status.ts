import { defineMachine } from '@township-graph/shared/state-machine';
import { DutyRefusalState } from './duty-refusal.enums';

export type DutyRefusalAction = 'upholdDutyRefusal' | 'overruleDutyRefusal' | 'withdrawDutyRefusal';

const S = DutyRefusalState;

/** What becomes of a refused duty. */
export const DUTY_REFUSAL_MACHINE = defineMachine<DutyRefusalState, DutyRefusalAction>({
  initial: S.RAISED,
  moves: {
    upholdDutyRefusal: { from: [S.RAISED], to: S.UPHELD },
    overruleDutyRefusal: { from: [S.RAISED], to: S.OVERRULED },
    withdrawDutyRefusal: { from: [S.RAISED], to: S.WITHDRAWN },
  },
});
