import { registerEnumType } from 'type-graphql';
import type { BilingualText, Locale } from './errors';

/** The word for each value of an enum, in both languages; the Chinese one is the official term. */
export type Words<E extends string = string> = Readonly<Record<E, BilingualText>>;

const WORDS = new WeakMap<object, Words>();

/** Makes an enum known to GraphQL, with its words for descriptions: labels and schema cannot drift apart. */
export function describeEnum<E extends string>(
  values: Readonly<Record<string, E>>,
  name: string,
  about: BilingualText,
  words: Words<E>,
): void {
  WORDS.set(values, words);
  const entries = Object.entries<BilingualText>(words).map(([value, word]) => [value, { description: sentence(word) }] as const);
  registerEnumType(values, { name, description: sentence(about), valuesConfig: Object.fromEntries(entries) });
}

/** The label of a value; the value itself where it is none of the enum's. */
export function labelOf(words: Words, value: string, locale: Locale): string {
  return words[value]?.[locale] ?? value;
}

/** The official Chinese term of a value, as its description has it. */
export function termOf<E extends string>(values: Readonly<Record<string, E>>, value: E): string {
  return WORDS.get(values)![value]!.zh;
}

function sentence({ en, zh }: BilingualText): string {
  return `${en}. ${zh}。`;
}
