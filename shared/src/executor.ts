import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from './context';
import { formatError } from './errors';
import type { Logger } from './log';
import type { SubgraphCall, SubgraphExecutor } from './subgraph-call';

/** How many operations stay compiled; a gateway's plans are few, a hostile caller's texts are not. */
const COMPILED_OPERATIONS = 1000;

type Prepared = { readonly run: CompiledQuery['query'] } | { readonly errors: readonly GraphQLError[] };

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
  const compiled = compileQuery(schema, document, operationName);
  return isCompiledQuery(compiled) ? { run: compiled.query } : { errors: compiled.errors ?? [] };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    return error as GraphQLError;
  }
}
