import { type Condition, letIn, type Variables } from './conditions';
import { isJsonObject, type JsonObject, ownValue, setOwn } from './json-object';
import type { RequiredSelection } from './plan';
import type { SupergraphTypes } from './supergraph-types';

/** What is sent of an object, so that a subgraph can look it up; null for one that lacks something of it and cannot be looked up. */
export type Representer = (object: JsonObject, variables: Variables) => JsonObject | null;

/** A field that objects of one type send along. */
interface Sent {
  readonly source: string;
  readonly name: string;
  readonly conditions: readonly Condition[];
  readonly below: Selected | null;
}

/** Something is missing that was asked for before and did not come. */
const MISSING = Symbol('missing');

export function representerOf(requires: readonly RequiredSelection[], types: SupergraphTypes): Representer {
  const selected = new Selected(requires, types);
  return (object, variables) => {
    if (typeof object.__typename !== 'string') return null;
    const representation = selected.of(object, variables);
    if (representation === MISSING || !identifies(representation)) return null;
    representation.__typename ??= object.__typename;
    return representation;
  };
}

/** With nothing but nulls beside the name of its type, an object names no entity. */
function identifies(representation: JsonObject): boolean {
  for (const name of Object.keys(representation)) if (name !== '__typename' && representation[name] !== null) return true;
  return false;
}

/** What is selected of objects, worked out once for each type that they turn out to be of. */
class Selected {
  private readonly byType = new Map<string | undefined, readonly Sent[]>();

  constructor(
    private readonly selections: readonly RequiredSelection[],
    private readonly types: SupergraphTypes,
  ) {}

  of(object: JsonObject, variables: Variables): JsonObject | typeof MISSING {
    const representation: JsonObject = {};
    for (const { source, name, conditions, below } of this.sentBy(object.__typename)) {
      if (conditions.length > 0 && !letIn(conditions, variables)) continue;
      const value = ownValue(object, source);
      if (value === undefined) return MISSING;
      const sent = below ? below.ofValue(value, variables) : value;
      if (sent === MISSING) return MISSING;
      setOwn(representation, name, sent);
    }
    return representation;
  }

  private ofValue(value: unknown, variables: Variables): unknown {
    if (isJsonObject(value)) return this.of(value, variables);
    if (!Array.isArray(value)) return value;
    const items: unknown[] = [];
    for (const item of value) {
      const sent = this.ofValue(item, variables);
      if (sent === MISSING) return MISSING;
      items.push(sent);
    }
    return items;
  }

  private sentBy(typename: unknown): readonly Sent[] {
    const type = typeof typename === 'string' ? typename : undefined;
    let sent = this.byType.get(type);
    if (!sent) {
      sent = [...this.collect(this.selections, type, [], new Map()).values()];
      // Names of types come from subgraphs' answers: a made-up one is not kept.
      if (type === undefined || this.types.schema.getType(type)) this.byType.set(type, sent);
    }
    return sent;
  }

  private collect(
    selections: readonly RequiredSelection[],
    type: string | undefined,
    conditions: readonly Condition[],
    into: Map<string, Sent>,
  ): Map<string, Sent> {
    for (const selection of selections) {
      if (selection.kind === 'field') {
        const { source, name, selections: inner } = selection;
        const known = into.get(name);
        const below = inner && new Selected([...(known?.below?.selections ?? []), ...inner], this.types);
        into.set(name, { source, name, conditions: known && known.conditions.length === 0 ? [] : conditions, below });
      } else if (selection.type === null || (type !== undefined && this.types.is(type, selection.type)))
        this.collect(selection.selections, type, [...conditions, ...selection.conditions], into);
    }
    return into;
  }
}
