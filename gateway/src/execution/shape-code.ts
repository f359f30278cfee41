import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLEnumType,
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
import { Functions, propertyOf, readOf } from '../generated-code';
import { isObject } from '../transport/execution-result';
import { isLetIn, type Variables } from './conditions';
import { type DataNames, responseNameOf } from './data-names';
import type { JsonObject } from './json-object';
import type { SupergraphTypes } from './supergraph-types';

/** What an operation selects, with the fragments that it uses. */
export interface ShapedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Of `@skip` and `@include`. */
  readonly variables: Variables;
  readonly names: DataNames;
}

/** One time over the data. */
export interface Pass {
  /** Where it is; kept by code that is traced. */
  readonly path: (string | number)[];
  /** A value here is none of its enum's or type's, or of another shape. */
  amiss(coordinate: string): void;
}

/** What nothing can stand for where it is: its parent must be null. */
export const INVALID = Symbol('invalid');

/** Takes out of an object what is selected of it; null for one that clients may not know of. */
export type Complete = (value: unknown, pass: Pass) => JsonObject | null | typeof INVALID;

export interface Shaping {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly types: SupergraphTypes;
  readonly operation: ShapedOperation;
  /** Whether the pass is told where it is. */
  readonly isTraced: boolean;
}

/** Writes the function that completes objects which a place of the operation selects. */
export function completeFor(shaping: Shaping, type: GraphQLNamedType, sets: readonly SelectionSetNode[]): Complete {
  return isObjectType(type) ? new ShapeCode(shaping).completeFor(type, sets) : new ByType(shaping, type, sets).complete;
}

/** What is selected of a place whose type leaves a choice: written for each type that its object turns out to be of. */
class ByType {
  private readonly byType = new Map<string, Complete | null>();

  constructor(
    private readonly shaping: Shaping,
    private readonly type: GraphQLNamedType,
    private readonly sets: readonly SelectionSetNode[],
  ) {}

  readonly complete: Complete = (value, pass) => {
    if (isObject(value)) {
      const complete = this.of(value.__typename);
      if (complete) return complete(value, pass);
      if (this.isHidden(value.__typename)) return null;
    }
    pass.amiss(this.type.name);
    return INVALID;
  };

  private of(typename: unknown): Complete | null {
    const name = typeof typename === 'string' ? typename : this.type.name;
    let complete = this.byType.get(name);
    if (complete === undefined) {
      const type = this.shaping.schema.getType(name);
      const canBeHere = isObjectType(type) || isAbstractType(type);
      complete = canBeHere ? new ShapeCode(this.shaping).completeFor(type, this.sets) : null;
      // Names of types come from subgraphs' answers: a made-up one is not kept.
      if (type) this.byType.set(name, complete);
    }
    return complete;
  }

  /** Whether objects of it can be here, and clients may not know. */
  private isHidden(typename: unknown): boolean {
    const { types } = this.shaping;
    return types.isObject(typename) && types.is(typename, this.type.name);
  }
}

/** Where code has a value to look at. */
interface Site {
  /** What is selected of it. */
  readonly below: readonly SelectionSetNode[];
  /** The variable that holds it. */
  readonly value: string;
  /** Statements that leave it: what is invalid takes more than itself with it. */
  readonly leave: string;
}

/** What is selected of one place. */
interface SelectedField {
  readonly node: FieldNode;
  readonly below: SelectionSetNode[];
}

/**
 * The code for one type of object and all that is below it, as far as types are known beforehand. In it, `p` is the pass, `v` the object,
 * `c1`, `c2` … are values from here, `f0`, `f1` … the functions for objects, and other names are counted through.
 */
class ShapeCode {
  private readonly functions = new Functions();
  private readonly constants: Record<string, unknown> = { INVALID, isObject };
  private names = 0;

  constructor(private readonly shaping: Shaping) {}

  completeFor(type: GraphQLNamedType, sets: readonly SelectionSetNode[]): Complete {
    return this.functions.evaluated(this.objectOf(type, sets), this.constants);
  }

  /** What completes objects there: code that is written along with this, or on the way. */
  private object(type: GraphQLNamedType, sets: readonly SelectionSetNode[]): string {
    return isObjectType(type) ? this.objectOf(type, sets) : this.constant(new ByType(this.shaping, type, sets).complete);
  }

