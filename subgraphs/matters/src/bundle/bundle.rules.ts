import { type DeadlineRule, LimitUnit, RestDayRule } from '@township-graph/shared/deadline';
import type { Application } from '../application/application.entity';
import { ApplicationState, DecisionOutcome } from '../application/application.enums';
import { BundleOutcome, LIMIT_UNITS } from './bundle.enums';
import { noExpress } from './bundle.errors';
import type { ServiceBundle } from './service-bundle.entity';

export const JOINT = 'JOINT';
export const JOINT_STATUTORY = 'JOINT_STATUTORY';

/** 统一、联合、集中办理: 45 working days by law, whatever is promised. */
export const JOINT_STATUTORY_RULE: DeadlineRule = {
  limit: { value: 45, unit: LimitUnit.WORKDAY },
  restDay: RestDayRule.MOVES,
  basis: '行政许可法§42②、§82',
};

type Promised = Pick<ServiceBundle, 'promisedValue' | 'promisedUnit' | 'expressHours'>;

/** What is promised for all together. */
export function jointRule({ promisedValue, promisedUnit, expressHours }: Promised, isExpress: boolean): DeadlineRule {
  if (!isExpress)
    return { limit: { value: promisedValue, unit: LIMIT_UNITS[promisedUnit] }, restDay: RestDayRule.MOVES, basis: '“一件事”联办承诺时限' };
  if (expressHours === null) throw noExpress();
  return { limit: { value: expressHours, unit: LimitUnit.HOUR }, restDay: RestDayRule.STANDS, basis: '“一件事”特办承诺时限' };
}

const { COMPLETED, DELIVERED, RATED, ARCHIVED, REFUSED, NOT_REQUIRED, RETURNED, WITHDRAWN, TERMINATED } = ApplicationState;
const ENDED: readonly ApplicationState[] = [COMPLETED, DELIVERED, RATED, ARCHIVED, REFUSED, NOT_REQUIRED, RETURNED, WITHDRAWN, TERMINATED];

/** Whether a department has come to an end with its part. */
export function hasEnded({ state }: Pick<Application, 'state'>): boolean {
  return ENDED.includes(state);
}

/** What came of the whole; null while a department is still at it. */
export function outcomeOf(members: readonly Pick<Application, 'state' | 'outcome'>[]): BundleOutcome | null {
  if (!members.every(hasEnded)) return null;
  const granted = members.filter(({ outcome }) => outcome === DecisionOutcome.GRANTED).length;
  if (granted === members.length) return BundleOutcome.ALL_GRANTED;
  return granted === 0 ? BundleOutcome.NONE_GRANTED : BundleOutcome.PARTLY_GRANTED;
}
