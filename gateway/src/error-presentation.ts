import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '@township-graph/shared/context';
import { formatError } from '@township-graph/shared/errors';
import type { Logger } from '@township-graph/shared/log';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Metrics } from './metrics';
import type { Timing } from './timing/timing';

/** The locale and id of the request that an error answers. */
type Addressee = Pick<RequestContext, 'locale' | 'requestId'> & { readonly timing?: Timing };

interface Answer {
  readonly errors?: readonly GraphQLFormattedError[];
}

/** A word of Apollo's protocol for automatic persisted queries: on it a client sends the text. No refusal, and no code of ours. */
const TEXT_NEEDED = 'PERSISTED_QUERY_NOT_FOUND';

/** What is said of a document or of its variables, and not of the request that brought them. */
const DOCUMENT_REASONS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'VARIABLES_MALFORMED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** Turns every error of the gateway into what a client reads, in the client's language and with the request's id. */
export class ErrorPresenter {
  /** Apollo's formatError is not told which request it works for; the plugin below notes it just before. */
  private readonly addressees = new WeakMap<object, Addressee>();

  constructor(
    private readonly log: Logger,
    private readonly metrics: Metrics,
  ) {}

  readonly plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue }) => {
        for (const error of errors) this.addressees.set(error, contextValue);
      },
    }),
  };

  /** For Apollo's `formatError`. What it refuses before it has a context (CSRF, a bad body) is left to {@link complete}. */
  readonly formatForApollo = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const addressee = this.addressees.get(error as object);
    if (formatted.extensions?.code === TEXT_NEEDED)
      return { ...formatted, extensions: { ...formatted.extensions, requestId: addressee?.requestId } };
    return addressee ? this.present(error, addressee) : formatted;
  };

  present(error: unknown, { locale, requestId, timing }: Addressee): GraphQLFormattedError {
    const formatted = formatError(error, locale, requestId, (bug) => this.log.error({ requestId, err: bug }, 'request failed'));
    const { code } = formatted.extensions ?? {};
    this.metrics.error(String(code));
    timing?.failed(String(code));
    // Each error has a reason to branch on, if only its code.
    return { ...formatted, extensions: { ...formatted.extensions, reason: formatted.extensions?.reason ?? code } };
  }

  /** An answer of Apollo's, or several of a batch, with the errors presented that no request was known for. */
  complete(body: string, addressee: Addressee): string {
    const answers = JSON.parse(body) as Answer | Answer[];
    return `${JSON.stringify(Array.isArray(answers) ? answers.map((answer) => this.completed(answer, addressee)) : this.completed(answers, addressee))}\n`;
  }

  /**
   * Whether the request was understood as GraphQL over HTTP, and only its document or variables were wrong: as `application/json`
   * that is answered 200, for a proxy in between could have made any other status.
   */
  isOfWellFormedRequest(completed: string): boolean {
    const { errors = [] } = JSON.parse(completed) as Answer;
    return errors.length > 0 && errors.every(({ extensions }) => DOCUMENT_REASONS.has(String(extensions?.reason)));
  }

  private completed(answer: Answer, addressee: Addressee): Answer {
    const errors = answer.errors?.map((error) => {
      if (error.extensions?.requestId) return error;
      return this.present(new GraphQLError(error.message, { extensions: error.extensions }), addressee);
    });
    return { ...answer, errors };
  }
}
