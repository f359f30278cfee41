import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { freePort } from '../engines.mjs';
import { familyOf } from '../load/process-usage.mjs';
import { startScript, startServer, stop } from '../processes.mjs';
import { BENCH, OUR_FLAGS, ROOT } from '../root.mjs';

/** Loading three counties takes its time on a slow disk, all their applications and cases a quarter of an hour. */
const START_MS = 1_200_000;

/** What both ways of running the graph are told; development, for the development key signs the tokens. */
const WORLD = { NODE_ENV: 'development', LOG_LEVEL: 'warn', RATE_LIMIT_POINTS: '0', RATE_LIMIT_ANONYMOUS_POINTS: '0' };

/** Who signs the tokens of a graph in development. */
export const ISSUER = 'township-graph-development';

/** Our whole graph, on a directory of its own, by the way it is run. `parts` names each of its processes. */
export const GRAPHS = {
  'in-process': {
    title: 'ours, in process',
    start: (data, scale) => startGraph(data, { words: [path.join(ROOT, 'commands/dist/start.js')], more: ['--scale', `${scale}`] }),
  },
  distributed: {
    title: 'ours, distributed',
    async start(data, scale) {
      const words = [path.join(ROOT, 'commands/dist/start-distributed.js')];
      return startGraph(data, { words, more: ['--scale', `${scale}`, '--subgraph-port', `${await portsInARow(8)}`] });
    },
  },
};

/** The demonstration counties, loaded into a directory that may be copied. */
export async function loadDemonstration(data, scale) {
  await stop(await GRAPHS['in-process'].start(data, scale));
}

async function startGraph(data, { words, more }) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const started = await startServer([...OUR_FLAGS, ...words, '--port', `${port}`, '--data', data, ...more], {
    env: WORLD,
    cwd: ROOT,
    readyAt: `${origin}/ready`,
    startMs: START_MS,
  });
  const pids = familyOf(started.child.pid);
  return {
    ...started,
    data,
    url: `${origin}/graphql`,
    pids,
    parts: pids.map(partOf),
    key: JSON.parse(readFileSync(path.join(data, 'development-key.json'), 'utf8')),
  };
}

/** The gateway, a subgraph, or what started them. */
function partOf(pid) {
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  return words.map((word) => word.match(/(?:subgraphs\/)?([\w-]+)\/dist\/main\.js$/)?.[1]).find(Boolean) ?? 'whole';
}

/** The first of some ports that are free together; the subgraphs take one after the other. */
async function portsInARow(count) {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const first = await freePort();
    const taken = await Promise.all(Array.from({ length: count }, (_, index) => isTaken(first + index)));
    if (!taken.includes(true)) return first;
  }
  throw new Error(`no ${count} free ports in a row`);
}

function isTaken(port) {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(true));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(false)));
  });
}

/** The endpoints written by hand, over the databases of a graph that has been started. */
export async function startByHand({ data, key: { d: _private, ...publicKey } }) {
  const env = { DATA: data, KEYS: JSON.stringify({ keys: [publicKey] }), ISSUER };
  return startScript(path.join(BENCH, 'own/by-hand/serve.mjs'), { env });
}
