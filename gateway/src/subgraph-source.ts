import type { GraphQLDataSource } from '@apollo/gateway';
import type { RequestContext } from '@township-graph/shared/context';
import { DomainError } from '@township-graph/shared/errors';
import type { SubgraphCall } from '@township-graph/shared/subgraph-call';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { GraphQLError, type GraphQLFormattedError, Kind, parse, type SelectionSetNode } from 'graphql';
import { type SubgraphTransport, SubgraphUnavailable } from './transport';

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];
type ProcessAnswer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** A subgraph as @apollo/gateway sees it: a transport whose failures become errors at the fields that are missing. */
export class SubgraphSource implements GraphQLDataSource {
  constructor(private readonly transport: SubgraphTransport) {}

  /** Never throws: the gateway would add its own words, and no path, to what is thrown. */
  async process({ request, context }: ProcessOptions): Promise<ProcessAnswer> {
    const { query = '', operationName, variables } = request;
    const call: SubgraphCall = { query, operationName, variables, context: contextFrom(context as Partial<RequestContext>) };
    try {
      const { data, errors } = await this.transport.send(call);
      // `extensions` stay behind: they hold whatever a subgraph likes to tell about itself.
      return errors?.length ? { data, errors: errors.map(withoutPlanErrors) } : { data };
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

/** So that a page of entities without their subgraph does not answer with thousands of errors. */
const MAX_ABSENCES = 100;

/** One error for each field that the call would have filled, so that a client can tell which part is missing. */
function absences(call: SubgraphCall, error: unknown): GraphQLError[] {
  const refusal = error instanceof SubgraphUnavailable && error.mayHaveActed && isMutation(call) ? new ResultUnknown() : error;
  const extensions = { code: refusal instanceof DomainError ? refusal.code : 'INTERNAL_SERVER_ERROR' };
  const originalError = refusal instanceof Error ? refusal : new Error(String(refusal));
  return placesOf(call)
    .slice(0, MAX_ABSENCES)
    .map((path) => new GraphQLError(originalError.message, { path, extensions, originalError }));
}

function isMutation({ query }: SubgraphCall): boolean {
  return query.trimStart().startsWith('mutation');
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
  const { fieldsOf, root } = fieldsIn(query);
  const { representations } = variables ?? {};
  if (!root.some(({ name }) => name === '_entities') || !Array.isArray(representations))
    return root.map(({ responseName }) => [responseName]);
  const entities = root.find(({ name }) => name === '_entities')!.selectionSet;
  return representations.slice(0, MAX_ABSENCES).flatMap((representation: { __typename?: string }, index) =>
    fieldsOf(entities, representation.__typename)
      .filter(({ name }) => name !== '__typename')
      .map(({ responseName }) => ['_entities', index, responseName]),
  );
}

interface SelectedField {
  readonly name: string;
  readonly responseName: string;
  readonly selectionSet: SelectionSetNode | undefined;
}

/** The fields that a planned operation selects at its root, and a way to those below. Parsed only when a call has failed. */
function fieldsIn(query: string) {
  const { definitions } = parse(query, { noLocation: true });
  const fieldsOf = (set: SelectionSetNode | undefined, typename?: string): SelectedField[] =>
    (set?.selections ?? []).flatMap((node): SelectedField[] => {
      if (node.kind === Kind.FIELD) {
        const name = node.name.value;
        return [{ name, responseName: node.alias?.value ?? name, selectionSet: node.selectionSet }];
      }
      const fragment =
        node.kind === Kind.INLINE_FRAGMENT
          ? node
          : definitions.find((definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === node.name.value);
      if (!fragment || !('selectionSet' in fragment)) return [];
      const condition = 'typeCondition' in fragment ? fragment.typeCondition?.name.value : undefined;
      return typename && condition && condition !== typename ? [] : fieldsOf(fragment.selectionSet, typename);
    });
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return { root: fieldsOf(operation?.selectionSet), fieldsOf };
}
