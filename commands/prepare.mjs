/**
 * Makes a checkout ready to run: installs what is missing, builds what changed. Plain JavaScript, for it runs before both.
 * `--quiet` says nothing when there is nothing to do; `--with-tools` installs what tests and checks need as well, which running does not;
 * `--bundle SCRIPT` makes one file of a compiled script and all that it needs, for `run.cjs`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const STAMP = path.join(ROOT, 'node_modules', '.township-graph-lock');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Node.js 20.19 or newer is needed; this is ${process.versions.node}. 需要 Node.js 20.19 及以上版本。\n`);
  process.exit(1);
}

const lock = createHash('sha256')
  .update(readFileSync(path.join(ROOT, 'package-lock.json')))
  .digest('hex');
const wanted = process.argv.includes('--with-tools') ? ['with tools'] : ['with tools', 'to run'];
if (!existsSync(STAMP) || !wanted.some((extent) => readFileSync(STAMP, 'utf8') === `${lock} ${extent}`)) install(wanted.at(-1));

function install(extent) {
  process.stderr.write('Installing packages … 正在安装依赖 …\n');
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(extent === 'to run' ? ['--omit=dev'] : ['--include=dev'])];
  const { status } = spawnSync('npm', words, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) {
    process.stderr.write('npm ci failed; its words stand above. 依赖安装失败，原因见上。\n');
    process.exit(1);
  }
  writeFileSync(STAMP, `${lock} ${extent}`);
}

const { buildWhatChanged } = await import('./build.mjs');
const bundles = process.argv.flatMap((word, index) => (word === '--bundle' ? process.argv[index + 1] : []));
await buildWhatChanged(ROOT, { quiet: process.argv.includes('--quiet'), bundles });
