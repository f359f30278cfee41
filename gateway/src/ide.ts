import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * What a page may do: nothing but load from this origin. Monaco and GraphiQL place things with style attributes, which
 * only 'unsafe-inline' styles allow; no script is inline and none is made from text. `data:` images are icons in styles.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/** Voyager draws in a worker that it makes from its own text, with Graphviz compiled to WebAssembly. */
const SCHEMA_POLICY = PAGE_POLICY.map((rule) => {
  if (rule.startsWith('script-src')) return `${rule} 'wasm-unsafe-eval'`;
  if (rule.startsWith('worker-src')) return 'worker-src blob:';
  return rule;
});

/** Monaco's workers run under the policy of their own file, and need nothing from anywhere. */
const ASSET_POLICY = ["default-src 'none'", "frame-ancestors 'none'"];

const PAGES: Readonly<Record<string, { file: string; policy: readonly string[] }>> = {
  '/': { file: 'query.html', policy: PAGE_POLICY },
  '/schema': { file: 'schema.html', policy: SCHEMA_POLICY },
};

/** What an asset may be; anything else in the directory is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

/** The compressed copies that the build lays beside an asset, best first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/**
 * Serves the IDE that gateway/ide/build.mjs built into `directory`: `/`, `/schema`, and under `/assets/` what they load.
 * Pages are asked for anew each time, so that a new build is seen at once; assets are named by their content and kept for ever.
 */
export async function registerIde(app: FastifyInstance, { directory }: { directory: string }): Promise<void> {
  const isBuilt = Object.values(PAGES).every(({ file }) => existsSync(join(directory, file)));
  for (const [path, { file, policy }] of Object.entries(PAGES)) {
    const page = isBuilt ? readFileSync(join(directory, file)) : null;
    app.get(path, async (_request, reply) => {
      harden(reply, policy);
      return page ? reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page) : answerNotBuilt(reply);
    });
  }
  if (isBuilt) serveAssets(app, join(directory, 'assets'));
}

/** Only names that were there at the start are served, so a request's text never becomes a path. */
function serveAssets(app: FastifyInstance, directory: string): void {
  const sizes = new Map(readdirSync(directory).map((file) => [file, statSync(join(directory, file)).size]));

  app.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const { name } = request.params;
    const type = TYPES[extname(name)];
    harden(reply, ASSET_POLICY);
    if (!type || !sizes.has(name)) return answerNoSuchAsset(reply);

    const encoding = ENCODINGS.find((each) => sizes.has(name + each.ending) && accepts(request, each.name));
    const file = name + (encoding?.ending ?? '');
    // A build may have replaced the files since the start.
    const opened = await open(join(directory, file)).catch(() => null);
    if (!opened) return answerNoSuchAsset(reply);
    if (encoding) reply.header('content-encoding', encoding.name);
    return reply
      .headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding', 'content-length': sizes.get(file) })
      .type(type)
      .send(opened.createReadStream());
  });
}

/** Whether the browser named this encoding, other than to refuse it (`br;q=0`). */
function accepts(request: FastifyRequest, encoding: string): boolean {
  const offers = String(request.headers['accept-encoding'] ?? '')
    .toLowerCase()
    .split(',');
  return offers.some((offer) => {
    const [name, weight = ''] = offer.split(';').map((part) => part.trim());
    return name === encoding && !/^q=0(\.0*)?$/.test(weight);
  });
}

function harden(reply: FastifyReply, policy: readonly string[]): FastifyReply {
  return reply.headers({
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  });
}

/** A checkout without a build still serves the graph; say what is missing rather than fail. */
function answerNotBuilt(reply: FastifyReply): FastifyReply {
  return answerText(reply, 503, [
    '页面尚未构建，请运行 npm start。接口照常：POST /graphql。',
    'The page has not been built: run npm start. The graph itself works: POST /graphql.',
  ]);
}

/** An asset of an earlier build, most likely: the page that asked for it must be loaded again. */
function answerNoSuchAsset(reply: FastifyReply): FastifyReply {
  return answerText(reply, 404, ['没有这个文件。页面可能已更新，请刷新。', 'No such file. The page may have been updated: reload it.']);
}

function answerText(reply: FastifyReply, status: number, lines: readonly string[]): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send(lines.map((line) => `${line}\n`).join(''));
}
