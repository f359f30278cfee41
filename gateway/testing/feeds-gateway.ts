import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Clock } from '@township-graph/shared/clock';
import { DomainError, refusalBehind } from '@township-graph/shared/errors';
import { createLog } from '@township-graph/shared/log';
import type { SubgraphExecutor } from '@township-graph/shared/subgraph-call';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import { GraphQLError, graphql, parse } from 'graphql';
import type { Authentication } from '../src/authentication/authentication';
import { createGateway, type Gateway } from '../src/gateway';
import { testConfig } from './test-config';

const NAMES = ['alpha', 'beta'] as const;
type Name = (typeof NAMES)[number];

const sdlOf = (name: Name) => `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@shareable"])
  type Query { ${name}Feed(after: String, types: [String!], first: Int! = 100): ChangeFeed }
  type ChangeFeed @shareable { nodes: [Change!]! endCursor: String hasNextPage: Boolean! newestCursor: String }
  type Change @shareable { cursor: String! type: String! subjectType: String! subjectId: ID! divisionCode: String at: String! payload: String isTombstone: Boolean! requestId: String }`;

interface Asked {
  readonly after: string | null;
  readonly types: readonly string[] | null;
  readonly first: number;
}

/** A subgraph whose changes a test makes up, with all that can be wrong with it. */
export class MadeUpFeed {
  readonly asked: Asked[] = [];
  /** Thrown instead of an answer. */
  failure: Error | null = null;
  /** An answer waits for it. */
  gate: Promise<void> = Promise.resolve();
  private readonly changes: Record<string, unknown>[] = [];

  constructor(readonly name: Name) {}

  happens(subjectId: string, more: Record<string, unknown> = {}): void {
    const cursor = `${this.name}-${this.changes.length + 1}`;
    const at = '2026-11-26T01:00:00.000Z';
    const told = {
      type: 'HAPPENED',
      subjectType: 'Thing',
      divisionCode: '410225',
      payload: '{"of":1}',
      isTombstone: false,
      requestId: 'r',
    };
    this.changes.push({ cursor, subjectId, at, ...told, ...more });
  }

  read({ after, types, first }: Asked) {
    this.asked.push({ after, types, first });
    const start = after ? this.changes.findIndex(({ cursor }) => cursor === after) + 1 : 0;
    if (after && start === 0) throw new DomainError('BAD_USER_INPUT', 'CURSOR_UNKNOWN', { zh: '游标未知', en: 'Unknown cursor' });
    const chosen = this.changes.slice(start).filter(({ type }) => !types || types.includes(type as string));
    const nodes = chosen.slice(0, first);
    const newestCursor = this.changes.at(-1)?.cursor ?? null;
    const hasNextPage = chosen.length > first;
    return { nodes, newestCursor, hasNextPage, endCursor: hasNextPage ? (nodes.at(-1)?.cursor ?? after) : newestCursor };
  }
}

function executorOf(feed: MadeUpFeed): SubgraphExecutor {
  const schema = buildSubgraphSchema({
    typeDefs: parse(sdlOf(feed.name)),
    resolvers: { Query: { [`${feed.name}Feed`]: (_: unknown, asked: Asked) => feed.read(asked) } },
  });
  return async ({ query, variables }) => {
    await feed.gate;
    if (feed.failure) throw feed.failure;
    const { data, errors } = await graphql({ schema, source: query, variableValues: variables });
    const told = errors?.map((error) => {
      const { code, reason } = refusalBehind(error) ?? {};
      return new GraphQLError(error.message, { path: error.path, extensions: { code, reason } });
    });
    return { data, ...(told && { errors: told }) };
  };
}

export interface FeedsGateway extends Gateway {
  readonly url: string;
  readonly alpha: MadeUpFeed;
  readonly beta: MadeUpFeed;
  /** Thrown for each token from then on; null lets them count again. */
  refuse(error: DomainError | null): void;
}

/** A gateway over two made-up feeds in this process. "Bearer NAME" is the subject NAME of a county, until 2026-11-30. */
export async function startFeedsGateway(
  env: Record<string, string> = {},
  clock: Clock = () => new Date('2026-11-26T01:00:00.000Z'),
): Promise<FeedsGateway> {
  const [alpha, beta] = [new MadeUpFeed('alpha'), new MadeUpFeed('beta')];
  const { supergraphSdl, errors } = composeServices(NAMES.map((name) => ({ name, url: '', typeDefs: parse(sdlOf(name)) })));
  if (!supergraphSdl) throw new Error(JSON.stringify(errors));
  let refusal: DomainError | null = null;
  const authentication: Authentication = {
    async viewerOf(authorization): Promise<Viewer> {
      if (authorization === undefined) return ANONYMOUS;
      if (refusal) throw refusal;
      return { ...ANONYMOUS, subject: authorization.slice('Bearer '.length), divisions: [{ code: '410225', until: '2026-11-30' }] };
    },
  };
  const gateway = await createGateway({
    supergraph: supergraphSdl,
    transports: { alpha: executorOf(alpha), beta: executorOf(beta) },
    authentication,
    config: testConfig({ CHANGES_POLL_MS: '10', SUBGRAPH_BREAKER_FAILURES: '1000', ...env }),
    clock,
    log: createLog({ name: 'test' }),
  });
  const url = await gateway.listen();
  return {
    ...gateway,
    url,
    alpha,
    beta,
    refuse(error) {
      refusal = error;
    },
  };
}
