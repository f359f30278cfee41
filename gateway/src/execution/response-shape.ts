import { DomainError } from '@township-graph/shared/errors';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLEnumType,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
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
import { isObject } from '../transport/execution-result';
import { isLetIn, type Variables } from './conditions';
import { type DataNames, responseNameOf } from './data-names';
import type { Place } from './entity-path';
import { type JsonObject, ownValue, setOwn } from './json-object';
import type { SupergraphTypes } from './supergraph-types';

/** What an operation selects, with the fragments that it uses. */
export interface ShapedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Of `@skip` and `@include`. */
  readonly variables: Variables;
  readonly names: DataNames;
}

/** The client's answer: null when a null has come up all the way. */
export interface ShapedAnswer {
  readonly data: JsonObject | null;
  readonly errors: readonly GraphQLError[];
}

/** Takes out of the joined data what the client has selected, in its order and under its names, as the schema says it must look. */
export class ResponseShape {
  private readonly root: Selected;

  /** `schema` is what clients see, `types` what the supergraph has. */
  constructor(schema: GraphQLSchema, types: SupergraphTypes, operation: ShapedOperation) {
    const { selectionSet, operation: kind } = operation.operation;
    this.root = new Selected({ schema, types, operation }, schema.getRootType(kind)!, [selectionSet]);
  }

  /**
   * `errors` are those that subgraphs have given; a value that the supergraph does not have becomes one more. One that it keeps
   * from clients is null: an error would tell that it is there. A null where none may be takes its parent with it, and says
   * nothing: what was wrong has its error already, and an entity that one subgraph names and another does not show, for it is
   * not the viewer's to see, is no error.
   */
  answer(data: JsonObject, errors: readonly GraphQLError[]): ShapedAnswer {
    const pass: Pass = { isAmiss: false, path: null, problems: [] };
    const shaped = this.root.complete(data, pass);
    const answer = shaped === INVALID ? null : (shaped as JsonObject);
    const told = toldOf(errors, answer);
    if (!pass.isAmiss) return { data: answer, errors: told };
    return { data: answer, errors: [...told, ...this.unexplained(data, told)] };
  }

  /** Goes over it once more, noting where it is: that is work which an answer with nothing amiss is spared. */
  private unexplained(data: JsonObject, errors: readonly GraphQLError[]): GraphQLError[] {
    const pass: Pass = { isAmiss: false, path: [], problems: [] };
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

/**
 * What failed of the client's fields, at their paths. What a plan asked for beside them has none: of that each kind of failure is told
 * once, unless it is told of a field already. What needed it is null without it, and that must not pass for an answer.
 */
function toldOf(errors: readonly GraphQLError[], answer: JsonObject | null): readonly GraphQLError[] {
  if (errors.length === 0) return errors;
  const told = errors.filter(({ path }) => !path || leadsSomewhere(answer, path));
  if (told.length === errors.length) return told;
  const kindOf = ({ message, extensions }: GraphQLError) => `${extensions.code} ${message}`;
  const kinds = new Set(told.map(kindOf));
  for (const error of errors) {
    const kind = kindOf(error);
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    const { message, extensions, originalError } = error;
    told.push(new GraphQLError(message, { extensions, originalError }));
  }
  return told;
}

/** False for what a plan has asked for, and the client has not. */
function leadsSomewhere(answer: unknown, path: Place): boolean {
  let here = answer;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return true;
    if (!Object.hasOwn(here, step)) return false;
    here = (here as Record<string | number, unknown>)[step];
  }
  return true;
}

interface Problem {
  readonly path: Place;
  readonly error: DomainError;
}

/** One time over the data. */
interface Pass {
  /** Whether something was not as the schema says. */
  isAmiss: boolean;
  /** Where it is; null when nobody wants to know. */
  readonly path: (string | number)[] | null;
  readonly problems: Problem[];
}

/** What nothing can stand for where it is: its parent must be null. */
const INVALID = Symbol('invalid');

type Complete = (value: unknown, pass: Pass) => unknown;

interface Shaping {
  readonly schema: GraphQLSchema;
  readonly types: SupergraphTypes;
  readonly operation: ShapedOperation;
}

/** A field of the answer. */
interface ShapedField {
  readonly name: string;
  /** Its name in the data. */
  readonly source: string;
  /** Null for `__typename`. */
  readonly complete: Complete | null;
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
    private readonly sets: readonly SelectionSetNode[],
  ) {
    this.only = isObjectType(type) ? this.shapeOf(type) : null;
  }

