import type { GraphQLDataSource } from '@apollo/gateway';
import type { RequestContext } from '@township-graph/shared/context';
import { DomainError } from '@township-graph/shared/errors';
import type { SubgraphCall } from '@township-graph/shared/subgraph-call';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Deadline } from './deadline';
import type { GraphContext } from './graph-context';
import { fieldsOf, isQuery, plannedOperation } from './transport/planned-operation';
import { type SubgraphTransport, SubgraphUnavailable } from './transport/transport';

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];
type ProcessAnswer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** A subgraph as @apollo/gateway sees it: a transport whose failures become errors at the fields that are missing. */
export class SubgraphSource implements GraphQLDataSource {
  constructor(private readonly transport: SubgraphTransport) {}

  /** Never throws: the gateway would add its own words, and no path, to what is thrown. */
  async process({ request, context }: ProcessOptions): Promise<ProcessAnswer> {
    const { query = '', operationName, variables } = request;
    const graph = context as Partial<GraphContext>;
    const call: SubgraphCall = { query, operationName, variables, context: contextFrom(graph) };
    try {
      const { data, errors } = await this.transport.send(call, graph.deadline ?? Deadline.NONE);
      // `extensions` stay behind: they hold whatever a subgraph likes to tell about itself.
      return errors?.length ? { data, errors: errors.slice(0, MAX_ERRORS).map(withoutPlanErrors) } : { data };
    } catch (error) {
      return { errors: absences(call, error) };
    }
  }
}

/** What travels on: the four fields, not whatever else Apollo keeps beside them. */
function contextFrom({
  viewer = ANONYMOUS,
  requestId = 'gateway',
  locale = 'zh',
  purpose = null,
}: Partial<RequestContext>): RequestContext {
  return { viewer, requestId, locale, purpose };
}

/** A subgraph that does not understand the plan is out of step with the supergraph: not the client's mistake, as its code would say. */
const PLAN_ERRORS = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST']);

function withoutPlanErrors(error: GraphQLFormattedError): GraphQLFormattedError {
  if (!PLAN_ERRORS.has(String(error.extensions?.code))) return error;
  return { ...error, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** So that neither a page of entities without their subgraph nor a subgraph gone mad answers with thousands of errors. */
const MAX_ERRORS = 100;

/** One error for each field that the call would have filled, so that a client can tell which part is missing. */
function absences(call: SubgraphCall, error: unknown): GraphQLError[] {
  const mayHaveChanged = error instanceof SubgraphUnavailable && error.traits.mayHaveActed && !isQuery(plannedOperation(call.query));
  const refusal = mayHaveChanged ? new ResultUnknown() : error;
  const extensions = { code: refusal instanceof DomainError ? refusal.code : 'INTERNAL_SERVER_ERROR' };
  const originalError = refusal instanceof Error ? refusal : new Error(String(refusal));
  return placesOf(call)
    .slice(0, MAX_ERRORS)
    .map((path) => new GraphQLError(originalError.message, { path, extensions, originalError }));
}

/** The call went out and no answer came back: repeating it without an idempotency key might do it twice. */
class ResultUnknown extends DomainError {
  constructor() {
    super('RESULT_UNKNOWN', 'RESULT_UNKNOWN', {
      zh: '未能确认操作结果：操作可能已经生效，请查询后再决定是否重试',
      en: 'The result is unknown: the change may have taken effect; look before you try again',
    });
  }
}

function placesOf({ query, variables }: SubgraphCall): (string | number)[][] {
  const planned = plannedOperation(query);
  const root = fieldsOf(planned, planned.operation.selectionSet);
  const { representations } = variables ?? {};
  const entities = root.find(({ name }) => name === '_entities');
  if (!entities || !Array.isArray(representations)) return root.map(({ responseName }) => [responseName]);
  return representations.slice(0, MAX_ERRORS).flatMap((representation: { __typename?: string }, index) =>
    fieldsOf(planned, entities.selectionSet, representation.__typename)
      .filter(({ name }) => name !== '__typename')
      .map(({ responseName }) => ['_entities', index, responseName]),
  );
}
