import type { Course, CourseKind } from '@township-graph/shared/course/course';
import { defineMachine } from '@township-graph/shared/state-machine';
import { ThreePowersAction, ThreePowersState } from './three-powers.enums';
import { ThreePowersGrant } from './three-powers-grant.entity';

/** Granted to a township and withdrawn by the county. */
export const THREE_POWERS: CourseKind<ThreePowersGrant, ThreePowersAction, 'GRANT', void> = {
  type: 'ThreePowersGrant',
  words: { zh: '该“三权”授予', en: 'Grant' },
  entity: ThreePowersGrant,
  machine: defineMachine<ThreePowersState, ThreePowersAction>({
    initial: ThreePowersState.GRANTED,
    moves: { WITHDRAW: { from: [ThreePowersState.GRANTED], to: ThreePowersState.WITHDRAWN } },
  }),
  steps: {
    GRANT: { needs: 'personnel:manage', told: 'THREE_POWERS_GRANTED', ofCounty: true },
    WITHDRAW: { needs: 'personnel:manage', told: 'THREE_POWERS_WITHDRAWN', ofCounty: true },
  },
  facts: () => undefined,
  payload: ({ power, departmentCreditCode, effectiveFrom, effectiveTo }) => ({ power, departmentCreditCode, effectiveFrom, effectiveTo }),
};

export type ThreePowersCourse = Course<ThreePowersGrant, ThreePowersAction, 'GRANT', void>;
