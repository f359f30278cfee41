import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { BENCH } from './root.mjs';

const at = (name) => statSync(path.join(BENCH, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Installs the peers when they are missing or the lockfile is newer than what is there. */
export function installPeers() {
  if (at('node_modules/.package-lock.json') >= at('package-lock.json')) return;
  process.stderr.write('Installing the peers into test/bench/node_modules …\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: BENCH,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('npm ci failed; its words stand above');
}
