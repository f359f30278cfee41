/** Compiles the workspaces and bundles the IDE and commands, each only when its sources changed. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** From which folder to which; tests stay out. */
const packages = (root) => [
  { from: 'shared', to: 'shared/dist', folders: ['src', 'demo'] },
  ...['gateway', 'commands', ...readdirSync(path.join(root, 'subgraphs')).map((name) => `subgraphs/${name}`)].map((name) => ({
    from: `${name}/src`,
    to: `${name}/dist`,
    folders: ['.'],
  })),
];

/** `bundles` are compiled scripts that are to start fast. */
export async function buildWhatChanged(root, { quiet, bundles = [] }) {
  const started = performance.now();
  const done = [];
  const all = [fileURLToPath(import.meta.url), path.join(root, 'package-lock.json')];
  for (const unit of packages(root)) {
    const sources = unit.folders
      .flatMap((folder) => filesIn(path.join(root, unit.from, folder)))
      .filter((file) => !file.includes('.test.'));
    all.push(...sources);
    if (await once(root, unit.to, [...sources, path.join(root, 'tsconfig.base.json')], () => compile(root, unit, sources)))
      done.push(unit.from.replace('/src', ''));
  }
  const ide = filesIn(path.join(root, 'gateway/ide'));
  const target = path.join(root, 'gateway/dist/ide');
  if (
    await once(
      root,
      'gateway/dist-ide',
      [...ide, path.join(root, 'package-lock.json')],
      async () => (await import('../gateway/ide/build.mjs')).buildIde(target),
      target,
    )
  )
    done.push('ide');
  for (const script of bundles) {
    const bundle = path.join(root, script.replace(/\.js$/, '.bundle.js'));
    if (await once(root, `bundle-${script}`, all, () => bundleInto(bundle, path.join(root, script)), bundle)) done.push(script);
  }
  if (done.length > 0 && !quiet) process.stderr.write(`Built ${done.join(', ')} in ${Math.round(performance.now() - started)} ms\n`);
}

/** What esbuild leaves as it is in regular expressions. With one of them in it, V8 takes two bytes for each character of the text. */
const WIDE = /[^\0-\x7f]/g;

/** One file instead of two thousand: to find and open them takes longer than to run them. */
async function bundleInto(bundle, script) {
  const { build } = await import('esbuild');
  rmSync(`${bundle}.compiled`, { force: true });
  const { outputFiles } = await build({
    entryPoints: [script],
    write: false,
    bundle: true,
    // Native code fits into no bundle.
    external: ['libsql', '@graphql-hive/router-query-planner'],
    plugins: [NOT_INSTALLED, ownDirectories(path.dirname(bundle))],
    banner: { js: 'const __bundle = __dirname;' },
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // All of it is read at each start; lines stay short enough for a stack trace to tell where it was.
    minifyWhitespace: true,
    legalComments: 'none',
    lineLimit: 160,
    logLevel: 'error',
  });
  writeFileSync(
    bundle,
    outputFiles[0].text.replace(WIDE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** Our own scripts find what lies beside them from where they are, also when they are in a bundle. */
const ownDirectories = (from) => ({
  name: 'own-directories',
  setup({ onLoad }) {
    onLoad({ filter: /\/dist\/.*\.js$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      if (file.includes('node_modules') || !text.includes('__dirname')) return undefined;
      const directory = JSON.stringify(path.relative(from, path.dirname(file)));
      return { contents: `const __dirname = require('node:path').resolve(__bundle, ${directory});\n${text}` };
    });
  },
});

/** TypeORM names the driver of every database there is; those that are not installed are never asked for. */
const NOT_INSTALLED = {
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

async function compile(root, { from, to }, sources) {
  const { build } = await import('esbuild');
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
