import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { LedgerOrders, LedgerServes } from '@township-graph/shared/testing/ledger-process';
import { build, type Plugin } from 'esbuild';

const ROOT = path.resolve(__dirname, '../..');

/** TypeORM names the driver of every database there is; those that are not installed are never asked for. */
const notInstalled: Plugin = {
  name: 'not-installed',
  setup({ onResolve, resolve }) {
    const asked = Symbol('asked');
    onResolve({ filter: /^[@\w]/ }, async ({ path: name, importer, kind, resolveDir, pluginData }) => {
      if (pluginData === asked) return undefined;
      const { errors } = await resolve(name, { importer, kind, resolveDir, pluginData: asked });
      return errors.length > 0 ? { external: true } : undefined;
    });
  },
};

/** Makes one file of a script and all that it needs, which then starts in less than half the time; the file. */
export async function compiled(script: string, directory: string): Promise<string> {
  const outfile = path.join(directory, `${path.basename(script, '.ts')}.js`);
  await build({
    entryPoints: [path.join(ROOT, script)],
    outfile,
    bundle: true,
    // Native code fits into no bundle.
    external: ['libsql'],
    plugins: [notInstalled],
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    tsconfig: path.join(ROOT, 'tsconfig.base.json'),
    logLevel: 'error',
  });
  return outfile;
}

/** The ledger's process, compiled: it starts a hundred times. */
export async function compileLedgerProcess(directory: string): Promise<string> {
  const outfile = await compiled('shared/testing/ledger-process.ts', directory);
  const first = forkCompiled(outfile);
  await served(first, { databaseUrl: 'sqlite::memory:', auditHeads: path.join(directory, 'first.jsonl'), keys: [] });
  first.disconnect();
  await once(first, 'exit');
  return outfile;
}

/** A process that has loaded everything and waits for its orders. */
export function forkCompiled(script: string): ChildProcess {
  return fork(path.join(__dirname, 'start-compiled.cjs'), [script], { execArgv: [] });
}

/** Tells a process to serve; where it does, as soon as it does. */
export async function served(child: ChildProcess, orders: LedgerOrders): Promise<string> {
  child.send(orders);
  const [{ url }] = (await Promise.race([once(child, 'message'), endedEarly(child)])) as [LedgerServes];
  return url;
}

async function endedEarly(child: ChildProcess): Promise<never> {
  const [code, signal] = await once(child, 'exit');
  throw new Error(`the ledger's process ended with ${code ?? signal} before it served`);
}
