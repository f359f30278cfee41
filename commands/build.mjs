/** Compiles the workspaces and bundles the IDE, each only when its sources changed. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** From which folder to which; tests stay out. */
const packages = (root) => [
  { from: 'shared', to: 'shared/dist', folders: ['src', 'demo'] },
  ...['gateway', 'commands', ...readdirSync(path.join(root, 'subgraphs')).map((name) => `subgraphs/${name}`)].map((name) => ({
    from: `${name}/src`,
    to: `${name}/dist`,
    folders: ['.'],
  })),
];

export async function buildWhatChanged(root, { quiet }) {
  const started = performance.now();
  const done = [];
  for (const unit of packages(root)) {
    const sources = unit.folders
      .flatMap((folder) => filesIn(path.join(root, unit.from, folder)))
      .filter((file) => !file.includes('.test.'));
    if (await once(root, unit.to, [...sources, path.join(root, 'tsconfig.base.json')], () => compile(root, unit, sources)))
      done.push(unit.from.replace('/src', ''));
  }
  const { buildIde } = await import('../gateway/ide/build.mjs');
  const ide = filesIn(path.join(root, 'gateway/ide'));
  const target = path.join(root, 'gateway/dist/ide');
  if (await once(root, 'gateway/dist-ide', [...ide, path.join(root, 'package-lock.json')], () => buildIde(target), target))
    done.push('ide');
  if (done.length > 0 && !quiet) process.stderr.write(`Built ${done.join(', ')} in ${Math.round(performance.now() - started)} ms\n`);
}

async function compile(root, { from, to }, sources) {
  const outdir = path.join(root, to);
  // The IDE's bundle lies in the gateway's dist and has its own turn.
  for (const entry of existsSync(outdir) ? readdirSync(outdir) : [])
    if (entry !== 'ide') rmSync(path.join(outdir, entry), { recursive: true });
  const outbase = path.join(root, from);
  await build({
    entryPoints: sources.filter((file) => file.endsWith('.ts')),
    outbase,
    outdir,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    tsconfig: path.join(root, 'tsconfig.base.json'),
    logLevel: 'warning',
  });
  for (const file of sources.filter((name) => name.endsWith('.json'))) {
    const copy = path.join(outdir, path.relative(outbase, file));
    mkdirSync(path.dirname(copy), { recursive: true });
    copyFileSync(file, copy);
  }
}

/** Runs the work unless the same sources were built before and the result still stands. */
async function once(root, name, sources, work, result = path.join(root, name)) {
  const hash = createHash('sha256');
  for (const file of sources) hash.update(`${file}\n`).update(readFileSync(file));
  const digest = hash.digest('hex');
  const stamp = path.join(root, 'node_modules', `.built-${name.replaceAll('/', '-')}`);
  if (existsSync(stamp) && existsSync(result) && readFileSync(stamp, 'utf8') === digest) return false;
  await work();
  writeFileSync(stamp, digest);
  return true;
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((file) => !/node_modules|\/dist\//.test(file) && statSync(file).isFile())
    .sort();
}
