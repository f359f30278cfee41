import { maskPersonalData } from '@township-graph/shared/masking';
import type { PersonalWriting } from '@township-graph/shared/personal-data';

/** Who a text is about, as far as is known: hidden in it whoever they are, and never shown by this. */
export interface Named {
  readonly name: string;
}

/** A text about somebody: their name reads as who asks may see it, and no number that looks like a person's is in it. */
export async function textAbout(text: string | null, named: Promise<Named | null>): Promise<PersonalWriting | null> {
  if (text === null) return null;
  const name = (await named)?.name;
  const said = maskPersonalData(text);
  return (look) => (name && said.includes(name) ? said.replaceAll(name, look('NAME', name)) : said);
}
