import { isWorkday } from '@township-graph/shared/calendar';
import { hoursOn, instantAt, minutesOf, type Schedule, timeAfter } from '../service-point/opening-hours.rules';

/** A stretch of a day that one books. */
export interface Slot {
  readonly starts: string;
  readonly ends: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The slots of a day, within the opening hours: none on days on which nobody works. What is left of an hour and no whole slot is none. */
export function slotsOn(schedule: Schedule, slotMinutes: number, day: string): Slot[] {
  if (!isWorkday(day)) return [];
  return hoursOn(schedule, day).flatMap(({ opens, closes }) => {
    const from = minutesOf(opens);
    const count = Math.floor((minutesOf(closes) - from) / slotMinutes);
    return Array.from({ length: count }, (_, index) => slotFrom(day, from + index * slotMinutes, slotMinutes));
  });
}

function slotFrom(day: string, minutes: number, length: number): Slot {
  const starts = timeAfter(minutes);
  const ends = timeAfter(minutes + length);
  return { starts, ends, startsAt: instantAt(day, starts), endsAt: instantAt(day, ends) };
}
