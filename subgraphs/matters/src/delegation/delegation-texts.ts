import { statedText } from '@township-graph/shared/stated-text';

/** A remark, or none. */
export function remark(text: string | null | undefined): string | null {
  return text?.trim() ? statedText('note', text, 500) : null;
}
