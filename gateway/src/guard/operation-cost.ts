import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  typeFromAST,
} from 'graphql';
import type { DeclaredCosts } from './declared-costs';
import { inputCost } from './input-cost';
import { type ArgumentValue, declaredSize, pagedSize, type SaidSize, UNPAGED } from './list-size';
import type { OperationValues } from './operation-values';

/** What a change costs beside its answer: a transaction. */
const MUTATION_WEIGHT = 10;
/** The whole schema, whatever is asked of it: how large it is, its lists do not say. A tool asks once, and not a dozen times in one operation. */
const SCHEMA_WEIGHT = 5000;

/** A schema and what its subgraphs declare of their costs. */
export interface CostModel {
  readonly schema: GraphQLSchema;
  readonly declared: DeclaredCosts;
}

export interface CostedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * About how many objects the answer would hold, weighed by `@cost`, before anything is planned: pages multiplied down the tree,
 * for three nested pages of a hundred are a million rows. The document need not be valid, but its fragments form no circle.
 */
export function operationCost(
  model: CostModel,
  { document, operation }: Omit<CostedOperation, 'variables'>,
  values: OperationValues,
): number {
  const root = model.schema.getRootType(operation.operation);
  return root ? new OperationCost(model, document, values).below(operation.selectionSet, root, null) : 0;
}

class OperationCost {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly model: CostModel,
    document: DocumentNode,
    private readonly values: OperationValues,
  ) {
    const definitions = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(definitions.map((node) => [node.name.value, node]));
  }

  /** Of what is selected on one object of the type. `said` is what the field that holds it says of the lists in it. */
  below({ selections }: SelectionSetNode, type: GraphQLCompositeType, said: SaidSize | null): number {
    let cost = 0;
    for (const selection of selections) {
      if (this.values.excludes(selection.directives)) continue;
      if (selection.kind === Kind.FIELD) {
        cost += this.ofField(selection, type, said);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      if (!fragment) continue;
      const narrowed = fragment.typeCondition ? typeFromAST(this.model.schema, fragment.typeCondition) : type;
      cost += this.below(fragment.selectionSet, isCompositeType(narrowed) ? narrowed : type, said);
    }
    return cost;
  }

  private ofField(node: FieldNode, parent: GraphQLCompositeType, saidAbove: SaidSize | null): number {
    const field = this.fieldOf(node.name.value, parent);
    if (!field) return 0;
    const type = getNamedType(field.type);
    const coordinates = this.coordinatesOf(parent, field.name);
    const argument = this.argumentsOf(node, field);
    const said = this.saidSize(field, coordinates, argument);
    const isList = isListed(field.type);
    const below = node.selectionSet && isCompositeType(type) ? this.below(node.selectionSet, type, isList ? null : said) : 0;
    const rows = isList ? (said?.rows ?? rowsFrom(saidAbove, field.name) ?? UNPAGED) : 1;
    const weight = this.largestWeight(coordinates) ?? this.weightOf(type, parent);
    return Math.max(0, rows * (weight + below) + inputCost(this.model.declared, coordinates, field, argument));
  }

  private fieldOf(name: string, parent: GraphQLCompositeType): GraphQLField<unknown, unknown> | undefined {
    if (parent === this.model.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }

  /** The field itself and, of an interface, those that answer for it: only they can carry directives. */
  private coordinatesOf(parent: GraphQLCompositeType, field: string): string[] {
    const types = isInterfaceType(parent) ? [parent, ...this.model.schema.getPossibleTypes(parent)] : [parent];
    return types.map(({ name }) => `${name}.${field}`);
  }

  private argumentsOf(node: FieldNode, field: GraphQLField<unknown, unknown>): ArgumentValue {
    return (name) => {
      const given = node.arguments?.find((argument) => argument.name.value === name);
      const value = given && this.values.of(given.value);
      return value === undefined ? field.args.find((argument) => argument.name === name)?.defaultValue : value;
    };
  }

  private saidSize(field: GraphQLField<unknown, unknown>, coordinates: readonly string[], argument: ArgumentValue): SaidSize | null {
    const sizes = coordinates.flatMap((coordinate) => {
      const declared = this.model.declared.listSizes.get(coordinate);
      return declared ? [declaredSize(coordinate, declared, argument)] : [];
    });
    if (sizes.length === 0) return pagedSize((name) => field.args.some((each) => each.name === name), argument);
    return sizes.reduce((largest, size) => (size.rows > largest.rows ? size : largest));
  }

  /** Of one value of the type, where its field declares nothing: an object 1, a scalar nothing. */
  private weightOf(type: GraphQLNamedType, parent: GraphQLCompositeType): number {
    const types = isAbstractType(type) ? this.model.schema.getPossibleTypes(type) : [type];
    const declared = this.largestWeight(types.map(({ name }) => name));
    if (declared !== null) return declared;
    if (type.name === '__Schema') return SCHEMA_WEIGHT;
    if (parent === this.model.schema.getMutationType()) return MUTATION_WEIGHT;
    return isCompositeType(type) ? 1 : 0;
  }

  private largestWeight(coordinates: readonly string[]): number | null {
    const weights = coordinates.flatMap((coordinate) => this.model.declared.weights.get(coordinate) ?? []);
    return weights.length > 0 ? Math.max(...weights) : null;
  }
}

function rowsFrom(said: SaidSize | null, field: string): number | null {
  return said && (said.sizedFields === null || said.sizedFields.includes(field)) ? said.rows : null;
}

function isListed(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isListed(type.ofType) : isListType(type);
}
