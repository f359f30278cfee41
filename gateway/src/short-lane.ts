import type { FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, OperationTypeNode, parse, validate } from 'graphql';
import type { ErrorPresenter } from './error-presentation';
import type { CompiledOperation, OperationAnswer, PreparedOperation } from './execution/compiled-operation';
import type { LoadedSupergraph } from './execution/loaded-supergraph';
import { travelling } from './federation';
import type { GraphContext } from './graph-context';
import type { OperationGuard } from './guard/operation-guard';
import { type Metrics, outcomeOf } from './metrics';
import { isObject } from './transport/execution-result';

export interface ShortLaneOptions {
  /** In use; null before one is loaded. */
  supergraph(): LoadedSupergraph | null;
  /** What the guard has read and let in. */
  readonly operations: Pick<OperationGuard, 'documentOf' | 'understood'>;
  readonly errors: ErrorPresenter;
  readonly metrics: Metrics;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** The media type that Apollo Server chooses for what clients usually accept; the rest is left to it. */
const MEDIA_TYPES: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['application/json, */*', JSON_TYPE],
  ['application/graphql-response+json', GRAPHQL_TYPE],
  ['application/graphql-response+json, application/json', GRAPHQL_TYPE],
]);

interface Asked {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Answers the usual request (a query or mutation in a POST of JSON, found valid by the guard's measure and by graphql-js) without
 * Apollo Server, word for word as it would. Everything else (errors of the request above all) is Apollo's, and so is whatever
 * this lane does not know: it leaves a request alone before anybody has been asked anything.
 */
export class ShortLane {
  constructor(private readonly options: ShortLaneOptions) {}

  /** The answer, as JSON; null for a request that is not for this lane. */
  answer(request: FastifyRequest, reply: FastifyReply): Promise<string | Buffer> | null {
    const asked = askedBy(request);
    const mediaType = MEDIA_TYPES.get(request.headers.accept);
    if (!asked || !mediaType) return null;
    const startedAt = performance.now();
    const operation = this.operationFor(asked);
    const prepared = operation && preparedFor(operation, asked.variables);
    if (!prepared) return null;
    reply.type(mediaType);
    return this.answerOf(operation.kind, prepared, request.graph!, startedAt);
  }

  private async answerOf(
    kind: CompiledOperation['kind'],
    prepared: PreparedOperation,
    graph: GraphContext,
    startedAt: number,
  ): Promise<string | Buffer> {
    const answer = await prepared.run({ context: travelling(graph), deadline: graph.deadline, timing: graph.timing });
    this.options.metrics.operation(kind, outcomeOf(answer), (performance.now() - startedAt) / 1000);
    return this.jsonOf(answer, graph);
  }

  private operationFor({ query, operationName }: Asked): CompiledOperation | null {
    const supergraph = this.options.supergraph();
    if (!supergraph) return null;
    const known = supergraph.compiledBefore(query, operationName);
    if (known) return known;
    const document = this.options.operations.documentOf(query);
    const operation = document && getOperationAST(document, operationName);
    if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) return null;
    if (validate(supergraph.schema, document, undefined, { maxErrors: 1 }).length > 0) return null;
    this.options.operations.understood(query);
    // Read again, with the places of everything: what is wrong with variables is told with them.
    return supergraph.compile(query, parse(query), operationName);
  }

  private jsonOf({ data, errors }: OperationAnswer, graph: GraphContext): string | Buffer {
    if (!errors?.length) return lineOf({ data });
    return lineOf({ errors: errors.map((error) => this.options.errors.present(error, graph)), data });
  }
}

/** A long one as bytes: as a text it would be copied to be joined with the newline, and again with the head of the answer. */
function lineOf(value: unknown): string | Buffer {
  const json = JSON.stringify(value);
  if (json.length < LONG) return `${json}\n`;
  const length = Buffer.byteLength(json);
  const line = Buffer.allocUnsafe(length + 1);
  line.write(json);
  line[length] = NEWLINE;
  return line;
}

/** In characters; what is shorter takes less as a text. */
const LONG = 4096;
const NEWLINE = 0x0a;

function preparedFor(operation: CompiledOperation, variables: Asked['variables']): PreparedOperation | null {
  try {
    const prepared = operation.prepare(variables);
    return 'run' in prepared ? prepared : null;
  } catch {
    return null;
  }
}

/** What a request asks for, if it has the usual form. */
function askedBy({ method, body }: FastifyRequest): Asked | null {
  if (method !== 'POST' || !isObject(body)) return null;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || query === '' || (extensions !== undefined && extensions !== null)) return null;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== undefined && variables !== null && !isObject(variables)) return null;
  return { query, operationName: operationName ?? undefined, variables: variables ?? {} };
}
