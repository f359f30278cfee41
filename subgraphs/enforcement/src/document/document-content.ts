import type { CaseParty } from '../case/case-party.type';
import type { MeasuredThing } from '../investigation/measure.entity';
import type { CaseFile } from './case-file';
import type { DocumentItemKind } from './document.enums';

/** One part of a document. */
export interface ContentItem {
  readonly item: DocumentItemKind;
  readonly text: string;
  /** Names of natural persons that the part lists. */
  readonly names?: readonly string[];
}

/** The party as the document states it: what the case held when it was made. */
export type ContentParty = Omit<CaseParty, 'id' | 'divisionCode'>;

/** Who signs it for the organ. */
export interface ContentOfficer {
  readonly name: string;
  readonly certificateNumber: string | null;
}

/** All that stands on a page, but for its title and number. Kept as it was when the document was made. */
export interface DocumentContent {
  readonly organName: string;
  readonly caseNumber: string | null;
  readonly party: ContentParty | null;
  readonly officers: readonly ContentOfficer[];
  readonly items: readonly ContentItem[];
  readonly things: readonly MeasuredThing[];
}

/** What only the document itself records. */
export interface DocumentGiven {
  readonly appointment?: { readonly at: Date; readonly place: string } | null;
  readonly samples?: readonly MeasuredThing[] | null;
}

/** What a record makes a document say. */
export interface Composed {
  /** The day that stands under it. */
  readonly on: string;
  readonly items: readonly ContentItem[];
  readonly things?: readonly MeasuredThing[];
  /** Whose it is, where it is not of the organ that has the case: then none of its officers signs it. */
  readonly organName?: string;
}

/** How a kind of document is made of the records of its case. */
export interface Composer {
  /** The records that each have such a document; none while the case has not come to it. */
  sources(file: CaseFile): readonly { readonly id: string }[];
  compose(file: CaseFile, sourceId: string, given: DocumentGiven, today: string): Composed;
}

/** A composer that knows the type of its records. */
export function composer<S extends { readonly id: string }>(
  sources: (file: CaseFile) => readonly S[],
  compose: (source: S, file: CaseFile, given: DocumentGiven, today: string) => Composed,
): Composer {
  return {
    sources,
    compose: (file, sourceId, given, today) => compose(sources(file).find(({ id }) => id === sourceId)!, file, given, today),
  };
}

export const item = (kind: DocumentItemKind, text: string, names?: readonly string[]): ContentItem =>
  names ? { item: kind, text, names } : { item: kind, text };

/** The part, where there is something to say. */
export const itemIf = (kind: DocumentItemKind, text: string | null | undefined): ContentItem[] => (text ? [item(kind, text)] : []);

export function contentOf(
  { case: enforcementCase }: CaseFile,
  officers: readonly ContentOfficer[],
  { items, things = [], organName: madeBy }: Composed,
): DocumentContent {
  const { organName, caseNumber } = enforcementCase;
  const party = enforcementCase.party();
  return {
    organName: madeBy ?? organName!,
    caseNumber,
    party: party && withoutPlace(party),
    officers: madeBy ? [] : officers,
    items,
    things,
  };
}

const withoutPlace = ({ id: _, divisionCode: __, ...party }: CaseParty): ContentParty => party;
