/**
 * Builds the pages of the IDE: `node gateway/ide/build.mjs gateway/dist/ide`.
 *
 * Everything the pages need comes from node_modules and ends up in `outDir`: two HTML files, and under `assets/` scripts,
 * styles, workers, a font and Voyager, each named by a hash of its content and lying there compressed as well.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, parse, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
const { resolve: resolveModule } = createRequire(import.meta.url);

const COMMON = {
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  metafile: true,
  // The browsers of government machines lag behind.
  target: ['chrome100', 'firefox100', 'safari15.4'],
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'warning',
};

const WORKERS = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
};

/** Builds both pages into `outDir`, which it empties first and outside of which it writes nothing. */
export async function buildIde(outDir) {
  const target = resolve(outDir);
  const assets = join(target, 'assets');
  await rm(target, { recursive: true, force: true });
  await mkdir(assets, { recursive: true });

  const [workers, voyager, icon] = await Promise.all([
    buildWorkers(assets),
    copyHashed(resolveModule('graphql-voyager/dist/voyager.standalone.js'), assets),
    copyHashed(join(HERE, 'icon.svg'), assets),
  ]);
  const pages = await buildPages(assets, { WORKERS: workers, VOYAGER: voyager });
  const shared = { icon, 'page.css': pages.url('style/page.css') };

  await Promise.all([
    writePage('query.html', target, {
      ...shared,
      'query-page.js': pages.url('page/query-page.tsx'),
      'workbench.css': pages.url('style/workbench.css'),
      preloads: pages
        .scriptsBehind('page/workbench.tsx')
        .map((url) => `<link rel="modulepreload" href="${url}" />`)
        .join('\n    '),
    }),
    writePage('schema.html', target, {
      ...shared,
      'schema-page.js': pages.url('page/schema-page.tsx'),
      'schema.css': pages.url('style/schema.css'),
      preloads: `<link rel="preload" as="script" href="${voyager}" />`,
    }),
  ]);
  await compressAll(assets);
}

/** The two pages and their styles; what GraphiQL loads on demand is split off. */
async function buildPages(assets, constants) {
  const { metafile } = await build({
    ...COMMON,
    entryPoints: ['page/query-page.tsx', 'page/schema-page.tsx', 'style/page.css', 'style/workbench.css', 'style/schema.css'],
    outdir: assets,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    loader: { '.ttf': 'file' },
    define: {
      ...COMMON.define,
      ...Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    },
    plugins: [queryFiles(), monacoStylesApart()],
  });
  const outputs = Object.entries(metafile.outputs);
  const outputOf = (entry) => {
    const found = outputs.find(([, { entryPoint }]) => entryPoint === entry);
    if (!found) throw new Error(`esbuild wrote nothing for ${entry}`);
    return found;
  };
  return {
    url: (entry) => urlOf(outputOf(entry)[0]),
    /** A script and all that it imports at once: what a browser may fetch before it has read any of it. */
    scriptsBehind(entry) {
      const seen = new Set();
      const visit = (path) => {
        if (seen.has(path)) return;
        seen.add(path);
        for (const { path: imported, kind } of metafile.outputs[path].imports) {
          if (kind === 'import-statement') visit(imported);
        }
      };
      visit(outputOf(entry)[0]);
      return [...seen].map(urlOf);
    },
  };
}

/** Monaco's workers: classic scripts of their own, so that the page's policy needs neither blob: nor eval. */
async function buildWorkers(assets) {
  const { metafile } = await build({
    ...COMMON,
    entryPoints: Object.fromEntries(Object.entries(WORKERS).map(([name, module]) => [`${name}.worker`, resolveModule(module)])),
    outdir: assets,
    entryNames: '[name]-[hash]',
    format: 'iife',
  });
  const outputs = Object.keys(metafile.outputs);
  return Object.fromEntries(
    Object.keys(WORKERS).map((name) => [name, urlOf(outputs.find((path) => basename(path).startsWith(`${name}.worker-`)))]),
  );
}

/** `township-graph:queries`: the files of queries/, in order, each with the variables beside it. */
function queryFiles() {
  return {
    name: 'query-files',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^township-graph:queries$/ }, ({ path }) => ({ path, namespace: 'query-files' }));
      onLoad({ filter: /.*/, namespace: 'query-files' }, async () => {
        const files = await readdir(join(HERE, 'queries'));
        const names = files.filter((file) => extname(file) === '.graphql').sort();
        const queries = await Promise.all(
          names.map(async (file) => {
            const { name } = parse(file);
            const variables = files.includes(`${name}.json`) ? JSON.parse(await readQueryFile(`${name}.json`)) : null;
            return {
              name,
              query: await readQueryFile(file),
              variables: variables ? JSON.stringify(variables, null, 2) : '',
            };
          }),
        );
        return { contents: `export const QUERIES = ${JSON.stringify(queries)};` };
      });
    },
  };
}

function readQueryFile(file) {
  return readFile(join(HERE, 'queries', file), 'utf8');
}

/** Monaco's modules import their styles one by one, into files that nothing would load. style/workbench.css has them all. */
function monacoStylesApart() {
  return {
    name: 'monaco-styles-apart',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.css$/ }, ({ path, kind }) => (kind === 'import-statement' ? { path, namespace: 'styles-apart' } : undefined));
      onLoad({ filter: /.*/, namespace: 'styles-apart' }, () => ({ contents: '' }));
    },
  };
}

async function copyHashed(file, assets) {
  const { name, ext } = parse(file);
  const content = await readFile(file);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
  const hashed = `${name}-${hash}${ext}`;
  await cp(file, join(assets, hashed));
  return `/assets/${hashed}`;
}

function urlOf(path) {
  return `/assets/${basename(path)}`;
}

/** Fills the `{{name}}`s of a page; one that has no value is a mistake of ours. */
async function writePage(file, target, values) {
  const template = await readFile(join(HERE, file), 'utf8');
  const page = template.replace(/\{\{(.+?)\}\}/g, (_, name) => {
    if (values[name] === undefined) throw new Error(`${file}: nothing to put in place of {{${name}}}`);
    return values[name];
  });
  await writeFile(join(target, file), page);
}

/** Lays a .br and a .gz beside each asset that they make smaller. Brotli 5 costs 0.6 s and is 13 % larger than 11, which costs 28 s. */
async function compressAll(assets) {
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  await Promise.all(
    (await readdir(assets)).map(async (file) => {
      const path = join(assets, file);
      const content = await readFile(path);
      const [br, gz] = await Promise.all([
        brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
        zip(content, { level: 9 }),
      ]);
      if (br.length < content.length) await writeFile(`${path}.br`, br);
      if (gz.length < content.length) await writeFile(`${path}.gz`, gz);
    }),
  );
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const outDir = process.argv[2];
  if (!outDir) {
    console.error('Usage: node gateway/ide/build.mjs <directory>');
    process.exit(2);
  }
  const startedAt = performance.now();
  await buildIde(outDir);
  console.log(`IDE → ${relative(process.cwd(), resolve(outDir)) || '.'} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}
