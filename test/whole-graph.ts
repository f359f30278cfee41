import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SUBGRAPHS } from '@township-graph/commands/graph';
import { startWholeGraph as start, type WholeGraph, type WholeGraphOptions } from '@township-graph/commands/whole-graph';
import { openDatabase } from '@township-graph/shared/database';
import { createLog } from '@township-graph/shared/log';
import { copyOf, type TestEngine } from '@township-graph/shared/testing/template';
import { testConfig } from '../gateway/testing/test-config';

type Begin = Pick<WholeGraphOptions, 'withDemo' | 'clock' | 'scale'>;

/** The address of a subgraph's database as it stands before its first request: migrated, and with the demonstration, if it is wanted. */
function begunUrl(engine: TestEngine, name: string, { withDemo = true, scale, clock }: Begin): Promise<string> {
  const { schema, loadDemo } = SUBGRAPHS.find((subgraph) => subgraph.name === name)!;
  return copyOf(engine, `${name} ${withDemo ? `${scale} ${clock?.().getTime()}` : 'empty'}`, async (url) => {
    const database = await openDatabase({ ...schema, url });
    if (withDemo) await loadDemo(database, undefined, { scale, clock });
    await database.destroy();
  });
}

export interface TestGraph extends WholeGraph {
  /** The statements each subgraph sends while `work` runs. */
  statementsOf(work: () => Promise<unknown>): Promise<Record<string, string[]>>;
  /** Asks as the bearer of a token, or anonymously. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
  ask(query: string, options?: { token?: string; variables?: object; headers?: Record<string, string> }): Promise<any>;
}

/** The whole graph with the demonstration counties, as `npm start` runs it, on a free port and a directory of its own. */
export async function startWholeGraph(
  engine: TestEngine = 'sqlite',
  environment: NodeJS.ProcessEnv = {},
  options: Begin = {},
): Promise<TestGraph> {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-'));
  const heard: Record<string, string[]> = {};
  const graph = await start({
    scale: 0,
    ...options,
    config: testConfig({ LOG_LEVEL: 'silent', ...environment }),
    keyDirectory: directory,
    log: createLog({ name: 'test', level: 'silent' }),
    databaseUrl: (name) => begunUrl(engine, name, { scale: 0, ...options }),
    onStatement: (subgraph, sql) => {
      heard[subgraph] ??= [];
      heard[subgraph].push(sql);
    },
  });
  return {
    ...graph,
    async statementsOf(work) {
      for (const subgraph of Object.keys(heard)) delete heard[subgraph];
      await work();
      return { ...heard };
    },
    async ask(query, { token, variables, headers } = {}) {
      const response = await fetch(`${graph.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return response.json();
    },
    async stop() {
      await graph.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
