import { isObject } from '../transport/execution-result';
import { type JsonObject, ownValue, setOwn } from './json-object';
import type { RequiredSelection } from './plan';
import type { SupergraphTypes } from './supergraph-types';

/** What is sent of objects, so that a subgraph can look them up. */
export class Representer {
  private readonly selected: Selected;
  private readonly isIdentified = new Map<string, boolean>();
  /** Made to get its key, where that takes the whole of it. */
  private made: JsonObject | null = null;

  /** `identifies` says whether the fields, by their names in the representation, make a key of the type. */
  constructor(
    requires: readonly RequiredSelection[],
    private readonly types: SupergraphTypes,
    private readonly identifies: (typename: string, fields: ReadonlySet<string>) => boolean,
  ) {
    this.selected = new Selected(requires, types);
  }

  /**
   * A text that tells apart what differs; null for an object that lacks something and cannot be looked up. `isWhole`: everything
   * that was asked for so far has come. Then what is missing was not asked for of this object, since nothing that is wanted
   * of it requires it, and the rest does.
   */
  keyOf(object: JsonObject, isWhole: boolean): string | null {
    const { __typename: typename } = object;
    if (typeof typename !== 'string' || !this.canAskFor(typename)) return null;
    this.made = null;
    const quick = this.selected.quickKey(object, typename);
    if (quick !== null) return quick;
    const representation = this.selected.of(object, isWhole);
    if (representation === MISSING || isBlank(representation)) return null;
    this.made = representation;
    return JSON.stringify(representation);
  }

  /** Of the object whose key was just asked for. */
  representation(object: JsonObject): JsonObject {
    const representation = this.made ?? (this.selected.of(object, true) as JsonObject);
    representation.__typename ??= object.__typename;
    return representation;
  }

  private canAskFor(typename: string): boolean {
    let isAsked = this.isIdentified.get(typename);
    if (isAsked === undefined) {
      isAsked = this.identifies(typename, this.selected.namesFor(typename));
      // Names of types come from subgraphs' answers: a made-up one is not kept.
      if (this.types.schema.getType(typename)) this.isIdentified.set(typename, isAsked);
    }
    return isAsked;
  }
}

/** Something is missing that was asked for before and did not come. */
const MISSING = Symbol('missing');

/** A field that objects of one type send along. */
interface Sent {
  readonly source: string;
  readonly name: string;
  readonly below: Selected | null;
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

  /** A key by the values alone, where all that is sent are texts and numbers, as keys mostly are; null for other objects. */
  quickKey(object: JsonObject, typename: string): string | null {
    let key = '';
    for (const { source } of this.sentBy(typename)) {
      if (source === '__typename') continue;
      const value = object[source];
      if (typeof value === 'string') key += `"${value.length}:${value}`;
      else if (typeof value === 'number') key += `#${value}`;
      else return null;
    }
    // Nothing beside its type's name is nothing to ask by.
    return key === '' ? null : `${typename} ${key}`;
  }

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
    if (isObject(value)) return this.of(value, isWhole);
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
