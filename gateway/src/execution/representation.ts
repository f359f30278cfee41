import { evaluated, propertyOf, readOf } from '../generated-code';
import { isObject } from '../transport/execution-result';
import { type JsonObject, ownValue, setOwn } from './json-object';
import type { RequiredSelection } from './plan';
import type { SupergraphTypes } from './supergraph-types';

/** What is sent of objects, so that a subgraph can look them up. */
export class Representer {
  private readonly selected: Selected;
  private readonly byType = new Map<string, TypeRepresenter | null>();

  /** `identifies` says whether the fields, by their names in the representation, make a key of the type. */
  constructor(
    requires: readonly RequiredSelection[],
    private readonly types: SupergraphTypes,
    private readonly identifies: (typename: string, fields: ReadonlySet<string>) => boolean,
  ) {
    this.selected = new Selected(requires, types);
  }

  /** For objects of the type; null for one that cannot be asked for. */
  for(typename: string): TypeRepresenter | null {
    let representer = this.byType.get(typename);
    if (representer === undefined) {
      const sent = this.selected.sentBy(typename);
      const isAsked = this.identifies(typename, new Set(sent.map(({ name }) => name)));
      // Names of types come from subgraphs' answers: for a made-up one nothing is written, and nothing kept.
      const isKnown = this.types.schema.getType(typename) !== undefined;
      representer = isAsked
        ? new TypeRepresenter(typename, this.selected, isKnown ? evaluated(quickCode(typename, sent), {}) : NEVER_QUICK)
        : null;
      if (isKnown) this.byType.set(typename, representer);
    }
    return representer;
  }
}

/** What is sent of objects whose values are texts and numbers alone, as keys mostly are. */
interface QuickRepresentation {
  /** Tells apart what differs; null for other objects. */
  key(object: JsonObject): string | number | null;
  value(object: JsonObject): JsonObject;
  json(object: JsonObject): string;
}

const NEVER_QUICK: QuickRepresentation = { key: () => null, value: (object) => object, json: JSON.stringify };

/** What is sent of objects of one type. */
export class TypeRepresenter {
  constructor(
    readonly typename: string,
    private readonly selected: Selected,
    readonly quick: QuickRepresentation,
  ) {}

  /**
   * What is sent of an object without a quick key; null for one that lacks something and cannot be looked up. `isWhole`: everything
   * that was asked for so far has come. Then what is missing was not asked for of this object, since nothing that is wanted
   * of it requires it, and the rest does.
   */
  of(object: JsonObject, isWhole: boolean): JsonObject | null {
    const representation = this.selected.of(object, isWhole);
    if (representation === MISSING || isBlank(representation)) return null;
    representation.__typename ??= this.typename;
    return representation;
  }
}

function quickCode(typename: string, sent: readonly Sent[]): string {
  const isNamed = sent.some(({ name }) => name === '__typename');
  const all = isNamed ? sent : [...sent, { name: '__typename', source: '__typename' }];
  const value = ({ source }: Pick<Sent, 'source'>) => (source === '__typename' ? JSON.stringify(typename) : readOf('object', source));
  const text = (each: Pick<Sent, 'source'>) =>
    each.source === '__typename' ? JSON.stringify(JSON.stringify(typename)) : `JSON.stringify(${value(each)})`;
  const keys = sent.filter(({ source }) => source !== '__typename');
  return `return {
key(object) {
${keyCode(keys.map(value))}
},
value: (object) => ({ ${all.map((each) => propertyOf(each.name, value(each))).join(', ')} }),
json: (object) => '{' + ${all.map((each) => `${JSON.stringify(`${JSON.stringify(each.name)}:`)} + ${text(each)}`).join(` + ',' + `)} + '}',
};`;
}

/** One value is the key itself; several are told apart by their kinds and lengths. */
function keyCode(values: readonly string[]): string {
  // Nothing beside its type's name is nothing to ask by.
  if (values.length === 0) return 'return null;';
  if (values.length === 1)
    return `const value = ${values[0]};\nreturn typeof value === 'string' || typeof value === 'number' ? value : null;`;
  const steps = values.map(
    (value) => `value = ${value};
if (typeof value === 'string') key += '"' + value.length + ':' + value;
else if (typeof value === 'number') key += '#' + value;
else return null;`,
  );
  return `let key = '';\nlet value;\n${steps.join('\n')}\nreturn key;`;
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

  /** What objects of a type send along. */
  sentBy(typename: unknown): readonly Sent[] {
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
