import { isJsonObject, type JsonObject, ownValue, setOwn } from './json-object';
import type { RequiredSelection } from './plan';
import type { SupergraphTypes } from './supergraph-types';

/**
 * What is sent of an object, so that a subgraph can look it up; null for one that lacks something of it and cannot be looked up.
 * `isWhole`: everything that was asked for so far has come. Then what is missing was not asked for of this object, since
 * nothing that is wanted of it requires it, and the rest does.
 */
export type Representer = (object: JsonObject, isWhole: boolean) => JsonObject | null;

/** A field that objects of one type send along. */
interface Sent {
  readonly source: string;
  readonly name: string;
  readonly below: Selected | null;
}

/** Something is missing that was asked for before and did not come. */
const MISSING = Symbol('missing');

/** `identifies` says whether the fields, by their names in the representation, make a key of the type. */
export function representerOf(
  requires: readonly RequiredSelection[],
  types: SupergraphTypes,
  identifies: (typename: string, fields: ReadonlySet<string>) => boolean,
): Representer {
  const selected = new Selected(requires, types);
  const isIdentified = new Map<string, boolean>();
  return (object, isWhole) => {
    const { __typename: typename } = object;
    if (typeof typename !== 'string') return null;
    let isAsked = isIdentified.get(typename);
    if (isAsked === undefined) {
      isAsked = identifies(typename, selected.namesFor(typename));
      if (types.schema.getType(typename)) isIdentified.set(typename, isAsked);
    }
    if (!isAsked) return null;
    const representation = selected.of(object, isWhole);
    if (representation === MISSING || isBlank(representation)) return null;
    representation.__typename ??= typename;
    return representation;
  };
}

/** With nothing but nulls beside the name of its type, an object names no entity. */
function isBlank(representation: JsonObject): boolean {
  for (const name of Object.keys(representation)) if (name !== '__typename' && representation[name] !== null) return false;
  return true;
}

/** What is selected of objects, worked out once for each type that they turn out to be of. */
class Selected {
  private readonly byType = new Map<string | undefined, readonly Sent[]>();

  constructor(
    private readonly selections: readonly RequiredSelection[],
    private readonly types: SupergraphTypes,
  ) {}

  /** What objects of a type send along. */
  namesFor(typename: string): ReadonlySet<string> {
    return new Set(this.sentBy(typename).map(({ name }) => name));
  }

  of(object: JsonObject, isWhole: boolean): JsonObject | typeof MISSING {
    const representation: JsonObject = {};
    for (const { source, name, below } of this.sentBy(object.__typename)) {
      const value = ownValue(object, source);
      if (value === undefined) {
        if (isWhole) continue;
        return MISSING;
      }
      const sent = below ? below.ofValue(value, isWhole) : value;
      if (sent === MISSING) return MISSING;
      setOwn(representation, name, sent);
    }
    return representation;
  }

  private ofValue(value: unknown, isWhole: boolean): unknown {
    if (isJsonObject(value)) return this.of(value, isWhole);
    if (!Array.isArray(value)) return value;
    const items: unknown[] = [];
    for (const item of value) {
      const sent = this.ofValue(item, isWhole);
      if (sent === MISSING) return MISSING;
      items.push(sent);
    }
    return items;
  }

  private sentBy(typename: unknown): readonly Sent[] {
    const type = typeof typename === 'string' ? typename : undefined;
    let sent = this.byType.get(type);
    if (!sent) {
      sent = [...this.collect(this.selections, type, new Map()).values()];
      // Names of types come from subgraphs' answers: a made-up one is not kept.
      if (type === undefined || this.types.schema.getType(type)) this.byType.set(type, sent);
    }
    return sent;
  }

  private collect(selections: readonly RequiredSelection[], type: string | undefined, into: Map<string, Sent>): Map<string, Sent> {
    for (const selection of selections) {
      if (selection.kind === 'field') {
        const { source, name, selections: inner } = selection;
        const below = inner && new Selected([...(into.get(name)?.below?.selections ?? []), ...inner], this.types);
        into.set(name, { source, name, below });
      } else if (selection.type === null || (type !== undefined && this.types.is(type, selection.type)))
        this.collect(selection.selections, type, into);
    }
    return into;
  }
}
