import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { readConfig } from '@township-graph/gateway/config';
import { createGateway } from '@township-graph/gateway/gateway';
import { OperationGuard } from '@township-graph/gateway/guard/operation-guard';
import { RequestGuard } from '@township-graph/gateway/guard/request-guard';
import { Admission } from '@township-graph/shared/admission';
import { systemClock } from '@township-graph/shared/clock';
import { Journal } from '@township-graph/shared/command/journal';
import type { RequestContext } from '@township-graph/shared/context';
import { drainable } from '@township-graph/shared/drain';
import { createLog } from '@township-graph/shared/log';
import { patienceFor } from '@township-graph/shared/patience';
import { parseRequestTimeout, REQUEST_TIMEOUT_HEADER } from '@township-graph/shared/request-timeout';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import { DEFAULT_LIMITS, startSubgraphServer } from '@township-graph/shared/server';
import { parseSigningKey } from '@township-graph/shared/signing-key';
import type { Subgraph } from '@township-graph/shared/subgraph';
import type { SubgraphCall } from '@township-graph/shared/subgraph-call';
import type { Viewer } from '@township-graph/shared/viewer';
import fastify from 'fastify';
import { openSubgraphs } from './open-subgraphs';
import { SUPERGRAPH } from './paths';

/*
 * The graph that bench-guards asks, in a process of its own: twice behind a gateway, over signed calls and over plain ones,
 * and with the other guards in place or taken out as it is told. Both sides so share one process, for two processes can
 * differ by more than a guard costs. Who asks is given on both sides: what a token costs is another question.
 */
const VIEWER: Viewer = {
  subject: 'bench',
  name: null,
  organization: null,
  divisions: [{ code: '410225' }],
  scopes: ['matters:read', 'pii:read'],
};

/** What the next requests are asked with. */
export interface Told {
  readonly taken: readonly string[];
  /** An unsigned call does not say for what it reads. */
  readonly purpose: string | null;
}

async function main(directory: string): Promise<void> {
  const log = createLog({ name: 'bench', level: 'silent' });
  const { subgraphs } = await openSubgraphs({
    databaseUrl: (name) => `sqlite:${path.join(directory, `${name}.db`)}`,
    withDemo: false,
    auditHeads: path.join(directory, 'heads.jsonl'),
  });
  const keys = new Map(subgraphs.map(({ name }) => [name, `bench:${randomBytes(32).toString('hex')}`]));
  const signed = new Map<string, string>();
  const unsigned = new Map<string, string>();
  for (const subgraph of subgraphs) {
    const serve = { executor: subgraph.execute, host: '127.0.0.1', port: 0, clock: systemClock, log };
    signed.set(subgraph.name, (await startSubgraphServer({ ...serve, keys: [parseSigningKey(keys.get(subgraph.name)!)] })).url);
    unsigned.set(subgraph.name, await serveUnsigned(subgraph));
  }
  const behindGateway = async (urls: ReadonlyMap<string, string>, signedBy: ReadonlyMap<string, string>) => {
    const joined = (pairs: ReadonlyMap<string, string>, by: string) => [...pairs].map((pair) => pair.join(by)).join(',');
    const config = readConfig({
      PORT: '0',
      LOG_LEVEL: 'silent',
      SUBGRAPH_URLS: joined(urls, '='),
      SUBGRAPH_KEYS: joined(signedBy, ':'),
      RATE_LIMIT_POINTS: '1000000000',
    });
    return (await createGateway({ supergraph: SUPERGRAPH, authentication: { viewerOf: async () => VIEWER }, config, log })).listen();
  };
  const whole = await behindGateway(signed, keys);
  const plain = await behindGateway(unsigned, new Map());
  process.on('message', (told: Told) => {
    for (const [name, take] of Object.entries(TAKE)) take(told.taken.includes(name));
    purpose = told.purpose;
    process.send!(told.taken.includes('signing') ? plain : whole);
  });
  process.send!('ready');
}

/** How each guard but signing is taken out of this process, and put back. */
const TAKE: Readonly<Record<string, (out: boolean) => void>> = {
  /** Rows of every division. */
  scope: replacing(ScopedRepository.prototype, {
    visibleTo(this: { manager: { createQueryBuilder(entity: unknown, name: string): unknown }; entity: unknown }) {
      return this.manager.createQueryBuilder(this.entity, ROW);
    },
  }),
  /** A journal that writes nothing. */
  audit: replacing(Journal.prototype, { append: async () => ({ sequence: 0, hash: '' }), exportHead: async () => undefined }),
  /** A gateway that lets everything in, unmeasured. */
  guard: replacing(
    RequestGuard.prototype,
    { enter: (_request: unknown, identified: Promise<unknown>) => identified, admit: async () => ({ isNew: false }) },
    replacing(OperationGuard.prototype, { understood: () => undefined }),
  ),
};

function replacing(prototype: object, methods: object, also: (out: boolean) => void = () => {}): (out: boolean) => void {
  const own = Object.fromEntries(Object.keys(methods).map((name) => [name, (prototype as Record<string, unknown>)[name]]));
  return (out) => {
    Object.assign(prototype, out ? methods : own);
    also(out);
  };
}

let purpose: string | null = null;

/** The same server but for the signatures, and for the limits on what a signed call may ask: whoever calls is the viewer. */
async function serveUnsigned({ execute }: Subgraph): Promise<string> {
  const app = fastify({ bodyLimit: 5 * 1024 * 1024, requestTimeout: 60_000, return503OnClosing: false });
  const admission = new Admission(DEFAULT_LIMITS);
  drainable(app, admission, 10_000);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post('/graphql', {
    onRequest: (_request, _reply, done) => {
      admission.check();
      done();
    },
    handler: async ({ headers, body }, reply) => {
      const context: RequestContext = { viewer: VIEWER, requestId: 'bench', locale: 'zh', purpose };
      const call = JSON.parse(String(body)) as SubgraphCall;
      const patience = () => patienceFor(reply.raw, parseRequestTimeout(headers[REQUEST_TIMEOUT_HEADER]) ?? 60_000);
      const answer = await admission.run(() => execute({ ...call, context }), patience);
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
    },
  });
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
}

main(process.argv[2]!).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
