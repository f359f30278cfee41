import { makeCreditCode, organizationCheckCharacter } from '@township-graph/shared/credit-code';
import { AT_HOME, COUNTY, HIDDEN, type Owner, PERSONS } from './owners';

/** A text that is told apart from every other: it says in which column it lies, and whose it is. */
export class Canary {
  constructor(
    readonly column: string,
    readonly owner: Owner,
  ) {}

  toString(): string {
    return `${this.column} of ${this.owner.division || 'a person'}`;
  }
}

const KEEPERS = [AT_HOME, ...Object.values(HIDDEN), PERSONS];
/** What a credit code may hold. */
const LETTERS = '0123456789abcdefghjklmnpqrtuwxy';
const MARKED = new RegExp(`(?:${KEEPERS.map(({ mark }) => mark).join('|')})[${LETTERS}]{3}`, 'gi');
const DATED = new RegExp(`[12]9(?:${KEEPERS.map(({ year }) => year).join('|')})-\\d\\d-\\d\\d`, 'g');

/** Makes every text that is planted, and finds them again in whatever an answer says. */
export class Canaries {
  private readonly texts = new Map<string, number>();
  private readonly days = new Map<string, number>();
  private readonly planted = new Map<string, Canary>();

  /** What one owner says. `column` is `table.column`; `row` tells its rows in the table apart. */
  of(owner: Owner) {
    const planted = (text: string, column: string) => {
      this.planted.set(text, new Canary(column, owner));
      return text;
    };
    const text = (column: string, row = '') => planted(`${owner.mark}${letters(this.numberOf(owner, column, row))}`, column);
    const day = (century: number, column: string, row: string) => {
      // Counted apart from texts: there are but so many days in the years that are an owner's.
      const number = this.numberOf(owner, column, `${row} in ${century}`, this.days);
      return planted(`${century}${owner.year}-${digits(1 + (Math.floor(number / 28) % 12), 2)}-${digits(1 + (number % 28), 2)}`, column);
    };
    return {
      text,
      /** As long as a basic code, in capitals. */
      code: (column: string, row = '') => text(column, row).toUpperCase().padEnd(12, '0'),
      creditCode: (column: string, row = '') => {
        const body = text(column, row).toUpperCase();
        return makeCreditCode(`11${COUNTY}${body}${organizationCheckCharacter(body)}`);
      },
      /** A day long past. */
      day: (column: string, row = '') => day(19, column, row),
      /** A day far ahead. */
      endDay: (column: string, row = '') => day(29, column, row),
    };
  }

  /** Everything that was said and is not public. */
  all(): Canary[] {
    return [...this.planted.values()].filter(({ owner }) => !owner.isPublic);
  }

  private numberOf({ mark }: Owner, column: string, row: string, numbers = this.texts): number {
    const key = `${column} ${row} of ${mark}`;
    const number = numbers.get(key) ?? [...numbers.keys()].filter((known) => known.endsWith(mark)).length;
    numbers.set(key, number);
    return number;
  }

  /** What is not public among all that was said in the text, also inside cursors. */
  foundIn(text: string): Map<string, Canary> {
    const readable = `${text} ${cursorsIn(text).join(' ')}`;
    const found = new Map<string, Canary>();
    for (const [match] of [...readable.matchAll(MARKED), ...readable.matchAll(DATED)]) {
      const canary = this.planted.get(match.toLowerCase());
      if (canary) found.set(match.toLowerCase(), canary);
    }
    return found;
  }
}

/** Three letters, for there are more than a thousand texts of an owner. */
function letters(number: number): string {
  const base = LETTERS.length;
  return [Math.floor(number / base / base), Math.floor(number / base) % base, number % base].map((each) => LETTERS[each]).join('');
}

const digits = (number: number, width: number) => String(number).padStart(width, '0');

/** Cursors hold the values that a page ended at, packed; unpacked, they can be searched. */
function cursorsIn(text: string): string[] {
  return [...text.matchAll(/"(WyJ[\w-]+)"/g)].map(([, cursor]) => Buffer.from(cursor!, 'base64url').toString('utf8'));
}

export type Speech = ReturnType<Canaries['of']>;
