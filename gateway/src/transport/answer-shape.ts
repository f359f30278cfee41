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
import { Functions, readOf } from '../generated-code';
import { isObject } from './execution-result';
import type { PlannedLookup, PlannedOperation } from './planned-operation';

/** Whether a value has the shape that it was asked for. */
type Check = (value: unknown) => boolean;

/** A check of the variable `held`, as code. */
type Test = string;

/** The types of the entities that a call asks for, for each variable that lookups take them from. */
export interface AskedEntities {
  typesAskedBy(variable: string): readonly string[];
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
    this.data = this.written([{ set, parent: schema.getRootType(operation) ?? undefined, isCertain: true }]);
    this.entities = planned.lookups.map((lookup) => new EntitiesShape(lookup, schema, (parent) => this.entity(lookup, parent)));
  }

  /** Each entity that the call asks for has its answer, in order, if only null. */
  fits(data: Readonly<Record<string, unknown>>, call: AskedEntities): boolean {
    return this.data(data) && this.entities.every((entities) => entities.fit(data, call));
  }

  private entity({ selectionSet: set }: PlannedLookup, parent: Known<GraphQLNamedType>): Check {
    return set ? this.written([{ set, parent, isCertain: true }]) : () => false;
  }

  private written(selected: readonly Selected[]): Check {
    const functions = new Functions();
    return functions.evaluated(this.object(selected, functions), { isObject });
  }

  /** The name of the function that checks objects there. */
  private object(selected: readonly Selected[], functions: Functions): string {
    const names = new Map<string, AskedName>();
    for (const { set, parent, isCertain } of selected) this.collect(set, parent, isCertain, names);
    const fields = [...names].map(
      ([name, { places, isCertain }]) => `held = ${readOf('value', name)};
if (held === undefined ? ${isCertain} : !(${this.field(places, functions)})) return false;`,
    );
    return functions.add('value', `if (!isObject(value)) return false;\nlet held;\n${fields.join('\n')}\nreturn true;`);
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

  private field(places: readonly Asked[], functions: Functions): Test {
    if (places[0]!.field.name.value === '__typename') return IS_STRING;
    const types = places.flatMap(({ type }) => type ?? []);
    if (types.length < places.length) return 'true';
    const selected = places.flatMap(({ field, type, isCertain }) =>
      field.selectionSet ? [{ set: field.selectionSet, parent: getNamedType(type), isCertain: isCertain || places.length === 1 }] : [],
    );
    const inner = selected.length > 0 ? `${this.object(selected, functions)}(held)` : IS_THERE;
    // Objects of different types may give the name types that differ in what may be null.
    const tests = [...new Map(types.map((type) => [String(type), testOf(type, inner, functions)])).values()];
    return tests.join(' || ');
  }
}

/** The entities of one lookup, each of the type that it was asked for as. */
class EntitiesShape {
  private readonly byType = new Map<Known<GraphQLNamedType>, Check>();

  constructor(
    private readonly lookup: PlannedLookup,
    private readonly schema: GraphQLSchema,
    private readonly checkFor: (type: Known<GraphQLNamedType>) => Check,
  ) {}

  fit(data: Readonly<Record<string, unknown>>, call: AskedEntities): boolean {
    const types = call.typesAskedBy(this.lookup.variable);
    const answers = data[this.lookup.responseName];
    if (!Array.isArray(answers) || answers.length !== types.length) return false;
    return answers.every((answer, index) => answer === null || this.check(types[index]!)(answer));
  }

  private check(typename: string): Check {
    const type = this.schema.getType(typename);
    let check = this.byType.get(type);
    if (!check) {
      check = this.checkFor(type);
      this.byType.set(type, check);
    }
    return check;
  }
}

function typeOf({ name }: FieldNode, parent: Known<GraphQLNamedType>): Known<GraphQLType> {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
  const fields = parent.getFields();
  return Object.hasOwn(fields, name.value) ? fields[name.value]!.type : undefined;
}

/** `inner` is the test of the objects in it, if there are objects in it. */
function testOf(type: GraphQLType, inner: Test, functions: Functions): Test {
  if (isNonNullType(type)) return presentTestOf(type.ofType, inner, functions);
  return `(held === null || ${presentTestOf(type, inner, functions)})`;
}

function presentTestOf(type: GraphQLType, inner: Test, functions: Functions): Test {
  if (isListType(type)) {
    const item = testOf(type.ofType, inner, functions);
    const items = functions.add('items', `for (const held of items) if (!(${item})) return false;\nreturn true;`);
    return `(Array.isArray(held) && ${items}(held))`;
  }
  if (isCompositeType(type)) return inner;
  return (isScalarType(type) ? SCALARS.get(type.name) : IS_STRING) ?? IS_THERE;
}

const IS_THERE: Test = '(held !== null)';
const IS_STRING: Test = `(typeof held === 'string')`;
const IS_NUMBER: Test = `(typeof held === 'number')`;

/** Scalars of GraphQL itself; others may look like anything. */
const SCALARS: ReadonlyMap<string, Test> = new Map([
  ['String', IS_STRING],
  ['Boolean', `(typeof held === 'boolean')`],
  ['Int', 'Number.isInteger(held)'],
  ['Float', IS_NUMBER],
  ['ID', `(${IS_STRING} || ${IS_NUMBER})`],
]);
