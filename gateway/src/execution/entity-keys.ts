import { isInterfaceType, isObjectType, Kind, parse } from 'graphql';
import { textOf } from '../supergraph-links';
import { graphOf, isUnresolvableKey, subgraphNamesIn } from './join-directives';
import type { SupergraphTypes } from './supergraph-types';

/** The fields of a key, as far as they stand at its top. */
type Key = readonly string[];

/** By which keys each subgraph looks up entities. */
export class EntityKeys {
  private readonly byPlace = new Map<string, Key[]>();

  constructor(private readonly types: SupergraphTypes) {
    const { schema } = types;
    const names = subgraphNamesIn(schema);
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const node of type.astNode?.directives ?? []) {
        const key = node.name.value === 'join__type' ? textOf(node, 'key') : undefined;
        if (key !== undefined && !isUnresolvableKey(node)) this.add(names.get(graphOf(node)), type.name, topFieldsOf(key));
      }
    }
  }

  /**
   * Whether these fields name an object of the type to the subgraph. Where no key is known, they are taken to: it is
   * only plans that ask for too much which have to be kept back.
   */
  identify(subgraph: string, typename: string, fields: ReadonlySet<string>): boolean {
    const keys = [...this.byPlace].flatMap(([place, own]) => {
      const [name, type] = place.split(' ') as [string, string];
      return name === subgraph && this.types.is(typename, type) ? own : [];
    });
    return keys.length === 0 || keys.some((key) => key.every((field) => fields.has(field)));
  }

  private add(subgraph: string | undefined, type: string, key: Key): void {
    if (subgraph === undefined) return;
    const place = `${subgraph} ${type}`;
    this.byPlace.set(place, [...(this.byPlace.get(place) ?? []), key]);
  }
}

function topFieldsOf(key: string): Key {
  const [operation] = parse(`{ ${key} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  return operation.selectionSet.selections.flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []));
}
