/**
 * Makes a checkout ready to run: installs what is missing, builds what changed. Plain JavaScript, for it runs before both.
 * `--quiet` says nothing when there is nothing to do.
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
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== lock) {
  process.stderr.write('Installing packages … 正在安装依赖 …\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    process.stderr.write('npm ci failed; its words stand above. 依赖安装失败，原因见上。\n');
    process.exit(1);
  }
  writeFileSync(STAMP, lock);
}

const { buildWhatChanged } = await import('./build.mjs');
await buildWhatChanged(ROOT, { quiet: process.argv.includes('--quiet') });
