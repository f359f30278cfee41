import { defineMachine, type MoveRefusal } from '@township-graph/shared/state-machine';
import type { Delegation } from './delegation.entity';
import { DelegationAction, DelegationMode, DelegationState } from './delegation.enums';

/** What the guards judge by. */
export interface DelegationStanding {
  readonly mode: DelegationMode;
  /** Whether it has a last day of its own. */
  readonly isLimited: boolean;
  /** Whether that day is past. */
  readonly hasRunOut: boolean;
}

export function standingOf({ mode, effectiveTo }: Pick<Delegation, 'mode' | 'effectiveTo'>, today: string): DelegationStanding {
  return { mode, isLimited: effectiveTo !== null, hasRunOut: effectiveTo !== null && effectiveTo <= today };
}

const runOut: MoveRefusal = {
  reason: 'DELEGATION_RAN_OUT',
  message: { zh: '期限已届满，只能办理终止（endDelegation）', en: 'Its term has run out: all that is left is to end it (endDelegation)' },
};
const withoutAgreement: MoveRefusal = {
  reason: 'NOT_ENTRUSTED',
  message: { zh: '只有委托方式有协议可以续签', en: 'Only an entrustment has an agreement to renew' },
};
const openEnded: MoveRefusal = {
  reason: 'GRANT_IS_RECLAIMED',
  message: {
    zh: '未定期限的直接赋权不会到期，须依法收回（reclaimDelegation）',
    en: 'An open-ended grant does not run out: it is taken back by law (reclaimDelegation)',
  },
};

const whileItLasts = ({ hasRunOut }: DelegationStanding) => (hasRunOut ? runOut : null);

/** Every move of a delegation. What was published is never taken out of the record: it is reclaimed or ends on a day. */
export const DELEGATION_MACHINE = defineMachine<DelegationState, Exclude<DelegationAction, DelegationAction.GRANT>, DelegationStanding>({
  initial: DelegationState.DRAFT,
  moves: {
    PUBLISH: { from: [DelegationState.DRAFT], to: DelegationState.PUBLISHED },
    WITHDRAW: { from: [DelegationState.DRAFT], to: DelegationState.WITHDRAWN },
    EXTEND: { from: [DelegationState.PUBLISHED], to: DelegationState.PUBLISHED, guard: whileItLasts },
    RENEW: {
      from: [DelegationState.PUBLISHED],
      to: DelegationState.PUBLISHED,
      guard: (standing) => (standing.mode === DelegationMode.ENTRUST ? whileItLasts(standing) : withoutAgreement),
    },
    EVALUATE: { from: [DelegationState.PUBLISHED], to: DelegationState.PUBLISHED },
    RECLAIM: { from: [DelegationState.PUBLISHED], to: DelegationState.RECLAIMED, guard: whileItLasts },
    END: {
      from: [DelegationState.PUBLISHED],
      to: DelegationState.ENDED,
      guard: ({ mode, isLimited }) => (mode === DelegationMode.DIRECT_GRANT && !isLimited ? openEnded : null),
    },
  },
});
