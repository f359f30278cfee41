import { type ConstDirectiveNode, type DocumentNode, isTypeDefinitionNode, valueFromASTUntyped } from 'graphql';
import { supergraphDocument } from '../supergraph-document';
import { linksOf, nameIn } from '../supergraph-links';

/** What `@listSize` says of a field. */
export interface ListSize {
  readonly assumedSize: number | null;
  readonly slicingArguments: readonly string[];
  /** The fields below that hold the list; none when the field is itself one. */
  readonly sizedFields: readonly string[];
  readonly requireOneSlicingArgument: boolean;
}

/** What a supergraph's subgraphs say of their costs, by coordinate: `Type`, `Type.field`, `Type.field(argument:)`. */
export interface DeclaredCosts {
  readonly weights: ReadonlyMap<string, number>;
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

/** Reads `@cost` and `@listSize`, by whatever names the supergraph imports them. One without them declares nothing. */
export function declaredCosts(supergraphSdl: string): DeclaredCosts {
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const document = supergraphDocument(supergraphSdl);
  const names = namesIn(document);
  if (!names) return { weights, listSizes };

  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const directive of directives) {
      if (directive.name.value === names.cost) weights.set(coordinate, Number(argumentsOf(directive).weight));
      if (directive.name.value === names.listSize) listSizes.set(coordinate, listSizeFrom(argumentsOf(directive)));
    }
  };
  for (const type of document.definitions.filter(isTypeDefinitionNode)) {
    note(type.name.value, type.directives);
    for (const field of ('fields' in type && type.fields) || []) {
      const coordinate = `${type.name.value}.${field.name.value}`;
      note(coordinate, field.directives);
      for (const argument of ('arguments' in field && field.arguments) || [])
        note(`${coordinate}(${argument.name.value}:)`, argument.directives);
    }
  }
  return { weights, listSizes };
}

function namesIn(document: DocumentNode): { cost: string; listSize: string } | null {
  const link = linksOf(document).find(({ spec }) => spec === 'cost');
  return link ? { cost: nameIn(link, 'cost'), listSize: nameIn(link, 'listSize') } : null;
}

function argumentsOf({ arguments: given = [] }: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

function listSizeFrom({ assumedSize, slicingArguments, sizedFields, requireOneSlicingArgument }: Record<string, unknown>): ListSize {
  return {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : null,
    slicingArguments: textsFrom(slicingArguments),
    sizedFields: textsFrom(sizedFields),
    requireOneSlicingArgument: requireOneSlicingArgument !== false,
  };
}

function textsFrom(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
