import { basicCodeMalformed, countInvalid, dayInThePast } from './texts.errors';

export function count(field: string, value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  if (Number.isInteger(value) && value >= 0) return value;
  throw countInvalid(field);
}

/** What is decided takes effect today or later: what held on past days is not changed. */
export function notPast(day: string, today: string): string {
  if (day >= today) return day;
  throw dayInThePast(today);
}

export function checkedBasicCode(code: string): string {
  if (/^[0-9A-Z]{12}$/.test(code)) return code;
  throw basicCodeMalformed();
}
