import { addDays, addWorkdays, isWorkday } from '@township-graph/shared/calendar';

/** What 兰考 published, at full size: applications a month, and those that came by kiosk in 2020. */
const A_MONTH = 15_000;
const KIOSK_A_YEAR = 120_000;
const YEAR = 2020;
const MONTHS = 12;

/** Beside the year that was published, so many working days before the day of loading. */
const RECENT_WORKDAYS = 20;

/** Applications by their place in a sequence, half open. What becomes of one goes by its place, so that counts are exact. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What came on one day. Each day is made by itself, so that a load that was cut off goes on with the next. */
export interface ApplicationDay {
  readonly day: string;
  readonly atKiosks: Range;
  readonly elsewhere: Range;
  /** Working days before the day of loading; null in the published year. Then every desk also has what is not done yet. */
  readonly workdaysAgo: number | null;
}

/** The days of 2020, and the last working days before a day, with what came on each at this share of the full number. */
export function applicationDays(scale: number, today: string): ApplicationDay[] {
  return scale === 0 ? [] : [...publishedYear(scale), ...recentDays(scale, today)];
}

/** How many came on a day, but for what lies on the desks. */
export const sizeOf = ({ atKiosks, elsewhere }: ApplicationDay): number => atKiosks.to - atKiosks.from + elsewhere.to - elsewhere.from;

function publishedYear(scale: number): ApplicationDay[] {
  const kiosks = Math.round(KIOSK_A_YEAR * scale);
  const others = Math.round(A_MONTH * MONTHS * scale) - kiosks;
  return Array.from({ length: MONTHS }, (_, month) => {
    const first = `${YEAR}-${String(month + 1).padStart(2, '0')}-01`;
    const days = daysBetween(first, month === 11 ? `${YEAR + 1}-01-01` : `${YEAR}-${String(month + 2).padStart(2, '0')}-01`);
    return spreadOver(days, part({ from: 0, to: kiosks }, month, MONTHS), part({ from: 0, to: others }, month, MONTHS), () => null);
  }).flat();
}

/** A month's number over them. */
function recentDays(scale: number, today: string): ApplicationDay[] {
  const kiosks = Math.round((KIOSK_A_YEAR / MONTHS) * scale);
  const others = Math.round(A_MONTH * scale) - kiosks;
  const days = daysBetween(addWorkdays(today, -RECENT_WORKDAYS), today);
  const working = days.filter(isWorkday);
  return spreadOver(days, { from: 0, to: kiosks }, { from: 0, to: others }, (day) => working.filter((each) => each >= day).length);
}

/** Kiosks stand open every day, everything else on working days. */
function spreadOver(days: readonly string[], kiosks: Range, others: Range, workdaysAgo: (day: string) => number | null): ApplicationDay[] {
  const working = days.filter(isWorkday);
  return days.map((day, index) => ({
    day,
    atKiosks: part(kiosks, index, days.length),
    elsewhere: isWorkday(day) ? part(others, working.indexOf(day), working.length) : { from: 0, to: 0 },
    workdaysAgo: workdaysAgo(day),
  }));
}

/** The index-th of so many equal parts of a range. */
function part({ from, to }: Range, index: number, parts: number): Range {
  const boundary = (at: number) => from + Math.round(((to - from) * at) / parts);
  return { from: boundary(index), to: boundary(index + 1) };
}

function daysBetween(from: string, to: string): string[] {
  const days = [];
  for (let day = from; day < to; day = addDays(day, 1)) days.push(day);
  return days;
}
