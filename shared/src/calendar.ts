import published from 'chinese-days/dist/chinese-days.json';
import { dayAt, midnightOf } from './day';
import { DomainError } from './errors';

/*
 * The statutory calendar: the yearly holiday notice of the State Council (国务院办公厅节假日安排通知), as packaged by
 * `chinese-days`, over plain YYYY-MM-DD strings. We read the package's tables and not its functions: those take a day
 * for an instant of the host's own time zone, and west of Greenwich answer for the day before.
 */
const holidays = new Map(Object.entries<string>(published.holidays));
const makeUpWorkdays = new Map(Object.entries<string>(published.workdays));

/** More working days than any limit in law; a larger count is a mistake, and would only keep the process busy. */
const MOST_WORKDAYS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;

let knownUntil = lastPublishedDay();
let notices = 0;

/**
 * The last day whose holidays are published: 31 December of the last year that has a notice. Later days (and days
 * before 2004) are judged Monday to Friday, so a deadline beyond it is provisional until the next notice is known.
 */
export const calendarKnownUntil = (): string => knownUntil;

/** Another number once a notice was learned: what was computed before may be another day now. */
export const calendarEdition = (): number => notices;

/** A yearly notice, as `chinese-days` writes it: days of holidays, and weekend days that are worked in lieu, each with its name. */
export interface HolidayNotice {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/** Takes in a notice that is newer than the package, for this process. What is known of other days stays. */
export function learnHolidays({ holidays: rest, workdays }: HolidayNotice): void {
  // All of it or nothing: a day that is none is found before the first is taken in.
  for (const day of [...Object.keys(rest), ...Object.keys(workdays)]) parseDay(day);
  for (const [day, name] of Object.entries(rest)) holidays.set(day, name);
  for (const [day, name] of Object.entries(workdays)) makeUpWorkdays.set(day, name);
  knownUntil = lastPublishedDay();
  notices += 1;
}

/** Whether the text is a real calendar day written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return midnightOf(text) !== null;
}

/** The same text if it is a real day; otherwise refuses with BAD_USER_INPUT / MALFORMED_DAY. */
export function parseDay(text: string): string {
  return isDay(text) ? text : notADay();
}

function notADay(): never {
  throw new DomainError('BAD_USER_INPUT', 'MALFORMED_DAY', {
    zh: '日期无效，应为真实存在的 YYYY-MM-DD',
    en: 'Not a valid day: write a real date as YYYY-MM-DD',
  });
}

/** Whether public bodies work on this day: weekdays but for statutory holidays, and the weekend days worked in lieu (调休). */
export function isWorkday(day: string): boolean {
  const weekday = new Date(toTime(day)).getUTCDay();
  if (makeUpWorkdays.has(day)) return true;
  return !holidays.has(day) && weekday !== 0 && weekday !== 6;
}

/** Whether the day lies in a statutory holiday, its weekend included: also who serves on ordinary weekends is closed then. */
export function isStatutoryHoliday(day: string): boolean {
  return holidays.has(parseDay(day));
}

/** The day itself if it is a working day, else the first one after it. */
export function workdayOnOrAfter(day: string): string {
  let candidate = parseDay(day);
  while (!isWorkday(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}

/**
 * The n-th working day after a day (before it, if n is negative); the day itself is never counted (民法典§201).
 * With n = 0 it is the day unchanged. Throws RangeError unless n is an integer of at most ±10,000.
 */
export function addWorkdays(day: string, n: number): string {
  if (!Number.isInteger(n) || Math.abs(n) > MOST_WORKDAYS) throw new RangeError('addWorkdays: n out of range');
  const step = Math.sign(n);
  let reached = parseDay(day);
  for (let left = Math.abs(n); left > 0; ) {
    reached = addDays(reached, step);
    if (isWorkday(reached)) left -= 1;
  }
  return reached;
}

/** The day n natural days later (earlier, if negative). */
export function addDays(day: string, n: number): string {
  return dayAt(toTime(day) + n * DAY_MS);
}

/**
 * The corresponding day n natural months later; where that month has no such day, its last day (民法典§202):
 * 31 January plus one month is 28 or 29 February.
 */
export function addMonths(day: string, n: number): string {
  const date = new Date(toTime(day));
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + n;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)));
}

/** The corresponding day n years later; 29 February becomes 28 February in a common year (民法典§202). */
export function addYears(day: string, n: number): string {
  return addMonths(day, 12 * n);
}

/** How many natural days lie between two days: 0 for the same day, negative if `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (toTime(to) - toTime(from)) / DAY_MS;
}

/** How many working days lie after `from` up to and including `to`; 0 if `to` is not later. */
export function workdaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = parseDay(from); day < to; ) {
    day = addDays(day, 1);
    if (isWorkday(day)) count += 1;
  }
  return count;
}

function toTime(day: string): number {
  return midnightOf(day) ?? notADay();
}

/** A year counts as published once its National Day is: a notice may reach a few days into the next January. */
function lastPublishedDay(): string {
  const nationalDays = [...holidays.keys()].filter((day) => day.endsWith('-10-01')).sort();
  return `${nationalDays.at(-1)?.slice(0, 4) ?? '2003'}-12-31`;
}
