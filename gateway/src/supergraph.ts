import { readFile, stat } from 'node:fs/promises';
import type { Logger } from '@township-graph/shared/log';
import { request } from 'undici';
import { withoutAccessDirectives } from './supergraph-directives';

/** Where the gateway's schema comes from. */
export interface SupergraphSource {
  /** The SDL to start with. Throws when there is none: a gateway without a schema must not start. */
  load(): Promise<string>;
  /**
   * Calls back with each new SDL until the returned function is called. `onChange` throws for one that cannot be used;
   * it is logged, the old one stays, and the same text is not tried again.
   */
  watch(onChange: (sdl: string) => void): () => void;
}

export interface SupergraphOptions {
  /** SDL itself, the path of a file, or an http(s) URL. */
  readonly from: string;
  /** How often to look again; 0 never. */
  readonly pollMs: number;
  readonly log: Logger;
}

/** Text that has changed since the last look, or null. Throws when it cannot be had. */
type Look = () => Promise<string | null>;

export function supergraphSource({ from, pollMs, log }: SupergraphOptions): SupergraphSource {
  if (from.includes('{')) return { load: async () => usable(from, log), watch: () => () => {} };
  const look = /^https?:\/\//.test(from) ? lookAtUrl(from) : lookAtFile(from);
  return {
    async load() {
      const text = await look();
      if (text === null) throw new Error('the supergraph is loaded already');
      return usable(text, log);
    },
    watch: (onChange) => (pollMs > 0 ? poll(look, pollMs, (text) => onChange(usable(text, log)), log) : () => {}),
  };
}

/** Looks again `pollMs` after each look has ended, so that slow ones never overlap. */
function poll(look: Look, pollMs: number, onText: (text: string) => void, log: Logger): () => void {
  let timer: NodeJS.Timeout;
  let isStopped = false;
  const again = () => {
    if (!isStopped) timer = setTimeout(lookOnce, pollMs).unref();
  };
  const lookOnce = async () => {
    try {
      const text = await look();
      if (text !== null && !isStopped) onText(text);
    } catch (error) {
      log.error({ err: error }, 'new supergraph refused; the old one keeps serving');
    }
    again();
  };
  again();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

function usable(text: string, log: Logger): string {
  const { sdl, uses } = withoutAccessDirectives(text);
  if (uses > 0)
    log.warn(
      { uses },
      'the supergraph’s @authenticated, @requiresScopes and @policy are left to its subgraphs: this gateway does not enforce them',
    );
  return sdl;
}

/** Reads only when the file's stamp moved, and answers only when its text did: a mounted config map is re-linked unchanged. */
function lookAtFile(path: string): Look {
  let lastStamp = '';
  let lastText = '';
  return async () => {
    const { mtimeMs, size, ino } = await stat(path);
    const stamp = `${mtimeMs} ${size} ${ino}`;
    if (stamp === lastStamp) return null;
    const text = await readFile(path, 'utf8');
    lastStamp = stamp;
    if (text === lastText) return null;
    lastText = text;
    return text;
  };
}

const FETCH_TIMEOUT_MS = 10_000;
const MAX_SDL_BYTES = 32 * 1024 * 1024;

function lookAtUrl(url: string): Look {
  let etag: string | undefined;
  let lastText = '';
  return async () => {
    const headers = { accept: 'text/plain, application/graphql, */*', ...(etag && { 'if-none-match': etag }) };
    const { statusCode, headers: answered, body } = await request(url, { headers, signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (statusCode !== 200) await body.dump();
    if (statusCode === 304) return null;
    if (statusCode !== 200) throw new Error(`the supergraph’s source answered ${statusCode}`);
    if (Number(answered['content-length'] ?? 0) > MAX_SDL_BYTES) throw new Error('the supergraph is too large');
    const text = await body.text();
    // Kept only now: an answer that broke off half-way must be fetched again.
    etag = typeof answered.etag === 'string' ? answered.etag : undefined;
    if (text === lastText) return null;
    lastText = text;
    return text;
  };
}
