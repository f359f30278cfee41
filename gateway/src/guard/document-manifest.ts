import { createHash } from 'node:crypto';

/** Documents by their ids, as a build of a front end lists them; SHA-256 ids without the prefix `sha256:`. */
export type DocumentManifest = ReadonlyMap<string, string>;

const APOLLO_FORMAT = 'apollo-persisted-query-manifest';
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Reads `{ "<id>": "<text>" }` or Apollo's persisted query manifest. An id that looks like a SHA-256 must be the text's own:
 * a list whose ids and texts do not belong together was garbled or tampered with, and is refused as a whole.
 */
export function manifestFrom(json: string): DocumentManifest {
  const documents = new Map<string, string>();
  for (const [id, text] of entriesOf(JSON.parse(json))) {
    if (typeof id !== 'string' || typeof text !== 'string' || id === '') throw new Error('each document needs an id and a text');
    const bare = bareId(id);
    if (documents.has(bare)) throw new Error(`the id ${id} is listed twice`);
    if ((bare !== id || SHA256.test(bare)) && bare !== sha256Of(text)) throw new Error(`the text of ${id} has another SHA-256`);
    documents.set(bare, text);
  }
  return documents;
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** `sha256:…`, as GraphQL over HTTP writes it, and the plain digest, as Apollo's clients send it, name the same document. */
export function bareId(id: string): string {
  return id.startsWith('sha256:') ? id.slice('sha256:'.length) : id;
}

function entriesOf(manifest: unknown): [unknown, unknown][] {
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) throw new Error('a manifest is a JSON object');
  const { format, operations } = manifest as { format?: unknown; operations?: unknown };
  if (format !== APOLLO_FORMAT) return Object.entries(manifest);
  if (!Array.isArray(operations)) throw new Error('the manifest has no list of operations');
  return operations.map((operation: { id?: unknown; body?: unknown } | null) => [operation?.id, operation?.body]);
}
