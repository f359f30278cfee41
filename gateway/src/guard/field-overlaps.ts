import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/**
 * How many pairs of fields have the same name in the same place of the answer: each pair is one for validation to compare,
 * and a few hundred equal fields are hundreds of thousands of pairs. Walks what fragments expand to, which must be within limits.
 */
export function overlapsIn(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): number {
  const overlapsOf = (sets: readonly SelectionSetNode[]): number => {
    const places = new Map<string, { fields: number; readonly sets: SelectionSetNode[] }>();
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (selection.kind !== Kind.FIELD) {
          const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
          if (fragment) collect(fragment.selectionSet);
          continue;
        }
        const name = (selection.alias ?? selection.name).value;
        const place = places.get(name) ?? { fields: 0, sets: [] };
        place.fields += 1;
        if (selection.selectionSet) place.sets.push(selection.selectionSet);
        places.set(name, place);
      }
    };
    for (const each of sets) collect(each);
    let overlaps = 0;
    for (const { fields, sets: below } of places.values()) overlaps += (fields * (fields - 1)) / 2 + overlapsOf(below);
    return overlaps;
  };
  return overlapsOf([set]);
}
