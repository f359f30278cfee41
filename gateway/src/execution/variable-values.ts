import {
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLSchema,
  getNullableType,
  getVariableValues,
  isLeafType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import type { Variables } from './conditions';

/** What is told of variables that do not fit: a list of ten thousand wrong values would make as many errors. */
export const MOST_VARIABLE_ERRORS = 50;

export type VariableValues =
  | { readonly coerced: Variables; readonly errors?: undefined }
  | { readonly coerced?: undefined; readonly errors: readonly GraphQLError[] };

/** A variable of a scalar or an enum, without a default. */
interface PlainVariable {
  readonly name: string;
  readonly type: GraphQLLeafType;
  readonly isRequired: boolean;
}

/**
 * Reads the variables of an operation as GraphQL has it. graphql-js looks its types up for each request; that is left out where all of
 * them are plain and what is given fits. What does not fit is graphql-js's to explain.
 */
export function variableReader(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): (given: Variables) => VariableValues {
  const plain = definitions.flatMap((definition) => plainVariable(schema, definition) ?? []);
  const arePlain = plain.length === definitions.length;
  return (given) => {
    const fitting = arePlain ? plainValues(plain, given) : null;
    if (fitting) return { coerced: fitting };
    const { coerced, errors } = getVariableValues(schema, definitions, given, { maxErrors: MOST_VARIABLE_ERRORS });
    if (coerced) return { coerced };
    return { errors: errors.map(({ message, nodes }) => new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } })) };
  };
}

function plainVariable(schema: GraphQLSchema, { variable, type: node, defaultValue }: VariableDefinitionNode): PlainVariable | null {
  const name = variable.name.value;
  const declared = typeFromAST(schema, node as never);
  const type = declared && getNullableType(declared);
  // A name of GraphQL, and no property like others.
  if (!isLeafType(type) || defaultValue || name === '__proto__') return null;
  return { name, type, isRequired: isNonNullType(declared) };
}

/** Null where one of them does not fit. */
function plainValues(variables: readonly PlainVariable[], given: Variables): Variables | null {
  const values: Record<string, unknown> = {};
  for (const { name, type, isRequired } of variables) {
    const value = Object.hasOwn(given, name) ? (given[name] ?? null) : undefined;
    if (isRequired && (value === undefined || value === null)) return null;
    if (value === undefined) continue;
    const read = value === null ? null : readAs(type, value);
    if (read === undefined) return null;
    values[name] = read;
  }
  return values;
}

function readAs(type: GraphQLLeafType, value: unknown): unknown {
  try {
    return type.parseValue(value);
  } catch {
    return undefined;
  }
}
