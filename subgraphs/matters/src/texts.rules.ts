import { basicCodeMalformed, countInvalid, dayInThePast, textLength, textMissing } from './texts.errors';

/** The text without blanks around it, or a refusal: documents, reasons and names are said. */
export function words(field: string, text: string | null | undefined, most: number): string {
  const trimmed = text?.trim() ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none but line breaks belong into words
  if (trimmed.length >= 1 && trimmed.length <= most && !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(trimmed)) return trimmed;
  throw textMissing(field, most);
}

export const optionalWords = (field: string, text: string | null | undefined, most: number): string | null =>
  text === null || text === undefined || text.trim() === '' ? null : words(field, text, most);

/** One line that must be there and fits its column. */
export function statedText(field: string, text: string, longest: number): string {
  const trimmed = text.trim();
  if (trimmed.length >= 1 && trimmed.length <= longest && !/[\p{Cc}\p{Cs}]/u.test(trimmed)) return trimmed;
  throw textLength(field, longest);
}

/** The same where there may be none. */
export const textOf = (field: string, text: string | null | undefined, longest: number): string | null =>
  text === null || text === undefined ? null : statedText(field, text, longest);

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
