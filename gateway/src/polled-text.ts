import { readFile, stat } from 'node:fs/promises';
import { request } from 'undici';

/** A text that somebody else keeps, in a file or at a URL, and may change while this process runs. */
export interface PolledText {
  /** The text to start with. Throws when it cannot be had. */
  load(): Promise<string>;
  /**
   * Calls back with each new text until the returned function is called. `onText` throws for one that cannot be used; the
   * same text is not tried again. `onFailure` hears of that, and of a text that cannot be had: once, until it is another failure.
   */
  watch(onText: (text: string) => void, onFailure: (error: Error) => void): () => void;
}

export interface PolledTextOptions {
  /** The path of a file, or an http(s) URL. */
  readonly from: string;
  /** How often to look again; 0 never. */
  readonly pollMs: number;
  /** What is larger is not read. */
  readonly maxBytes: number;
  /** The media types to ask a URL for. */
  readonly accept: string;
}

/** Text that has changed since the last look, or null. Throws when it cannot be had. */
type Look = () => Promise<string | null>;

export function polledText({ from, pollMs, maxBytes, accept }: PolledTextOptions): PolledText {
  const look = /^https?:\/\//i.test(from) ? lookAtUrl(from, maxBytes, accept) : lookAtFile(from, maxBytes);
  return {
    async load() {
      const text = await look();
      if (text === null) throw new Error('the text is loaded already');
      return text;
    },
    watch: (onText, onFailure) => (pollMs > 0 ? poll(look, pollMs, onText, onFailure) : () => {}),
  };
}

/** Looks again `pollMs` after each look has ended, so that slow ones never overlap. */
function poll(look: Look, pollMs: number, onText: (text: string) => void, onFailure: (error: Error) => void): () => void {
  let timer: NodeJS.Timeout;
  let isStopped = false;
  let lastFailure: string | null = null;
  const lookOnce = async () => {
    try {
      const text = await look();
      if (text !== null && !isStopped) onText(text);
      lastFailure = null;
    } catch (error) {
      const { message } = error as Error;
      if (message !== lastFailure && !isStopped) onFailure(error as Error);
      lastFailure = message;
    }
    again();
  };
  const again = () => {
    if (!isStopped) timer = setTimeout(lookOnce, pollMs).unref();
  };
  again();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** Reads only when the file's stamp moved, and answers only when its text did: a mounted config map is re-linked unchanged. */
function lookAtFile(path: string, maxBytes: number): Look {
  let lastStamp = '';
  let lastText: string | null = null;
  return async () => {
    const { mtimeMs, size, ino } = await stat(path);
    const stamp = `${mtimeMs} ${size} ${ino}`;
    if (stamp === lastStamp) return null;
    if (size > maxBytes) throw new Error(`${path} is larger than ${maxBytes} bytes`);
    const text = await readFile(path, 'utf8');
    lastStamp = stamp;
    if (text === lastText) return null;
    lastText = text;
    return text;
  };
}

const FETCH_TIMEOUT_MS = 10_000;

function lookAtUrl(url: string, maxBytes: number, accept: string): Look {
  let etag: string | undefined;
  let lastText: string | null = null;
  return async () => {
    const headers = { accept, ...(etag && { 'if-none-match': etag }) };
    const { statusCode, headers: answered, body } = await request(url, { headers, signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (statusCode !== 200) await body.dump();
    if (statusCode === 304) return null;
    if (statusCode !== 200) throw new Error(`the source answered ${statusCode}`);
    const text = await textWithin(body, maxBytes);
    // Kept only now: an answer that broke off half-way must be fetched again.
    etag = typeof answered.etag === 'string' ? answered.etag : undefined;
    if (text === lastText) return null;
    lastText = text;
    return text;
  };
}

/** The body's text, given up as soon as it is too large. */
export async function textWithin(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`the answer is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
