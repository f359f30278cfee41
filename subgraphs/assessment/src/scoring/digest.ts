import { createHash } from 'node:crypto';

/** SHA-256 of a text, so that two readers can tell whether they have the same. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
