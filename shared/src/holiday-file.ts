import { readFileSync } from 'node:fs';
import { type HolidayNotice, learnHolidays } from './calendar';

/**
 * The State Council publishes the holidays of a year in the November before; a county without a network need not wait for the
 * release that packages them. `HOLIDAYS_FILE` names a JSON file, in the form of {@link HolidayNotice}; null where there is none.
 */
export function learnHolidaysFrom({ HOLIDAYS_FILE: file }: NodeJS.ProcessEnv): void {
  if (!file) return;
  try {
    learnHolidays(noticeOf(JSON.parse(readFileSync(file, 'utf8'))));
  } catch (error) {
    throw new Error(`HOLIDAYS_FILE: ${(error as Error).message}`, { cause: error });
  }
}

function noticeOf(parsed: unknown): HolidayNotice {
  const { holidays, workdays } = (parsed ?? {}) as Partial<Record<string, unknown>>;
  const isNamed = (days: unknown): days is HolidayNotice['holidays'] =>
    typeof days === 'object' && days !== null && Object.values(days).every((name) => typeof name === 'string');
  if (!isNamed(holidays) || !isNamed(workdays)) throw new Error('must have "holidays" and "workdays", each of days and their names');
  return { holidays, workdays };
}
