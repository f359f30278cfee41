import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  type NamedTypeNode,
  OperationTypeNode,
  parse,
  typeFromAST,
  validate,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from './context';
import { formatError } from './errors';
import type { Logger } from './log';
import type { SubgraphCall, SubgraphExecutor } from './subgraph-call';

/** How many operations stay compiled; a gateway's plans are few, a hostile caller's texts are not. */
const COMPILED_OPERATIONS = 1000;

type Run = CompiledQuery['query'];
type Prepared = { readonly run: Run } | { readonly errors: readonly GraphQLError[] };

/** Executes operations by graphql-jit: parsed, validated and compiled once per text. */
export function createExecutor(schema: GraphQLSchema, contextOf: (context: RequestContext) => unknown, log?: Logger): SubgraphExecutor {
  const prepared = new Map<string, Prepared>();

  const prepare = ({ query, operationName }: SubgraphCall): Prepared => {
    const key = `${operationName ?? ''}\n${query}`;
    let operation = prepared.get(key);
    if (!operation) {
      if (prepared.size >= COMPILED_OPERATIONS) prepared.delete(prepared.keys().next().value!);
      operation = compile(schema, query, operationName);
      prepared.set(key, operation);
    }
    return operation;
  };

  return async (call) => {
    const operation = prepare(call);
    const { locale, requestId } = call.context;
    const onBug = (error: unknown) => log?.error({ requestId, err: error }, 'resolver failed');
    const format = (errors: readonly unknown[]) => errors.map((error) => formatError(error, locale, requestId, onBug) as GraphQLError);
    if ('errors' in operation) return { errors: format(operation.errors) };
    const result: ExecutionResult = await operation.run(undefined, contextOf(call.context), call.variables ?? {});
    return result.errors ? { ...result, errors: format(result.errors) } : result;
  };
}

function compile(schema: GraphQLSchema, query: string, operationName: string | undefined): Prepared {
  const document = parsed(query);
  if (document instanceof GraphQLError) return { errors: [document] };
  const errors = validate(schema, document);
  if (errors.length > 0) return { errors };
  if (isForReference(schema, document)) return { run: byReference(schema, document, operationName) };
  const compiled = compileQuery(schema, document, operationName);
  return isCompiledQuery(compiled) ? { run: compiled.query } : { errors: compiled.errors ?? [] };
}

/**
 * True for what graphql-js executes instead: mutations, and variables whose input types have default values,
 * which graphql-jit does not fill in.
 */
function isForReference(schema: GraphQLSchema, document: DocumentNode): boolean {
  return document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      (definition.operation === OperationTypeNode.MUTATION ||
        definition.variableDefinitions?.some(({ type }) =>
          hasDefaults(getNamedType(typeFromAST(schema, type as NamedTypeNode)), new Set()),
        )),
  );
}

function hasDefaults(type: GraphQLNamedType | undefined, seen: Set<GraphQLNamedType>): boolean {
  if (!isInputObjectType(type) || seen.has(type)) return false;
  seen.add(type);
  return Object.values(type.getFields()).some((field) => field.defaultValue !== undefined || hasDefaults(getNamedType(field.type), seen));
}

const byReference = (schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): Run =>
  ((rootValue: unknown, contextValue: unknown, variableValues: Record<string, unknown>) =>
    execute({ schema, document, operationName, rootValue, contextValue, variableValues })) as Run;

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    return error as GraphQLError;
  }
}
