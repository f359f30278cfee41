import { DomainError } from '@township-graph/shared/errors';
import {
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Condition, conditionsOf, letIn, type Variables } from './conditions';
import type { Place } from './entity-path';
import { isJsonObject, type JsonObject, ownValue, setOwn } from './json-object';

/** What an operation selects, with the fragments that it uses. */
export interface ShapedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The client's answer: null when a null has come up all the way. */
export interface ShapedAnswer {
  readonly data: JsonObject | null;
  readonly errors: readonly GraphQLError[];
}

/** Takes out of the joined data what the client has selected, in its order and under its names, as the schema says it must look. */
export class ResponseShape {
  private readonly root: Selected;

  constructor(schema: GraphQLSchema, { operation, fragments }: ShapedOperation) {
    const type = schema.getRootType(operation.operation)!;
    this.root = new Selected({ schema, fragments }, type, [{ set: operation.selectionSet, conditions: [] }]);
  }

  /**
   * `errors` are those that subgraphs have given; a value that the schema does not know becomes one more. A null where none may
   * be takes its parent with it, and says nothing: what was wrong has its error already, and an entity that one subgraph names
   * and another does not show, for it is not the viewer's to see, is no error.
   */
  answer(data: JsonObject, variables: Variables, errors: readonly GraphQLError[]): ShapedAnswer {
    const pass: Pass = { variables, isAmiss: false, path: null, problems: [] };
    const shaped = this.root.complete(data, pass);
    const answer = shaped === INVALID ? null : (shaped as JsonObject);
    if (!pass.isAmiss) return { data: answer, errors };
    return { data: answer, errors: [...errors, ...this.unexplained(data, variables, errors)] };
  }

  /** Goes over it once more, noting where it is: that is work which an answer with nothing amiss is spared. */
  private unexplained(data: JsonObject, variables: Variables, errors: readonly GraphQLError[]): GraphQLError[] {
    const pass: Pass = { variables, isAmiss: false, path: [], problems: [] };
    this.root.complete(data, pass);
    const isExplained = ({ path: place }: Problem) => errors.some(({ path }) => path === undefined || lieInEachOther(path, place));
    return pass.problems
      .filter((problem) => !isExplained(problem))
      .slice(0, MAX_PROBLEMS)
      .map(({ path, error }) => new GraphQLError(error.message, { path, originalError: error, extensions: { code: error.code } }));
  }
}

const MAX_PROBLEMS = 100;

