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
  type VariableDefinitionNode,
  validate,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from './context';
import { DomainError, formatError } from './errors';
import type { Logger } from './log';
import type { SubgraphCall, SubgraphExecutor } from './subgraph-call';

/** How many operations stay compiled; a gateway's plans are few, a hostile caller's texts are not. */
const COMPILED_OPERATIONS = 1000;

type Run = CompiledQuery['query'];
type Prepared = { readonly run: Run; readonly changes: boolean } | { readonly errors: readonly GraphQLError[] };

export interface ExecutorOptions<C extends RequestContext> {
  /** What resolvers get for one call. */
  readonly contextOf: (context: RequestContext) => C;
  /** The last word before an answer goes out, if there is one. When it throws, nothing of the answer does. */
  readonly settle: (context: C) => Promise<void> | null;
  readonly log?: Logger;
}

/** Executes operations by graphql-jit: parsed, validated and compiled once per text. */
export function createExecutor<C extends RequestContext>(
  schema: GraphQLSchema,
  { contextOf, settle, log }: ExecutorOptions<C>,
): SubgraphExecutor {
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
    const context = contextOf(call.context);
    const result: ExecutionResult = await operation.run(undefined, context, call.variables ?? {});
    try {
      const settled = settle(context);
      if (settled) await settled;
    } catch (error) {
      log?.error({ requestId, err: error }, 'the answer is withheld');
      return { data: null, errors: format([operation.changes ? new ChangeUnanswered(error) : error]) };
    }
    return result.errors ? { ...result, errors: format(result.errors) } : result;
  };
}

/** The change was made, and what would have been told of it was not allowed out. */
class ChangeUnanswered extends DomainError {
  constructor(cause: unknown) {
    super('RESULT_UNKNOWN', 'ANSWER_WITHHELD', {
      zh: '操作可能已生效，但结果无法返回；请用同一 idempotencyKey 重试',
      en: 'The change may have been made, but its result cannot be given; send it again with the same idempotencyKey',
    });
    this.cause = cause;
  }
}

function compile(schema: GraphQLSchema, query: string, operationName: string | undefined): Prepared {
  const document = parsed(query);
  if (document instanceof GraphQLError) return { errors: [document] };
  const errors = validate(schema, document);
  if (errors.length > 0) return { errors };
  const changes = hasMutation(document);
  if (changes || hasUnfilledDefaults(schema, document)) return { run: byReference(schema, document, operationName), changes };
  const compiled = compileQuery(schema, document, operationName);
  return isCompiledQuery(compiled) ? { run: compiled.query, changes } : { errors: compiled.errors ?? [] };
}

/** Mutations run on graphql-js, which resolves their fields one after the other. */
function hasMutation(document: DocumentNode): boolean {
  return document.definitions.some(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION,
  );
}

/**
 * What graphql-jit does not fill in runs on graphql-js, too: default values of input types that come by variable,
 * and the default of a variable that may not be null.
 */
function hasUnfilledDefaults(schema: GraphQLSchema, document: DocumentNode): boolean {
  const isUnfilled = ({ type, defaultValue }: VariableDefinitionNode) =>
    (type.kind === Kind.NON_NULL_TYPE && defaultValue !== undefined) ||
    hasDefaults(getNamedType(typeFromAST(schema, type as NamedTypeNode)), new Set());
  return document.definitions.some(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.variableDefinitions?.some(isUnfilled),
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
