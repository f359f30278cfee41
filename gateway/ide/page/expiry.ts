import type { Words } from './words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The time left until a moment in the largest sensible unit, or null when it has passed. */
export function timeLeft(until: Date, now: Date, words: Words): string | null {
  const left = until.getTime() - now.getTime();
  if (left <= 0) return null;
  if (left >= 2 * DAY) return words.days(Math.floor(left / DAY));
  if (left >= 2 * HOUR) return words.hours(Math.floor(left / HOUR));
  return words.minutes(Math.max(1, Math.floor(left / MINUTE)));
}

/** A moment as people here write it: China time, to the minute. */
export function momentInWords(moment: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
    hourCycle: 'h23',
  }).format(moment);
}

/** A day as people here write it. */
export function dayInWords(day: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(day);
}