function lieInEachOther(one: Place, other: Place): boolean {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

interface Problem {
  readonly path: Place;
  readonly error: DomainError;
}

/** One time over the data. */
interface Pass {
  readonly variables: Variables;
  /** Whether something was not as the schema says. */
  isAmiss: boolean;
  /** Where it is; null when nobody wants to know. */
  readonly path: (string | number)[] | null;
  readonly problems: Problem[];
}

/** What nothing can stand for where it is: its parent must be null. */
const INVALID = Symbol('invalid');

type Complete = (value: unknown, pass: Pass) => unknown;

interface SelectionSource {
  readonly set: SelectionSetNode;
  readonly conditions: readonly Condition[];
}

interface Shaping {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** A field of the answer. */
interface ShapedField {
  readonly name: string;
  /** Null for `__typename`. */
  readonly complete: Complete | null;
  /** Each way to select it; it is there if one lets it in. Null when one always does. */
  readonly ways: readonly (readonly Condition[])[] | null;
}

interface ShapedObject {
  /** Null where only an abstract type is known. */
  readonly typename: string | null;
  readonly fields: readonly ShapedField[];
}

/** Everything that is selected of one place, worked out for each type that its object turns out to be of. */
class Selected {
  private readonly byType = new Map<string, ShapedObject | null>();
  /** The one shape, where the type leaves no choice. */
  private readonly only: ShapedObject | null;

  constructor(
    private readonly shaping: Shaping,
    private readonly type: GraphQLNamedType,
    private readonly sources: readonly SelectionSource[],
  ) {
    this.only = isObjectType(type) ? this.shapeOf(type) : null;
  }

  complete(value: unknown, pass: Pass): unknown {
    if (!isJsonObject(value)) return amiss(pass, new Unreadable(this.type.name));
    const shape = this.only ?? this.of(value.__typename);
    if (shape === null) return amiss(pass, new Unreadable(this.type.name));
    const answer: JsonObject = {};
    const { fields } = shape;
    for (let index = 0; index < fields.length; index += 1) {
      const { name, complete, ways } = fields[index]!;
      if (ways !== null && !ways.some((conditions) => letIn(conditions, pass.variables))) continue;
      if (complete === null) {
        if (shape.typename === null) return amiss(pass, new Unreadable(this.type.name));
        setOwn(answer, name, shape.typename);
        continue;
      }
      pass.path?.push(name);
      const completed = complete(ownValue(value, name), pass);
      pass.path?.pop();
      if (completed === INVALID) return INVALID;
      setOwn(answer, name, completed);
    }
    return answer;
  }

  private of(typename: unknown): ShapedObject | null {
    const name = typeof typename === 'string' ? typename : this.type.name;
    let shape = this.byType.get(name);
    if (shape === undefined) {
      const type = this.shaping.schema.getType(name);
      shape = type && (isObjectType(type) || isAbstractType(type)) ? this.shapeOf(type) : null;
      // Names of types come from subgraphs' answers: a made-up one is not kept.
      if (type) this.byType.set(name, shape);
    }
    return shape;
  }

  private shapeOf(type: GraphQLNamedType): ShapedObject {
    const found = new Map<string, { readonly field: string; readonly ways: (readonly Condition[])[]; readonly below: SelectionSource[] }>();
    const collect = ({ set, conditions }: SelectionSource): void => {
      for (const node of set.selections) {
        const own = conditionsOf(node.directives);
        const all = own.length > 0 ? [...conditions, ...own] : conditions;
        if (node.kind === Kind.FIELD) {
          const name = (node.alias ?? node.name).value;
          const entry = found.get(name) ?? { field: node.name.value, ways: [], below: [] };
          entry.ways.push(all);
          if (node.selectionSet) entry.below.push({ set: node.selectionSet, conditions: all });
          found.set(name, entry);
          continue;
        }
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.shaping.fragments.get(node.name.value);
        if (fragment && this.applies(fragment.typeCondition?.name.value, type)) collect({ set: fragment.selectionSet, conditions: all });
      }
    };
    for (const source of this.sources) collect(source);
    const fields = [...found].map(([name, { field, ways, below }]): ShapedField => {
      const isAlways = ways.some((conditions) => conditions.length === 0);
      return { name, complete: field === '__typename' ? null : this.completeOf(type, field, below), ways: isAlways ? null : ways };
    });
    return { typename: isObjectType(type) ? type.name : null, fields };
  }

  private applies(condition: string | undefined, type: GraphQLNamedType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.shaping.schema.getType(condition);
    return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && this.shaping.schema.isSubType(wanted, type);
  }

  private completeOf(parent: GraphQLNamedType, name: string, below: readonly SelectionSource[]): Complete {
    // Introspection was answered as a whole.
    if (name === '__schema' || name === '__type') return (value) => value ?? null;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!field) throw new Error(`the type ${parent.name} has no field ${name}`);
    return completeType(field.type, `${parent.name}.${name}`, () => new Selected(this.shaping, getNamedType(field.type), below));
  }
}

function completeType(type: GraphQLOutputType, coordinate: string, selected: () => Selected): Complete {
  if (isNonNullType(type)) {
    const inner = completeType(type.ofType, coordinate, selected);
    return (value, pass) => {
      const completed = inner(value, pass);
      return completed === null ? INVALID : completed;
    };
  }
  if (isListType(type)) return nullable(listOf(completeType(type.ofType, coordinate, selected), coordinate));
  if (!isLeafType(type)) {
    const object = selected();
    return nullable((value, pass) => object.complete(value, pass));
  }
  if (!isEnumType(type)) return (value) => (value === undefined ? null : value);
  const values = new Set<unknown>(type.getValues().map(({ name }) => name));
  return nullable((value, pass) => (values.has(value) ? value : amiss(pass, new Unreadable(coordinate))));
}

/** Null where nothing is, and where what is there cannot be. */
function nullable(complete: Complete): Complete {
  return (value, pass) => {
    if (value === null || value === undefined) return null;
    const completed = complete(value, pass);
    return completed === INVALID ? null : completed;
  };
}

function listOf(complete: Complete, coordinate: string): Complete {
  return (value, pass) => {
    if (!Array.isArray(value)) return amiss(pass, new Unreadable(coordinate));
    const items: unknown[] = [];
    for (let index = 0; index < value.length; index += 1) {
      pass.path?.push(index);
      const item = complete(value[index], pass);
      pass.path?.pop();
      if (item === INVALID) return INVALID;
      items.push(item);
    }
    return items;
  };
}

function amiss(pass: Pass, error: DomainError): typeof INVALID {
  pass.isAmiss = true;
  if (pass.path) pass.problems.push({ path: [...pass.path], error });
  return INVALID;
}

/** A value that the schema does not know: of an enum or a type that it keeps to itself, or of another shape. */
class Unreadable extends DomainError {
  constructor(coordinate: string) {
    super('INTERNAL_SERVER_ERROR', 'VALUE_UNREADABLE', {
      zh: `${coordinate} 的取值不在模式之内`,
      en: `The value of ${coordinate} is none that the schema knows`,
    });
  }
}
