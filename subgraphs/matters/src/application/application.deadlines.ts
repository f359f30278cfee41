import { type DeadlineRule, DeadlineState, LimitUnit, RestDayRule } from '@township-graph/shared/deadline';
import type { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { limitByLaw } from '../matter/matter.rules';
import { TimeUnit } from '../matter/time-limit';
import type { Application } from './application.entity';
import { AWAITING_NOTICE } from './application.moves';

/** What is due of an application. */
export const NOTICE = 'NOTICE';
export const PROMISED = 'PROMISED';
export const STATUTORY = 'STATUTORY';
export const DELIVERY = 'DELIVERY';
/** What may follow, of an application that was accepted without it (容缺受理). */
export const SUPPLEMENT = 'SUPPLEMENT';

/** The clocks that a special procedure stops and an extension lengthens. */
export const DECISION_CLOCKS = [PROMISED, STATUTORY] as const;

/** 一次性告知 of what is missing; when it is missed, the application counts as accepted since it was received. */
export const NOTICE_RULE: DeadlineRule = {
  limit: { value: 5, unit: LimitUnit.WORKDAY },
  restDay: RestDayRule.MOVES,
  basis: '行政许可法§32①(4)、§82',
};

/** Which dates were missed that its moves hang on. */
export interface MissedDates {
  /** The five days have passed with nothing said of what is missing. */
  readonly notice: boolean;
  /** What was to follow has not come in its time. */
  readonly supplement: boolean;
}

export const NONE_MISSED: MissedDates = { notice: false, supplement: false };

/** Whether its moves hang on dates at all as it stands: nobody looks for clocks of the others. */
export const hangsOnDates = (application: Pick<Application, 'state' | 'isTolerated' | 'missingMaterials'>): boolean =>
  AWAITING_NOTICE.includes(application.state) || outstandingOf(application) > 0;

export function missedOf(deadlines: readonly Pick<CaseDeadline, 'kind' | 'metAt' | 'dueAt' | 'state'>[], now: Date): MissedDates {
  const isMissed = (wanted: string) =>
    deadlines.some(({ kind, metAt, dueAt, state }) => kind === wanted && metAt === null && state !== DeadlineState.LAPSED && now > dueAt);
  return { notice: isMissed(NOTICE), supplement: isMissed(SUPPLEMENT) };
}

/** How many materials may still follow. */
export const outstandingOf = ({ isTolerated, missingMaterials }: Pick<Application, 'isTolerated' | 'missingMaterials'>): number =>
  isTolerated ? missingMaterials.length : 0;

/** 颁发、送达证件 */
export const DELIVERY_RULE: DeadlineRule = {
  limit: { value: 10, unit: LimitUnit.WORKDAY },
  restDay: RestDayRule.MOVES,
  basis: '行政许可法§44、§82',
};

/** At most ten working days, once, approved by the organ's head and told with reasons. */
export const LONGEST_EXTENSION = 10;
export const EXTENSION_BASIS = '行政许可法§42①（经本机关负责人批准延长）';

type Limited = Pick<Application, 'promisedValue' | 'promisedUnit' | 'statutoryValue' | 'statutoryUnit' | 'matterKind'>;

export function promisedRule({ promisedValue, promisedUnit }: Limited): DeadlineRule {
  return { limit: { value: promisedValue, unit: unitOf(promisedUnit) }, restDay: RestDayRule.MOVES, basis: '承诺办结时限（实施清单）' };
}

/** The law's own limit; null where the law sets none. */
export function statutoryRule({ statutoryValue, statutoryUnit, matterKind: kind }: Limited): DeadlineRule | null {
  const limit = limitByLaw({ kind, statutoryValue, statutoryUnit });
  if (!limit) return null;
  const basis = statutoryValue === null ? '行政许可法§42①、§82' : '法定办结时限（实施清单）';
  return { limit: { value: limit.value, unit: unitOf(limit.unit) }, restDay: RestDayRule.MOVES, basis };
}

function unitOf(unit: TimeUnit): LimitUnit {
  return unit === TimeUnit.WORKDAY ? LimitUnit.WORKDAY : LimitUnit.DAY;
}
