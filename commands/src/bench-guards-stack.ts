import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { readConfig } from '@township-graph/gateway/config';
import { createGateway } from '@township-graph/gateway/gateway';
import { OperationGuard } from '@township-graph/gateway/guard/operation-guard';
import { RequestGuard } from '@township-graph/gateway/guard/request-guard';
import { systemClock } from '@township-graph/shared/clock';
import { Journal } from '@township-graph/shared/command/journal';
import type { RequestContext } from '@township-graph/shared/context';
import { createLog } from '@township-graph/shared/log';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import { startSubgraphServer } from '@township-graph/shared/server';
import { parseSigningKey } from '@township-graph/shared/signing-key';
import type { Subgraph } from '@township-graph/shared/subgraph';
import type { SubgraphCall, SubgraphExecutor } from '@township-graph/shared/subgraph-call';
import type { Viewer } from '@township-graph/shared/viewer';
import fastify from 'fastify';
import { openSubgraphs } from './open-subgraphs';
import { SUPERGRAPH } from './paths';

/*
 * One side of the comparison, started by bench-guards: the graph as it is, or with some of its guards taken out.
 * Who asks is given on both sides: what a token costs is another question.
 */
const VIEWER: Viewer = {
  subject: 'bench',
  name: null,
  organization: null,
  divisions: [{ code: '410225' }],
  scopes: ['matters:read', 'pii:read'],
};

async function main(taken: ReadonlySet<string>, directory: string): Promise<void> {
  for (const guard of taken) TAKE_OUT[guard]?.();
  const isSigned = !taken.has('signing');
  const log = createLog({ name: 'bench', level: 'silent' });
  const auditHeads = taken.has('audit') ? undefined : path.join(directory, 'heads.jsonl');
  const { subgraphs } = await openSubgraphs({
    databaseUrl: (name) => `sqlite:${path.join(directory, `${name}.db`)}`,
    withDemo: false,
    auditHeads,
  });
  const urls: string[] = [];
  const keys: string[] = [];
  for (const subgraph of subgraphs) {
    const secret = randomBytes(32).toString('hex');
    const key = `bench:${secret}`;
    const serve = { executor: subgraph.execute, keys: [parseSigningKey(key)], host: '127.0.0.1', port: 0, clock: systemClock, log };
    urls.push(`${subgraph.name}=${isSigned ? (await startSubgraphServer(serve)).url : await serveUnsigned(subgraph)}`);
    if (isSigned) keys.push(`${subgraph.name}:${key}`);
  }
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    SUBGRAPH_URLS: urls.join(','),
    SUBGRAPH_KEYS: keys.join(','),
    RATE_LIMIT_POINTS: '1000000000',
  });
  const gateway = await createGateway({ supergraph: SUPERGRAPH, authentication: { viewerOf: async () => VIEWER }, config, log });
  process.send!(await gateway.listen());
}

/** How each guard but signing is taken out of this process. */
const TAKE_OUT: Readonly<Record<string, () => void>> = {
  /** Rows of every division. */
  scope() {
    const scoped = ScopedRepository.prototype as unknown as {
      manager: { createQueryBuilder(entity: unknown, name: string): unknown };
      entity: unknown;
    };
    Object.assign(scoped, {
      visibleTo(this: typeof scoped) {
        return this.manager.createQueryBuilder(this.entity, ROW);
      },
    });
  },
  /** A journal that writes nothing. */
  audit: () => void Object.assign(Journal.prototype, { append: async () => ({ sequence: 0, hash: '' }) }),
  /** A gateway that lets everything in, unmeasured. */
  guard() {
    const enter = (_request: unknown, identified: Promise<unknown>) => identified;
    Object.assign(RequestGuard.prototype, { enter, admit: async () => ({ isNew: false }) });
    Object.assign(OperationGuard.prototype, { understood: () => undefined });
  },
};

/** For what the next requests read: an unsigned call does not say. */
let purpose: string | null = null;
process.on('message', (told: { readonly purpose: string | null }) => {
  purpose = told.purpose;
  process.send!('known');
});

/** The same server without signatures: whoever calls is the viewer. */
async function serveUnsigned({ execute }: Subgraph): Promise<string> {
  const app = fastify({ bodyLimit: 5 * 1024 * 1024 });
  const run: SubgraphExecutor = execute;
  app.post('/graphql', async ({ body }, reply) => {
    const context: RequestContext = { viewer: VIEWER, requestId: 'bench', locale: 'zh', purpose };
    const answer = await run({ ...(body as SubgraphCall), context });
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
  });
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
}

const [taken, directory] = process.argv.slice(2) as [string, string];
main(new Set(taken.split(',')), directory).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
