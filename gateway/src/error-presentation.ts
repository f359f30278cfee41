import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '@township-graph/shared/context';
import { formatError } from '@township-graph/shared/errors';
import type { Logger } from '@township-graph/shared/log';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Metrics } from './metrics';

/** The locale and id of the request that an error answers. */
type Addressee = Pick<RequestContext, 'locale' | 'requestId'>;

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
    return addressee ? this.present(error, addressee) : formatted;
  };

  present(error: unknown, { locale, requestId }: Addressee): GraphQLFormattedError {
    const formatted = formatError(error, locale, requestId, (bug) => this.log.error({ requestId, err: bug }, 'request failed'));
    const { code } = formatted.extensions ?? {};
    this.metrics.error(String(code));
    // Each error has a reason to branch on, if only its code.
    return { ...formatted, extensions: { ...formatted.extensions, reason: formatted.extensions?.reason ?? code } };
  }

  /** An answer of Apollo's, with the errors presented that no request was known for. */
  complete(body: string, addressee: Addressee): string {
    const answer = JSON.parse(body) as { errors?: GraphQLFormattedError[] };
    const errors = answer.errors?.map((error) => {
      if (error.extensions?.requestId) return error;
      return this.present(new GraphQLError(error.message, { extensions: error.extensions }), addressee);
    });
    return `${JSON.stringify({ ...answer, errors })}\n`;
  }
}
