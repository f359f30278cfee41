import type { Logger } from '@township-graph/shared/log';
import type { JWTPayload } from 'jose';
import { polledText } from '../polled-text';

/** Tokens that count no more, though their signature and their time still hold. */
export interface DenyList {
  denies(token: JWTPayload): boolean;
}

export interface DenyListOptions {
  /** The path of a file, or an http(s) URL. */
  readonly from: string;
  readonly pollMs: number;
  readonly log: Logger;
}

const MAX_BYTES = 10 * 1024 * 1024;

/**
 * The list kept in a file or at a URL, followed while it changes. Throws when there is none to start with: a gateway that
 * shall refuse revoked tokens must know them. Later, one that cannot be had or read changes nothing.
 */
export async function followDenyList({ from, pollMs, log }: DenyListOptions): Promise<DenyList> {
  const text = polledText({ from, pollMs, maxBytes: MAX_BYTES, accept: 'application/json' });
  let current = parseDenyList(await text.load());
  text.watch(
    (changed) => {
      current = parseDenyList(changed);
      log.info('new deny list of tokens in use');
    },
    (error) => log.warn({ cause: error.message }, 'the deny list of tokens cannot be used; the last one stays in force'),
  );
  return { denies: (token) => current.denies(token) };
}

/**
 * A JSON list of `"jti"` or `{ "jti": "…" }` for single tokens, and of `{ "sub": "…", "before": "2026-11-22T08:00:00Z" }` for
 * all that a person was given before an instant. Other fields of an entry are its keeper's own.
 */
export function parseDenyList(text: string): DenyList {
  const tokens = new Set<string>();
  const people = new Map<string, number>();
  const entries: unknown = JSON.parse(text);
  if (!Array.isArray(entries)) throw new Error('a deny list is a JSON list');
  for (const [index, entry] of entries.entries()) {
    const { jti, sub, before } = typeof entry === 'string' ? { jti: entry } : ((entry ?? {}) as Record<string, unknown>);
    const instant = typeof before === 'string' ? Date.parse(before) : Number.NaN;
    if (isText(jti) && sub === undefined) tokens.add(jti);
    else if (isText(sub) && jti === undefined && !Number.isNaN(instant)) people.set(sub, Math.max(instant, people.get(sub) ?? instant));
    // One that were skipped would be a token that still opens.
    else throw new Error(`entry ${index} of the deny list is neither a jti nor a sub with the instant before which its tokens end`);
  }
  return {
    denies({ jti, sub, iat }) {
      if (jti !== undefined && tokens.has(jti)) return true;
      const before = sub === undefined ? undefined : people.get(sub);
      // A token that does not say when it was given may be one of those that have ended.
      return before !== undefined && (iat ?? 0) * 1000 < before;
    },
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
