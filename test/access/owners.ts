/** The divisions of the test's small world: two townships of one county, a village in each, and a county elsewhere. */
export const COUNTY = '410225';
export const TOWNSHIP_A = '410225201';
export const VILLAGE_A = '410225201200';
export const TOWNSHIP_B = '410225206';
export const VILLAGE_B = '410225206200';
export const OTHER_COUNTY = '330381';

/**
 * Somebody whose rows lie in the tables. Every text of theirs begins with their mark, so that wherever a text turns up,
 * it tells whose it is: what trees say is public, what gems say is for their own division and those above it.
 */
export interface Owner {
  /** Five letters that a credit code may hold, so that the mark fits into codes too. */
  readonly mark: string;
  readonly division: string;
  /** The last two digits of the year of all its days, which cannot carry a mark. */
  readonly year: number;
  readonly isPublic: boolean;
}

const owner = (mark: string, division: string, year: number): Owner => ({ mark, division, year, isPublic: false });
const openly = (mark: string, division: string): Owner => ({ ...owner(mark, division, 10), isPublic: true });

/** What they publish is there from the beginning to the end. */
export const PUBLISHERS = {
  county: openly('cedar', COUNTY),
  townshipA: openly('apple', TOWNSHIP_A),
  townshipB: openly('beech', TOWNSHIP_B),
} as const;

/** What township A keeps to itself is there all the time, so that its neighbour's could hide among it. */
export const AT_HOME = owner('amber', TOWNSHIP_A, 11);

/** What is there in one walk and not in the other: of B, of B's village, and of the county that both belong to. */
export const HIDDEN = {
  townshipB: owner('beryl', TOWNSHIP_B, 12),
  villageB: owner('pearl', VILLAGE_B, 13),
  county: owner('agate', COUNTY, 14),
} as const;

/** Names of persons and the like: for nobody, since no viewer here states a purpose; wherever they stand. */
export const PERSONS = owner('topaz', '', 15);

export const OWNERS: readonly Owner[] = [...Object.values(PUBLISHERS), AT_HOME, ...Object.values(HIDDEN)];
