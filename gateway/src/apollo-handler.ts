import type { IncomingHttpHeaders } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { RequestContext } from '@township-graph/shared/context';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Hands a request to Apollo Server and sets status and headers of its answer, whose text it returns. */
export function apolloHandler(apollo: ApolloServer<RequestContext>, contextOf: (request: FastifyRequest) => RequestContext) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const { method, headers, body, raw } = request;
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers: headerMapOf(headers), body, search: searchOf(raw.url ?? '') },
      context: async () => contextOf(request),
    });
    if (answer.body.kind !== 'complete') throw new Error('the gateway answers in one piece');
    reply.code(answer.status ?? 200).headers(Object.fromEntries(answer.headers));
    return answer.body.string;
  };
}

function headerMapOf(headers: IncomingHttpHeaders): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}

/** Cut out of the address as it stands: to parse it as a URL takes a host, and a Host header may hold anything. */
function searchOf(address: string): string {
  const at = address.indexOf('?');
  return at < 0 ? '' : address.slice(at);
}
