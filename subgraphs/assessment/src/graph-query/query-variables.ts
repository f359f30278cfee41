import { addDays } from '@township-graph/shared/calendar';
import { startOfDay } from '@township-graph/shared/clock';
import { SubjectKind } from '../scheme/scheme.enums';

/** Whom a query is about: a division code, a credit code, a member of staff. */
export const SUBJECT_VARIABLE: Readonly<Record<SubjectKind, string>> = {
  [SubjectKind.DIVISION]: 'divisionCode',
  [SubjectKind.ORGANIZATION]: 'creditCode',
  [SubjectKind.STAFF_MEMBER]: 'staffMemberId',
};

/**
 * Who holds the round, and for which time, half open: `fromDay` and `toDay` are days, `from` and `to` instants; the second of each is the first
 * that no longer counts.
 */
export const ROUND_VARIABLES = ['roundDivisionCode', 'fromDay', 'toDay', 'from', 'to'] as const;

export type QueryVariables = Readonly<Record<string, string>>;

export interface AskedAbout {
  readonly divisionCode: string;
  /** First and last day. */
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly subjectKind: SubjectKind;
  readonly subjectKey: string;
}

export function variablesFor({ divisionCode, periodFrom, periodTo, subjectKind, subjectKey }: AskedAbout): QueryVariables {
  const toDay = addDays(periodTo, 1);
  return {
    [SUBJECT_VARIABLE[subjectKind]]: subjectKey,
    roundDivisionCode: divisionCode,
    fromDay: periodFrom,
    toDay,
    from: startOfDay(periodFrom).toISOString(),
    to: startOfDay(toDay).toISOString(),
  };
}
