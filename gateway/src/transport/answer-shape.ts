import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { isObject } from './execution-result';
import type { PlannedLookup, PlannedOperation } from './planned-operation';

/** Whether a value has the shape that it was asked for. */
type Check = (value: unknown) => boolean;

/** What a call asks entities by, for each variable that lookups take them from. */
export interface AskedEntities {
  askedBy(variable: string): readonly Readonly<Record<string, unknown>>[];
}

/** A type of the supergraph; undefined for what it does not know, such as what a subgraph keeps to itself. */
type Known<T> = T | undefined;

interface Selected {
  readonly set: SelectionSetNode;
  /** The type that the selection is made on. */
  readonly parent: Known<GraphQLNamedType>;
  /** False when it may be another selection that the object is there for. */
  readonly isCertain: boolean;
}

/** One place that asks an object for a name. */
interface Asked {
  readonly field: FieldNode;
  readonly type: Known<GraphQLType>;
  /** False when a type condition, @skip or @include may leave it out. */
  readonly isCertain: boolean;
}

/** All places of one object that ask for the same name. */
interface AskedName {
  readonly places: Asked[];
  /** Whether one of the places certainly asks for it. */
  isCertain: boolean;
}

/**
 * The shape that an operation asks for, as far as the supergraph knows it: lists where lists belong, objects, scalars of
 * the right kind, no null where none may be, nothing left out. Which enum values and type names there are is not looked
 * at: a subgraph may be a version ahead.
 *
 * What relies on an ill-shaped answer puts nulls into the client's without saying so, or fails as a whole.
 */
export class AnswerShape {
  private readonly data: Check;
  private readonly entities: readonly EntitiesShape[];

  constructor(
    private readonly planned: PlannedOperation,
    private readonly schema: GraphQLSchema,
  ) {
    const { selectionSet: set, operation } = planned.operation;
    this.data = this.object([{ set, parent: schema.getRootType(operation) ?? undefined, isCertain: true }]);
    this.entities = planned.lookups.map((lookup) => new EntitiesShape(lookup, (typename) => this.entity(lookup, typename)));
  }

  /** Each entity that the call asks for has its answer, in order, if only null. */
  fits(data: Readonly<Record<string, unknown>>, call: AskedEntities): boolean {
    return this.data(data) && this.entities.every((entities) => entities.fit(data, call));
  }

  private entity({ selectionSet: set }: PlannedLookup, typename: string): Check {
    return set ? this.object([{ set, parent: this.schema.getType(typename), isCertain: true }]) : () => false;
  }

  private object(selected: readonly Selected[]): Check {
    const names = new Map<string, AskedName>();
    for (const { set, parent, isCertain } of selected) this.collect(set, parent, isCertain, names);
    const fields = [...names].map(([name, asked]) => ({ name, isCertain: asked.isCertain, fits: this.field(asked.places) }));
    return (value) =>
      isObject(value) &&
      fields.every(({ name, isCertain, fits }) => {
        const held = Object.hasOwn(value, name) ? value[name] : undefined;
        return held === undefined ? !isCertain : fits(held);
      });
  }

  private collect(set: SelectionSetNode, parent: Known<GraphQLNamedType>, isCertain: boolean, names: Map<string, AskedName>): void {
    for (const node of set.selections) {
      const always = isCertain && !node.directives?.length;
      if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value;
        const asked = names.get(name) ?? { places: [], isCertain: false };
        asked.places.push({ field: node, type: typeOf(node, parent), isCertain: always });
        asked.isCertain ||= always;
        names.set(name, asked);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.planned.fragments.get(node.name.value);
      const condition = fragment?.typeCondition?.name.value;
      const type = condition === undefined ? parent : this.schema.getType(condition);
      if (fragment) this.collect(fragment.selectionSet, type, always && type !== undefined && type === parent, names);
    }
  }

  private field(places: readonly Asked[]): Check {
    if (places[0]!.field.name.value === '__typename') return isString;
    const types = places.flatMap(({ type }) => type ?? []);
    if (types.length < places.length) return () => true;
    const selected = places.flatMap(({ field, type, isCertain }) =>
      field.selectionSet ? [{ set: field.selectionSet, parent: getNamedType(type), isCertain: isCertain || places.length === 1 }] : [],
    );
    const inner = this.object(selected);
    // Objects of different types may give the name types that differ in what may be null.
    const checks = [...new Map(types.map((type) => [String(type), checkOf(type, inner)])).values()];
    return checks.length === 1 ? checks[0]! : (value) => checks.some((check) => check(value));
  }
}

/** The entities of one lookup, each of the type that it was asked for as. */
class EntitiesShape {
  private readonly byType = new Map<string, Check>();

  constructor(
    private readonly lookup: PlannedLookup,
    private readonly checkFor: (typename: string) => Check,
  ) {}

  fit(data: Readonly<Record<string, unknown>>, call: AskedEntities): boolean {
    const asked = call.askedBy(this.lookup.variable);
    const answers = data[this.lookup.responseName];
    if (!Array.isArray(answers) || answers.length !== asked.length) return false;
    return answers.every((answer, index) => answer === null || this.check(String(asked[index]!.__typename))(answer));
  }

  private check(typename: string): Check {
    let check = this.byType.get(typename);
    if (!check) {
      check = this.checkFor(typename);
      this.byType.set(typename, check);
    }
    return check;
  }
}

function typeOf({ name }: FieldNode, parent: Known<GraphQLNamedType>): Known<GraphQLType> {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
  const fields = parent.getFields();
  return Object.hasOwn(fields, name.value) ? fields[name.value]!.type : undefined;
}

/** `inner` is the check of the objects in it, if there are objects in it. */
function checkOf(type: GraphQLType, inner: Check): Check {
  if (isNonNullType(type)) return presentCheckOf(type.ofType, inner);
  const present = presentCheckOf(type, inner);
  return (value) => value === null || present(value);
}

function presentCheckOf(type: GraphQLType, inner: Check): Check {
  if (isListType(type)) {
    const item = checkOf(type.ofType, inner);
    return (value) => Array.isArray(value) && value.every(item);
  }
  if (isCompositeType(type)) return inner;
  return (isScalarType(type) ? SCALARS.get(type.name) : isString) ?? ((value) => value !== null);
}

const isString: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';

/** Scalars of GraphQL itself; others may look like anything. */
const SCALARS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['String', isString],
  ['Boolean', (value) => typeof value === 'boolean'],
  ['Int', Number.isInteger],
  ['Float', isNumber],
  ['ID', (value) => isString(value) || isNumber(value)],
]);