  private objectOf(type: GraphQLNamedType, sets: readonly SelectionSetNode[]): string {
    const invalid = 'return INVALID;';
    const statements: string[] = [];
    const properties: string[] = [];
    for (const [responseName, { node, below }] of this.fieldsOf(type, sets)) {
      if (node.name.value === '__typename') {
        // Where only an abstract type is known, nobody knows it.
        if (!isObjectType(type)) statements.push(`${amiss(type.name)} ${invalid}`);
        properties.push(propertyOf(responseName, JSON.stringify(type.name)));
        continue;
      }
      const value = this.variable();
      statements.push(
        `let ${value} = ${readOf('v', this.shaping.operation.names.of(node))};`,
        this.traced(`p.path.push(${JSON.stringify(responseName)});`),
        this.field(type, node.name.value, { below, value, leave: invalid }),
        this.traced('p.path.pop();'),
      );
      properties.push(propertyOf(responseName, value));
    }
    const check = `if (!isObject(v)) { ${amiss(type.name)} ${invalid} }`;
    return this.functions.add('v, p', [check, ...statements.filter(Boolean), `return { ${properties.join(', ')} };`].join('\n'));
  }

  private field(parent: GraphQLNamedType, name: string, site: Site): string {
    // Introspection was answered as a whole.
    if (name === '__schema' || name === '__type') return orNull(site.value);
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!field) throw new Error(`the type ${parent.name} has no field ${name}`);
    return this.typed(field.type, `${parent.name}.${name}`, site);
  }

  /** Puts into the variable what stands for its value in the answer. */
  private typed(type: GraphQLOutputType, coordinate: string, site: Site): string {
    const { value, leave } = site;
    if (isNonNullType(type)) {
      const inner = type.ofType;
      const isNeverNull = isLeafType(inner) && !isEnumType(inner);
      const present = this.present(inner, coordinate, site);
      const isMissing = `if (${value} === null || ${value} === undefined) { ${leave} }`;
      return isNeverNull ? isMissing : `${isMissing}\n${present}\nif (${value} === null) { ${leave} }`;
    }
    if (isLeafType(type) && !isEnumType(type)) return orNull(value);
    // What is invalid below ends here, and so does the way there.
    const label = this.variable();
    const depth = this.variable();
    const end = `${this.traced(`p.path.length = ${depth};`)} ${value} = null; break ${label};`;
    return `${label}: {
if (${value} === null || ${value} === undefined) { ${value} = null; break ${label}; }
${this.traced(`const ${depth} = p.path.length;`)}
${this.present(type, coordinate, { ...site, leave: end })}
}`;
  }

  /** For a value that is there. */
  private present(type: GraphQLOutputType, coordinate: string, site: Site): string {
    const { below, value, leave } = site;
    if (isListType(type)) return this.list(type.ofType, coordinate, site);
    if (isEnumType(type)) return this.enumValue(type, coordinate, site);
    if (isLeafType(type)) return '';
    return `${value} = ${this.object(type as GraphQLNamedType, below)}(${value}, p);\nif (${value} === INVALID) { ${leave} }`;
  }

  private list(type: GraphQLOutputType, coordinate: string, site: Site): string {
    const { value, leave } = site;
    const [items, index, item] = [this.variable(), this.variable(), this.variable()];
    return `if (!Array.isArray(${value})) { ${amiss(coordinate)} ${leave} }
const ${items} = new Array(${value}.length);
for (let ${index} = 0; ${index} < ${items}.length; ${index} += 1) {
let ${item} = ${value}[${index}];
${this.traced(`p.path.push(${index});`)}
${this.typed(type, coordinate, { ...site, value: item })}
${this.traced('p.path.pop();')}
${items}[${index}] = ${item};
}
${value} = ${items};`;
  }

  private enumValue(type: GraphQLEnumType, coordinate: string, { value, leave }: Site): string {
    const shown = this.constant(valuesOf(type));
    const all = this.constant(valuesOf(this.shaping.types.schema.getType(type.name)));
    return `if (!${shown}.has(${value})) {
if (!${all}.has(${value})) { ${amiss(coordinate)} ${leave} }
${value} = null;
}`;
  }

  /** Everything that is selected of an object of the type, in the order of the answer. */
  private fieldsOf(type: GraphQLNamedType, sets: readonly SelectionSetNode[]): ReadonlyMap<string, SelectedField> {
    const { fragments, variables } = this.shaping.operation;
    const found = new Map<string, SelectedField>();
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
    for (const set of sets) collect(set);
    return found;
  }

  private applies(condition: string | undefined, type: GraphQLNamedType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const { schema } = this.shaping;
    const wanted = schema.getType(condition);
    return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
  }

  private traced(statement: string): string {
    return this.shaping.isTraced ? statement : '';
  }

  private variable(): string {
    this.names += 1;
    return `n${this.names}`;
  }

  private constant(value: unknown): string {
    this.names += 1;
    this.constants[`c${this.names}`] = value;
    return `c${this.names}`;
  }
}

function amiss(coordinate: string): string {
  return `p.amiss(${JSON.stringify(coordinate)});`;
}

function orNull(value: string): string {
  return `if (${value} === undefined) ${value} = null;`;
}

function valuesOf(type: GraphQLNamedType | undefined): ReadonlySet<unknown> {
  return new Set(isEnumType(type) ? type.getValues().map(({ name }) => name) : []);
}
