import { dayAt, midnightOf } from './day';

/** Where the time comes from. Injected everywhere, so that a test can stand still on any day. */
export type Clock = () => Date;

/** The machine's own time, in UTC. The only `new Date()` that services ever see. */
export const systemClock: Clock = () => new Date();

/**
 * China keeps one zone, UTC+8, with no summer time since 1991, so a constant is exact and needs no zone database.
 * Instants of the summers 1986–1991 within an hour of midnight would be a day early; nothing here is that old.
 */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar day, YYYY-MM-DD, that an instant falls on in Asia/Shanghai. Throws RangeError for an invalid Date. */
export function dayOf(instant: Date): string {
  return dayAt(Math.floor((instant.getTime() + SHANGHAI_OFFSET_MS) / DAY_MS) * DAY_MS);
}

/** The first instant of a day (00:00:00.000 in Asia/Shanghai). */
export function startOfDay(day: string): Date {
  return new Date((midnightOf(day) ?? Number.NaN) - SHANGHAI_OFFSET_MS);
}

/** The last instant of a day that a `datetime(3)` can hold (23:59:59.999 in Asia/Shanghai), so that it still reads as that day. */
export function endOfDay(day: string): Date {
  return new Date(startOfDay(day).getTime() + DAY_MS - 1);
}
