import { createServer } from 'node:net';
import path from 'node:path';
import { startScript, startServer } from './processes.mjs';
import { BENCH, OUR_FLAGS, ROOT } from './root.mjs';

const script = (name) => path.join(BENCH, 'engines', `${name}.mjs`);

/**
 * Everything that is compared, by the name that `--engines` takes. `start` gives a process and its URL; `world` is the
 * environment that all share. Ours are started with the flags of `npm start` and `npm run gateway`, the others with those of
 * `--peer-flags`. What `isExtra` is measured only when it is named.
 */
export const ENGINES = {
  stock: {
    title: 'Apollo Gateway, stock',
    start: ({ world, peerFlags }) => startScript(script('stock'), { env: world, flags: peerFlags }),
  },
  hive: {
    title: 'Hive Gateway, Rust planner',
    start: ({ world, peerFlags }) => startScript(script('hive'), { env: world, flags: peerFlags }),
  },
  'hive-shared': {
    title: 'Hive Gateway, shared calls',
    isExtra: true,
    start: ({ world, peerFlags }) => startScript(script('hive'), { env: { ...world, SHARED: '1' }, flags: peerFlags }),
  },
  distributed: { title: 'ours, distributed', start: ({ world }) => startDistributed(world) },
  'in-process': { title: 'ours, in process', start: ({ world }) => startScript(script('in-process'), { env: world, flags: OUR_FLAGS }) },
  floor: {
    title: 'hand-written join',
    start: ({ world, peerFlags }) => startScript(script('hand-written'), { env: world, flags: peerFlags }),
  },
};

/** Measured when none is named. */
export const USUAL = Object.keys(ENGINES).filter((name) => !ENGINES[name].isExtra);

/** As `npm run gateway` starts it: from its bundle, where that has been made. */
async function startDistributed(world) {
  const port = await freePort();
  const entry = [path.join(ROOT, 'commands/run.cjs'), path.join(ROOT, 'gateway/dist/main.js')];
  const origin = `http://127.0.0.1:${port}`;
  const child = await startServer([...OUR_FLAGS, ...entry], { env: { ...world, PORT: `${port}` }, cwd: ROOT, readyAt: `${origin}/ready` });
  return { ...child, url: `${origin}/graphql` };
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
