import { DomainError } from './errors';

export const textLength = (field: string, longest: number) =>
  new DomainError(
    'BAD_USER_INPUT',
    'TEXT_LENGTH',
    { zh: `${field} 须为 1 至 ${longest} 字`, en: `${field} has 1 to ${longest} characters` },
    { field, longest },
  );

/** The text without blanks around it, or a refusal: documents, reasons and names are said. */
export function words(field: string, text: string | null | undefined, longest: number): string {
  const trimmed = text?.trim() ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none but line breaks belong into words
  if (trimmed.length >= 1 && trimmed.length <= longest && !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(trimmed)) return trimmed;
  throw textLength(field, longest);
}

export const optionalWords = (field: string, text: string | null | undefined, longest: number): string | null =>
  text === null || text === undefined || text.trim() === '' ? null : words(field, text, longest);

/** One line that must be there and fits its column. */
export function statedText(field: string, text: string, longest: number): string {
  const trimmed = text.trim();
  if (trimmed.length >= 1 && trimmed.length <= longest && !/[\p{Cc}\p{Cs}]/u.test(trimmed)) return trimmed;
  throw textLength(field, longest);
}

/** The same where there may be none. */
export const textOf = (field: string, text: string | null | undefined, longest: number): string | null =>
  text === null || text === undefined ? null : statedText(field, text, longest);