  complete(value: unknown, pass: Pass): unknown {
    if (!isObject(value)) return amiss(pass, new Unreadable(this.type.name));
    const shape = this.only ?? this.of(value.__typename);
    if (shape === null) return this.isHidden(value.__typename) ? null : amiss(pass, new Unreadable(this.type.name));
    const answer: JsonObject = {};
    const { fields } = shape;
    for (let index = 0; index < fields.length; index += 1) {
      const { name, source, complete } = fields[index]!;
      if (complete === null) {
        if (shape.typename === null) return amiss(pass, new Unreadable(this.type.name));
        setOwn(answer, name, shape.typename);
        continue;
      }
      pass.path?.push(name);
      const completed = complete(ownValue(value, source), pass);
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

  /** Whether objects of it can be here, and clients may not know. */
  private isHidden(typename: unknown): boolean {
    const { types } = this.shaping;
    return types.isObject(typename) && types.is(typename, this.type.name);
  }

  private shapeOf(type: GraphQLNamedType): ShapedObject {
    const { fragments, variables, names } = this.shaping.operation;
    const found = new Map<string, { readonly node: FieldNode; readonly below: SelectionSetNode[] }>();
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const node of selections) {
        if (!isLetIn(node.directives, variables)) continue;
        if (node.kind === Kind.FIELD) {
          const name = responseNameOf(node);
          const entry = found.get(name) ?? { node, below: [] };
          if (node.selectionSet) entry.below.push(node.selectionSet);
          found.set(name, entry);
          continue;
        }
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
        if (fragment && this.applies(fragment.typeCondition?.name.value, type)) collect(fragment.selectionSet);
      }
    };
    for (const set of this.sets) collect(set);
    const fields = [...found].map(([name, { node, below }]): ShapedField => {
      const complete = node.name.value === '__typename' ? null : this.completeOf(type, node.name.value, below);
      return { name, source: names.of(node), complete };
    });
    return { typename: isObjectType(type) ? type.name : null, fields };
  }

  private applies(condition: string | undefined, type: GraphQLNamedType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.shaping.schema.getType(condition);
    return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && this.shaping.schema.isSubType(wanted, type);
  }

  private completeOf(parent: GraphQLNamedType, name: string, below: readonly SelectionSetNode[]): Complete {
    // Introspection was answered as a whole.
    if (name === '__schema' || name === '__type') return (value) => value ?? null;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!field) throw new Error(`the type ${parent.name} has no field ${name}`);
    return this.completeType(field.type, `${parent.name}.${name}`, below);
  }

  private completeType(type: GraphQLOutputType, coordinate: string, below: readonly SelectionSetNode[]): Complete {
    if (isNonNullType(type)) {
      const inner = this.completeType(type.ofType, coordinate, below);
      return (value, pass) => {
        const completed = inner(value, pass);
        return completed === null ? INVALID : completed;
      };
    }
    if (isListType(type)) return nullable(listOf(this.completeType(type.ofType, coordinate, below), coordinate));
    if (isEnumType(type)) return nullable(this.enumValue(type, coordinate));
    if (isLeafType(type)) return (value) => (value === undefined ? null : value);
    const object = new Selected(this.shaping, type, below);
    return nullable((value, pass) => object.complete(value, pass));
  }

  private enumValue(type: GraphQLEnumType, coordinate: string): Complete {
    const shown = valuesOf(type);
    const all = valuesOf(this.shaping.types.schema.getType(type.name));
    return (value, pass) => {
      if (shown.has(value)) return value;
      return all.has(value) ? null : amiss(pass, new Unreadable(coordinate));
    };
  }
}

function valuesOf(type: GraphQLNamedType | undefined): ReadonlySet<unknown> {
  return new Set(isEnumType(type) ? type.getValues().map(({ name }) => name) : []);
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

/** A value that is none of its enum's or type's, or of another shape. */
class Unreadable extends DomainError {
  constructor(coordinate: string) {
    super('INTERNAL_SERVER_ERROR', 'VALUE_UNREADABLE', {
      zh: `${coordinate} 的取值不在模式之内`,
      en: `The value of ${coordinate} is none that the schema knows`,
    });
  }
}
