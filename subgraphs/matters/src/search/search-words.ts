import { createHash } from 'node:crypto';
import { commonNamesOf } from './common-names';

/** The text as the index knows it: full-width and capitals folded, everything but letters, digits and blanks gone. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** What somebody typed, as words: blanks and punctuation part them. */
export function wordsOf(typed: string): string[] {
  const words = typed.normalize('NFKC').split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words.map(normalised).filter((word) => word !== ''))];
}

/** Every pair of neighbours. Chinese has no blanks between words, so any two characters may be one. */
export function bigramsOf(word: string): string[] {
  const characters = [...word];
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}

/** What a name is searched in: itself, and what people call it, parted by blanks that no word holds. */
export function searchedText(name: string): string {
  return [name, ...commonNamesOf(name)].map(normalised).join(' ');
}

/** What a text is found by: its pairs, and its single characters for one-character words. */
export function tokensOf(text: string): string[] {
  return [...new Set(text.split(' ').flatMap((part) => [...part, ...bigramsOf(part)]))];
}

/** What must all be in a name that contains the word. */
export function sieveOf(word: string): string[] {
  return [...word].length === 1 ? [word] : bigramsOf(word);
}

/** Names alike have one key, so the thousands of rows of one catalogue item share its postings. */
export function nameKeyOf(name: string): string {
  return createHash('sha256').update(normalised(name)).digest('hex').slice(0, 32);
}
