import { addYears } from '@township-graph/shared/calendar';

/** When the act happened and was found. Days. */
export interface ActDays {
  readonly actOn: string;
  /** Of an act that went on: the day it ended; null while it goes on. */
  readonly endedOn: string | null;
  readonly isContinuing: boolean;
  readonly discoveredOn: string;
  /** It touches the life, health or financial safety of citizens, and did harm. */
  readonly isGraveHarm: boolean;
}

export const LIMITATION_YEARS = 2;
export const GRAVE_LIMITATION_YEARS = 5;

/** The last day on which the act could still be found in time; null while it goes on (行政处罚法§36). */
export function limitationEndsOn({ actOn, endedOn, isContinuing, isGraveHarm }: ActDays): string | null {
  if (isContinuing && endedOn === null) return null;
  return addYears(endedOn ?? actOn, isGraveHarm ? GRAVE_LIMITATION_YEARS : LIMITATION_YEARS);
}

/** Not found for two years, or five: no penalty any more (行政处罚法§36). */
export function isTimeBarred(days: ActDays): boolean {
  const last = limitationEndsOn(days);
  return last !== null && days.discoveredOn > last;
}
