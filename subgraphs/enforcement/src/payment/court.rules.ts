import { addDays, addMonths, addWorkdays } from '@township-graph/shared/calendar';
import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { agreementStands } from './agreement.rules';

export interface CourtFacts {
  readonly servedOn: string;
  /** The last day of the plan, where the fine was put off (处罚法§72②). */
  readonly planEndsOn: string | null;
  /** The last review decision that let it stand: fifteen days to sue from then (行政诉讼法§45). */
  readonly reviewedOn: string | null;
  /** The last judgment that let it stand. */
  readonly judgedOn: string | null;
  readonly isUnderRemedy: boolean;
  /** An agreement on execution stands (行政强制法§42). */
  readonly isAgreed: boolean;
  /** When the reminder was served; null without one. */
  readonly remindedOn: string | null;
  readonly isUnpaid: boolean;
  readonly today: string;
}

/** Days on which the court may be asked, both included. */
export interface CourtWindow {
  readonly from: string;
  readonly until: string;
}

const LITIGATION_MONTHS = 6;
const AFTER_REVIEW_DAYS = 15;
const APPLICATION_MONTHS = 3;
const REMINDER_WORKDAYS = 10;

/** Three months from the day that the time for review and litigation ended, or the plan, whichever is later (行政强制法§53, 行政处罚法§72②). */
export function courtWindow({ servedOn, planEndsOn, reviewedOn, judgedOn }: CourtFacts): CourtWindow {
  const limits =
    reviewedOn || judgedOn ? [reviewedOn && addDays(reviewedOn, AFTER_REVIEW_DAYS), judgedOn] : [addMonths(servedOn, LITIGATION_MONTHS)];
  const ends = [...limits, planEndsOn]
    .filter((day) => day !== null)
    .sort()
    .at(-1)!;
  return { from: addDays(ends, 1), until: addMonths(ends, APPLICATION_MONTHS) };
}

/** The first day after the ten working days of the reminder (行政强制法§54, §69). */
export const reminderRipeOn = (remindedOn: string) => addDays(addWorkdays(remindedOn, REMINDER_WORKDAYS), 1);

export function courtRefusal(facts: CourtFacts): MoveRefusal | null {
  const { isUnpaid, isUnderRemedy, isAgreed, remindedOn, today } = facts;
  if (!isUnpaid) return refusal('NOTHING_UNPAID', '罚款已缴清', 'Nothing is unpaid');
  if (isUnderRemedy)
    return refusal(
      'UNDER_REMEDY',
      '行政复议、行政诉讼期间不得申请强制执行（行政强制法第五十三条）',
      'Not while a review or lawsuit is going on (行政强制法 §53)',
    );
  if (isAgreed) return agreementStands();
  if (remindedOn === null)
    return refusal(
      'REMINDER_MISSING',
      '申请强制执行前应当催告（行政强制法第五十四条）',
      'The party must be reminded first (行政强制法 §54)',
    );
  if (today < reminderRipeOn(remindedOn))
    return refusal(
      'REMINDER_FRESH',
      '催告书送达未满十个工作日（行政强制法第五十四条、第六十九条）',
      'Ten working days must pass after the reminder (行政强制法 §54, §69)',
    );
  const { from, until } = courtWindow(facts);
  if (today < from)
    return refusal(
      'REMEDY_TIME_OPEN',
      '当事人申请复议、提起诉讼的期限未满（行政强制法第五十三条）',
      'The time for review and litigation is not over (行政强制法 §53)',
    );
  return today > until
    ? refusal('COURT_TOO_LATE', '已超过申请人民法院强制执行的三个月期限（行政强制法第五十三条）', 'Too late: three months (行政强制法 §53)')
    : null;
}
