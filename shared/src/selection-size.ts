import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { DomainError } from './errors';

/** What selection sets ask for, with fragments counted at each use. */
export interface SelectionSize {
  /** Fields and fragments. */
  readonly selections: number;
  readonly depth: number;
  readonly aliases: number;
  /** Fields of the outermost set. */
  readonly rootFields: number;
  /** Whether they ask for the schema itself, `__typename` aside. */
  readonly introspects: boolean;
}

export const NOTHING_SELECTED: SelectionSize = { selections: 0, depth: 0, aliases: 0, rootFields: 0, introspects: false };

/** What sets side by side ask for together. */
export function totalOf(sizes: readonly SelectionSize[]): SelectionSize {
  return sizes.reduce(plus, NOTHING_SELECTED);
}

/**
 * Measures selection sets of a document that nobody has validated yet. Each fragment is measured once and counted at each
 * use, so that 600 bytes which expand to millions of fields cost no more than 600 bytes.
 * Throws for a fragment that uses itself, and RangeError for sets so deep that walking them exhausts the stack.
 */
export class FragmentSizes {
  readonly byName: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Null while a fragment is being measured: who meets it then has come round in a circle. */
  private readonly measured = new Map<string, SelectionSize | null>();

  constructor({ definitions }: DocumentNode) {
    const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.byName = new Map(fragments.map((node) => [node.name.value, node]));
  }

  sizeOfSet({ selections }: SelectionSetNode): SelectionSize {
    let size = NOTHING_SELECTED;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet ? this.sizeOfSet(selection.selectionSet) : NOTHING_SELECTED;
        const introspects = below.introspects || selection.name.value === '__schema' || selection.name.value === '__type';
        size = plus(size, {
          selections: below.selections + 1,
          depth: below.depth + 1,
          aliases: below.aliases + (selection.alias ? 1 : 0),
          rootFields: 1,
          introspects,
        });
      } else {
        const below = selection.kind === Kind.FRAGMENT_SPREAD ? this.sizeOf(selection.name.value) : this.sizeOfSet(selection.selectionSet);
        size = plus(size, { ...below, selections: below.selections + 1, depth: below.depth + 1 });
      }
    }
    return size;
  }

  /** Fragments that have not been met so far. */
  notMeasured(): FragmentDefinitionNode[] {
    return [...this.byName.values()].filter(({ name }) => !this.measured.has(name.value));
  }

  sizeOf(name: string): SelectionSize {
    const known = this.measured.get(name);
    if (known === null) throw new FragmentCycle(name);
    if (known) return known;
    this.measured.set(name, null);
    const fragment = this.byName.get(name);
    const size = fragment ? this.sizeOfSet(fragment.selectionSet) : NOTHING_SELECTED;
    this.measured.set(name, size);
    return size;
  }
}

function plus(a: SelectionSize, b: SelectionSize): SelectionSize {
  return {
    selections: a.selections + b.selections,
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    rootFields: a.rootFields + b.rootFields,
    introspects: a.introspects || b.introspects,
  };
}

/** Validation would refuse it too, but by then it would have been measured, and it has no measure. */
class FragmentCycle extends DomainError {
  constructor(name: string) {
    super('BAD_USER_INPUT', 'FRAGMENT_CYCLE', { zh: `片段 ${name} 循环引用自身`, en: `The fragment ${name} uses itself` });
  }
}
