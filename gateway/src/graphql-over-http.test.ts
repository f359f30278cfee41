import { serverAudits } from 'graphql-http';
import { type LibraryGateway, startLibraryGateway } from '../testing/library-gateway';

/** What Apollo Server wants of a GET, so that no other site's page can send one. */
const PREFLIGHTED = { 'apollo-require-preflight': 'true' };

/** Asked only once tests run, when the gateway has an address. */
const SERVERS: Record<string, { readonly env: Record<string, string>; gateway?: LibraryGateway; url?: string }> = {
  'the short lane': { env: { RATE_LIMIT_ANONYMOUS_POINTS: '0' } },
  'Apollo Server': { env: { RATE_LIMIT_ANONYMOUS_POINTS: '0', SHORT_LANE: 'false' } },
};

beforeAll(async () => {
  for (const server of Object.values(SERVERS)) {
    server.gateway = await startLibraryGateway(server.env);
    server.url = `${await server.gateway.listen()}/graphql`;
  }
});

afterAll(() => Promise.all(Object.values(SERVERS).map(({ gateway }) => gateway?.stop())));

/** The audit of graphql-http: what GraphQL over HTTP says a server must, should and may do. */
describe.each(Object.entries(SERVERS))('GraphQL over HTTP, through %s', (_, server) => {
  const audits = serverAudits({
    url: () => server.url!,
    fetchFn: (url: string, init: RequestInit = {}) => fetch(url, { ...init, headers: { ...PREFLIGHTED, ...(init.headers as object) } }),
  });

  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
    const result = await audit.fn();
    // A notice speaks of what a server may do.
    if (!name.startsWith('MAY'))
      expect({ status: result.status, reason: 'reason' in result ? result.reason : '' }).toEqual({ status: 'ok', reason: '' });
  });
});
