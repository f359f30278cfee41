import { isCreditCode } from '@township-graph/shared/credit-code';
import { COUNTY, HIDDEN, type Owner, PUBLISHERS, TOWNSHIP_A, TOWNSHIP_B, VILLAGE_B } from './owners';
import type { World } from './world';

/** Whose values are asked for: of what is hidden first, then of what is there to see. */
const ASKED: readonly Owner[] = [HIDDEN.townshipB, PUBLISHERS.townshipA];
/** How many rows of each are asked for by their identifier, and kinds of rows where any could be meant. */
const ROWS = 4;

/** What to ask with, so that the question meets the rows that were planted. */
export class Values {
  constructor(private readonly world: World) {}

  /** Words that rows of the type have in the column; none where it is no column of theirs. */
  words(name: string, about: string): string[] {
    return this.world.valuesOf(about, name, ASKED).map(String);
  }

  /** Values of a scalar: by the column of that name if there is one, else by what the scalar stands for. */
  ofScalar(scalar: string, name: string, about: string): readonly (string | number | boolean)[] {
    switch (scalar) {
      case 'Int':
        return [0, 1, 2, 5];
      case 'Float':
        return [0.5];
      case 'Boolean':
        return this.world.valuesOf(about, name, ASKED).length > 0 ? [true] : [true, false];
      case 'Decimal':
        return ['12.5'];
      case 'DivisionCode':
        return [TOWNSHIP_B, VILLAGE_B, TOWNSHIP_A, COUNTY];
      case 'Date':
        return [...this.texts(HIDDEN.townshipB, (text) => /^19\d\d-/.test(text)).slice(0, 1), '2020-06-01'];
      case 'DateTime':
        return ['2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z'];
      default: {
        // What rows lead to is asked for by its name, such as `round` of what has a `roundId`.
        const column = scalar === 'ID' && this.isTable(about) && this.world.columnsOf(about).includes(`${name}Id`) ? `${name}Id` : name;
        const named = ASKED.flatMap((owner) => this.world.valuesOf(about, column, [owner]).slice(0, scalar === 'ID' ? ROWS : 1));
        const alike = (named.length > 0 ? named : this.anyNamed(name)).map(String);
        // A column of that name may hold a department's name where the filter asks for its code.
        const fitting = scalar === 'CreditCode' ? alike.filter(isCreditCode) : alike;
        return fitting.length > 0 ? fitting : this.any(scalar);
      }
    }
  }

  /** Values for what is no column: of several tables, what could be meant. */
  any(scalar: string): string[] {
    if (scalar === 'CreditCode') return ASKED.flatMap((owner) => this.texts(owner, isCreditCode).slice(0, 1));
    return this.anyNamed(scalar === 'ID' ? 'id' : 'name')
      .slice(0, ROWS)
      .map(String);
  }

  isTable(type: string): boolean {
    return this.world.types().includes(type);
  }

  /** A value of the column of that name in each table that has one. */
  private anyNamed(name: string): unknown[] {
    return this.world.types().flatMap((type) => this.world.valuesOf(type, name, [HIDDEN.townshipB]).slice(0, 1));
  }

  private texts(owner: Owner, isMeant: (text: string) => boolean): string[] {
    const values = this.world
      .types()
      .flatMap((type) => this.world.columnsOf(type).flatMap((column) => this.world.valuesOf(type, column, [owner])));
    return [...new Set(values.filter((value): value is string => typeof value === 'string' && isMeant(value)))];
  }
}
