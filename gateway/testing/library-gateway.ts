import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { DomainError } from '@township-graph/shared/errors';
import { createLog, type Logger } from '@township-graph/shared/log';
import type { SubgraphExecutor } from '@township-graph/shared/subgraph-call';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import type { InjectOptions } from 'fastify';
import { graphql, parse } from 'graphql';
import type { Authentication } from '../src/authentication/authentication';
import { createGateway, type Gateway } from '../src/gateway';
import { testConfig } from './test-config';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@listSize"])
  type Query { title(id: ID, pages: [Int!]): String books(first: Int = 20): [Book!]! statistics: [Int!]! @listSize(assumedSize: 100) @cost(weight: 50) broken: Int strict: Strict }
  type Strict { id: ID! mustNotFail: Int! }
  type Mutation { addBook(title: String): String }
  type Book @key(fields: "id") { id: ID! title: String author: Author }
  type Author { name: String books(first: Int = 20): [Book!]! }`;

const broken = () => {
  throw new Error('SELECT * FROM books at db.internal');
};

const schema = buildSubgraphSchema({
  typeDefs: parse(SDL),
  resolvers: {
    Query: { title: () => '边城', books: () => [], statistics: () => [], broken, strict: () => ({ id: '1' }) },
    Strict: { mustNotFail: broken },
    Mutation: { addBook: (_: unknown, { title }: { title: string }) => title },
  },
});

/** Composed once: each test starts gateways of its own over it. */
const SUPERGRAPH = composed();

function composed(): string {
  const { supergraphSdl, errors } = composeServices([{ name: 'library', url: '', typeDefs: parse(SDL) }]);
  if (!supergraphSdl) throw new Error(JSON.stringify(errors));
  return supergraphSdl;
}

/** "Bearer NAME" is the subject NAME; "reader" may read the schema; "bad" does not hold. What "new-NAME" is takes a while to find out. */
const authentication: Authentication = {
  viewerOf(authorization) {
    const subject = authorization?.replace(/^Bearer /, '');
    return subject?.startsWith('new-') ? Promise.resolve(subject.slice(4)).then(viewerNamed) : viewerNamed(subject);
  },
};

function viewerNamed(subject: string | undefined): Viewer {
  if (subject === undefined) return ANONYMOUS;
  if (subject === 'bad') throw new DomainError('UNAUTHENTICATED', 'TOKEN_EXPIRED', { zh: '访问令牌已过期', en: 'The token has expired' });
  return { ...ANONYMOUS, subject, scopes: subject === 'reader' ? ['schema:read'] : [] };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of what was asked
  readonly body: any;
}

export interface LibraryGateway extends Gateway {
  /** What the subgraph was asked: what was refused before planning is not among it. */
  readonly calls: string[];
  ask(query: string, options?: { headers?: Record<string, string>; variables?: object; rest?: object }): Promise<Answer>;
  send(request: InjectOptions): Promise<Answer>;
}

/** A gateway over a small library in this process, or where SUBGRAPH_URLS says; `env` as in its environment. */
export async function startLibraryGateway(
  env: Record<string, string> = {},
  log: Logger = createLog({ name: 'test' }),
): Promise<LibraryGateway> {
  const calls: string[] = [];
  const library: SubgraphExecutor = ({ query, variables, context }) => {
    calls.push(query);
    return graphql({ schema, source: query, variableValues: variables, contextValue: context });
  };
  const gateway = await createGateway({
    supergraph: SUPERGRAPH,
    transports: env.SUBGRAPH_URLS ? {} : { library },
    authentication,
    config: testConfig({ ...env }),
    log,
  });
  const send = async (request: InjectOptions): Promise<Answer> => {
    const { statusCode, headers, body } = await gateway.app.inject(request);
    return { status: statusCode, headers, body: body && String(headers['content-type']).includes('json') ? JSON.parse(body) : body };
  };
  return {
    ...gateway,
    calls,
    send,
    ask: (query, { headers, variables, rest } = {}) =>
      send({ method: 'POST', url: '/graphql', headers, payload: { query, ...(variables && { variables }), ...rest } }),
  };
}
