import { computeDeadline, type DeadlineRule, LimitUnit, RestDayRule } from '@township-graph/shared/deadline';

/** What is due of a case. What only the party may do until a day is a column, and no clock that could turn red. */
export const PRE_CHECK_CLOCK = 'PRE_CHECK';
export const DECISION_CLOCK = 'DECISION';
export const PRESERVATION_CLOCK = 'PRESERVATION';
export const SEIZURE_CLOCK = 'SEIZURE';
export const SERVICE_CLOCK = 'SERVICE';
export const PAYMENT_CLOCK = 'PAYMENT';
export const AGREEMENT_CLOCK = 'AGREEMENT';
export const HAND_IN_CLOCK = 'CASH_HAND_IN';
export const REMITTANCE_CLOCK = 'REMITTANCE';
export const CORRECTION_CLOCK = 'CORRECTION';
export const COURT_CLOCK = 'COURT_APPLICATION';
export const CRIME_APPROVAL_CLOCK = 'CRIME_APPROVAL';
export const CRIME_HANDOVER_CLOCK = 'CRIME_HANDOVER';
export const CRIME_ANSWER_CLOCK = 'CRIME_ANSWER';

const { WORKDAY, DAY, MONTH, HOUR } = LimitUnit;
const { MOVES, STANDS } = RestDayRule;

export const rule = (value: number, unit: LimitUnit, basis: string, restDay = MOVES): DeadlineRule => ({
  limit: { value, unit },
  restDay,
  basis,
});

export const DECISION_RULE = rule(90, DAY, '行政处罚法§60');
export const PRESERVATION_RULE = rule(7, WORKDAY, '行政处罚法§56、§85');
/** Nothing is held a day longer for a holiday. */
export const SEIZURE_RULE = rule(30, DAY, '行政强制法§25①', STANDS);
export const SEIZURE_EXTENSION_DAYS = 30;
export const HEARING_REQUEST_RULE = rule(5, WORKDAY, '行政处罚法§64(1)、§85');
export const SERVICE_RULE = rule(7, WORKDAY, '行政处罚法§61①、§85');
export const PAYMENT_RULE = rule(15, DAY, '行政处罚法§67③');
/** Two working days to the organ, and two more to the bank. */
export const HAND_IN_RULE = rule(2, WORKDAY, '行政处罚法§71、§85');
export const REMITTANCE_RULE = rule(2, WORKDAY, '行政处罚法§71、§85');
export const CRIME_APPROVAL_RULE = rule(3, DAY, '行政执法机关移送涉嫌犯罪案件的规定§5');
export const CRIME_HANDOVER_RULE = rule(24, HOUR, '行政执法机关移送涉嫌犯罪案件的规定§5');
export const CRIME_ANSWER_RULE = rule(3, DAY, '行政执法机关移送涉嫌犯罪案件的规定§8');
/** Three months, from the end of what has to pass first. */
export const COURT_RULE = rule(3, MONTH, '行政强制法§53');

/** The last instant of a time that begins then. */
export const untilOf = (of: DeadlineRule, start: Date): Date => computeDeadline({ ...of, start, now: start }).dueAt;
