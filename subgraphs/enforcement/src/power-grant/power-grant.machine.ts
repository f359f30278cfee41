import { defineMachine, type MoveRefusal } from '@township-graph/shared/state-machine';
import type { PowerGrant } from './power-grant.entity';
import { PowerGrantAction, PowerGrantMode, PowerGrantState } from './power-grant.enums';

/** What the guards judge by. */
export interface PowerGrantStanding {
  readonly mode: PowerGrantMode;
  /** Whether it has a last day of its own, and that is past. */
  readonly hasRunOut: boolean;
}

export function standingOf({ mode, effectiveTo }: Pick<PowerGrant, 'mode' | 'effectiveTo'>, today: string): PowerGrantStanding {
  return { mode, hasRunOut: effectiveTo !== null && effectiveTo <= today };
}

const runOut: MoveRefusal = {
  reason: 'GRANT_RAN_OUT',
  message: { zh: '期限已届满，须另行赋权或委托', en: 'Its term has run out: it takes a new grant' },
};
const withoutAgreement: MoveRefusal = {
  reason: 'NOT_ENTRUSTED',
  message: { zh: '只有委托方式有协议可以续签', en: 'Only an entrustment has an agreement to renew' },
};
const givenByLaw: MoveRefusal = {
  reason: 'GIVEN_BY_LAW',
  message: {
    zh: '法律直接赋予乡镇的职权，县级不得收回，亦无须评估',
    en: 'What the law gives to townships no county takes back or evaluates',
  },
};

const whileItLasts = ({ mode, hasRunOut }: PowerGrantStanding) => {
  if (mode === PowerGrantMode.OWN_STATUTORY) return givenByLaw;
  return hasRunOut ? runOut : null;
};

const { PUBLISHED, RECLAIMED } = PowerGrantState;

/** Every move of a grant. What was published is never taken out of the record: its powers are reclaimed, or end, on a day. */
export const POWER_GRANT_MACHINE = defineMachine<PowerGrantState, Exclude<PowerGrantAction, PowerGrantAction.GRANT>, PowerGrantStanding>({
  initial: PUBLISHED,
  moves: {
    RENEW: {
      from: [PUBLISHED],
      to: PUBLISHED,
      guard: (standing) => (standing.mode === PowerGrantMode.ENTRUSTED ? whileItLasts(standing) : withoutAgreement),
    },
    EVALUATE: { from: [PUBLISHED], to: PUBLISHED, guard: ({ mode }) => (mode === PowerGrantMode.OWN_STATUTORY ? givenByLaw : null) },
    RECLAIM_PART: { from: [PUBLISHED], to: PUBLISHED, guard: whileItLasts },
    RECLAIM: { from: [PUBLISHED], to: RECLAIMED, guard: whileItLasts },
  },
});
