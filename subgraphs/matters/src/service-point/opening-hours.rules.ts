import { isStatutoryHoliday, isWorkday } from '@township-graph/shared/calendar';
import { dayOf, startOfDay } from '@township-graph/shared/clock';

/** From one time of the day to another, HH:MM in Asia/Shanghai; 24:00 is midnight. */
export interface Span {
  readonly opens: string;
  readonly closes: string;
}

/** When a service point says that it is open. */
export interface Schedule {
  readonly openingHours: readonly (Span & { readonly weekdays: readonly number[] })[];
  readonly aroundTheClock: boolean;
  /** From that day on it has no hours any more. */
  readonly closedOn: string | null;
}

const MINUTE_MS = 60_000;
const ALWAYS: Span = { opens: '00:00', closes: '24:00' };

/**
 * The hours of one day: none on a statutory holiday, and on a weekend worked in lieu (调休) those of the first day of the
 * working week, for it stands for one of its days. Who is open around the clock knows no calendar.
 */
export function hoursOn({ openingHours, aroundTheClock, closedOn }: Schedule, day: string): Span[] {
  if (closedOn !== null && day >= closedOn) return [];
  if (aroundTheClock) return [ALWAYS];
  if (isStatutoryHoliday(day)) return [];
  const weekday = weekdayOf(day);
  const workingWeek = openingHours.flatMap(({ weekdays }) => weekdays).filter((each) => each <= 5);
  const served = weekday > 5 && isWorkday(day) && workingWeek.length > 0 ? Math.min(...workingWeek) : weekday;
  return openingHours
    .filter(({ weekdays }) => weekdays.includes(served))
    .map(({ opens, closes }) => ({ opens, closes }))
    .toSorted((a, b) => (a.opens < b.opens ? -1 : 1));
}

export function isOpenAt(schedule: Schedule, instant: Date): boolean {
  const time = timeOf(instant);
  return hoursOn(schedule, dayOf(instant)).some(({ opens, closes }) => opens <= time && time < closes);
}

/** Whether there is still somebody to serve today: people come before the doors open, and wait through noon. */
export function servesLaterThan(schedule: Schedule, instant: Date): boolean {
  const time = timeOf(instant);
  return hoursOn(schedule, dayOf(instant)).some(({ closes }) => time < closes);
}

/** Whether its doors have been open since midnight, and are. */
export function servesThroughMidnight(schedule: Schedule, instant: Date): boolean {
  const time = timeOf(instant);
  return hoursOn(schedule, dayOf(instant)).some(({ opens, closes }) => opens === '00:00' && time < closes);
}

/** Whether a time of the day, such as a slot, lies within one of its spans. */
export function liesWithinHours(schedule: Schedule, day: string, from: Date, to: Date): boolean {
  return hoursOn(schedule, day).some(({ opens, closes }) => instantAt(day, opens) <= from && to <= instantAt(day, closes));
}

/** The instant at which a day's clocks show this time. */
export function instantAt(day: string, time: string): Date {
  return new Date(startOfDay(day).getTime() + minutesOf(time) * MINUTE_MS);
}

export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

export function timeAfter(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function timeOf(instant: Date): string {
  return timeAfter(Math.floor((instant.getTime() - startOfDay(dayOf(instant)).getTime()) / MINUTE_MS));
}

/** Monday is 1, Sunday 7. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
