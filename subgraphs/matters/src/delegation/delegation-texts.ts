import { textLength } from './delegation.errors';

/** A text that must be there and fits its column. */
export function statedText(field: string, text: string, longest: number): string {
  const trimmed = text.trim();
  if (trimmed.length >= 1 && trimmed.length <= longest && !/[\p{Cc}\p{Cs}]/u.test(trimmed)) return trimmed;
  throw textLength(field, longest);
}

/** A remark, or none. */
export function remark(text: string | null | undefined): string | null {
  return text?.trim() ? statedText('note', text, 500) : null;
}
