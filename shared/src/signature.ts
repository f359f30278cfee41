import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Clock } from './clock';
import type { RequestContext } from './context';
import { DomainError } from './errors';
import type { NonceCache } from './nonce-cache';
import { hmac, type SigningKey } from './signing-key';

/** How far the two clocks may differ, and how long a captured call could be replayed if its nonce were not kept. */
export const SIGNATURE_WINDOW_MS = 60_000;

/**
 * Carries all that vouches for a call, in one line: its parts with a space between them, the last signing those before it,
 * the method, the path and the body. One header, for each costs a read on both sides as much as a hash does.
 */
export const CALL_HEADER = 'x-tg-call';

/** The parts, in their order, and what may stand in one: nothing that could end it and begin the next. */
export const CALL_PARTS = {
  key: '[\\w.~-]{1,128}',
  identity: '[\\w-]{1,16384}',
  timestamp: '\\d{1,15}',
  requestId: '[\\w.~-]{1,128}',
  nonce: '[\\w.~-]{1,128}',
  signature: '[\\w-]{1,128}',
} as const;

interface Request {
  readonly method: string;
  /** The request target as it stands on the wire, query string included. */
  readonly path: string;
  readonly body: string | Buffer;
}

interface CallToSign extends Request {
  readonly key: SigningKey;
  readonly context: RequestContext;
  readonly clock: Clock;
}

/** The header that makes a call of the gateway believable. The context travels in it, so it is signed with the body. */
export function signCall(call: CallToSign): Record<string, string> {
  const { key, context, clock } = call;
  // A random UUID has 122 random bits, from a store that Node fills for many at once.
  const signed = `${key.id} ${encodeIdentity(context)} ${clock().getTime()} ${context.requestId} ${randomUUID()}`;
  return { [CALL_HEADER]: `${signed} ${signatureOf(call, signed, key)}` };
}

/** What a call says of itself, before anybody has looked whether it is true. */
export interface SaidOfCall extends Readonly<Record<keyof typeof CALL_PARTS, string>> {
  /** All of it that is signed. */
  readonly signed: string;
}

/** A header that was sent twice arrives joined by a comma, which none of the parts has. */
const FORM = new RegExp(
  `^${Object.values(CALL_PARTS)
    .map((form) => `(${form})`)
    .join(' ')}$`,
);

/** Refuses what does not even look signed: what can be asked before a body is read. */
export function readCall(headers: Readonly<Record<string, string | string[] | undefined>>): SaidOfCall {
  const line = headers[CALL_HEADER];
  if (typeof line !== 'string') throw refused('CALL_UNSIGNED');
  const match = FORM.exec(line);
  if (!match) throw refused('CALL_MALFORMED');
  const signature = match[6]!;
  const signed = line.slice(0, -signature.length - 1);
  return { key: match[1]!, identity: match[2]!, timestamp: match[3]!, requestId: match[4]!, nonce: match[5]!, signature, signed };
}

interface CallToVerify extends Request {
  readonly said: SaidOfCall;
  readonly keys: readonly SigningKey[];
  readonly clock: Clock;
  /** One for the life of the process: a fresh one would accept replays. */
  readonly nonces: NonceCache;
}

/**
 * The context of a call that the gateway signed, unaltered, within the window and for the first time.
 * Throws UNAUTHENTICATED otherwise. The nonce is kept only once the signature holds, so that a stranger can neither fill
 * the cache nor use up the nonce of a call still on its way.
 */
export function verifyCall(call: CallToVerify): RequestContext {
  const { said, keys, clock, nonces } = call;
  const key = keys.find(({ id }) => id === said.key);
  if (!key) throw refused('CALL_KEY_UNKNOWN');
  const now = clock().getTime();
  const timestamp = Number(said.timestamp);
  if (Math.abs(now - timestamp) > SIGNATURE_WINDOW_MS || timestamp < nonces.since) throw refused('CALL_STALE');
  if (!isSame(said.signature, signatureOf(call, said.signed, key))) throw refused('CALL_SIGNATURE_WRONG');
  const seen = nonces.remember(detached(said.nonce), timestamp + SIGNATURE_WINDOW_MS, now);
  if (seen !== 'new') throw refused(seen === 'known' ? 'CALL_REPLAYED' : 'CALL_NONCES_EXHAUSTED');
  const { viewer, locale, purpose } = decodeIdentity(said.identity);
  return { viewer, locale, purpose, requestId: said.requestId };
}

/** A copy: what is cut out of a header keeps the whole header in memory as long as it is kept itself. */
function detached(part: string): string {
  return Buffer.from(part, 'latin1').toString('latin1');
}

/** The body comes last: none of the lines before it can hold a line's end, so nothing of it can pass for one of them. */
function signatureOf({ method, path, body }: Request, signed: string, key: SigningKey): string {
  return hmac(key, `tg2\n${key.algorithm}\n${method.toUpperCase()}\n${path}\n${signed}\n`, body);
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given, 'latin1');
  const b = Buffer.from(expected, 'latin1');
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Who asks, without what differs from one of his requests to the next. */
type Identity = Omit<RequestContext, 'requestId'>;

/** Written once for each viewer and language; a stated purpose is too seldom the same. */
const written = new WeakMap<RequestContext['viewer'], Map<string, string>>();

function encodeIdentity({ viewer, locale, purpose }: RequestContext): string {
  if (purpose !== null) return encoded({ viewer, locale, purpose });
  let byLocale = written.get(viewer);
  if (!byLocale) {
    byLocale = new Map();
    written.set(viewer, byLocale);
  }
  let identity = byLocale.get(locale);
  if (identity === undefined) {
    identity = encoded({ viewer, locale, purpose });
    byLocale.set(locale, identity);
  }
  return identity;
}

function encoded(identity: Identity): string {
  return Buffer.from(JSON.stringify(identity)).toString('base64url');
}

/** Identities whose signature held lately. They are values, so a call may have the same one as another. */
const read = new Map<string, Identity>();
const MOST_READ = 1000;

function decodeIdentity(identity: string): Identity {
  let known = read.get(identity);
  if (!known) {
    known = decoded(identity);
    if (read.size >= MOST_READ) read.delete(read.keys().next().value!);
    read.set(identity, known);
  }
  return known;
}

/** The signature vouches for the content; the shape is checked all the same, for a gateway of another version. */
function decoded(identity: string): Identity {
  let context: Partial<Identity> | null;
  try {
    context = JSON.parse(Buffer.from(identity, 'base64url').toString()) as Partial<Identity> | null;
  } catch {
    throw refused('CALL_MALFORMED');
  }
  const viewer = context?.viewer;
  if (!context || !viewer || !Array.isArray(viewer.divisions) || !Array.isArray(viewer.scopes)) throw refused('CALL_MALFORMED');
  // Calls of one viewer share it from now on.
  for (const part of [viewer, viewer.divisions, viewer.scopes]) Object.freeze(part);
  return { viewer, locale: context.locale === 'en' ? 'en' : 'zh', purpose: context.purpose ?? null };
}

function refused(reason: string): DomainError {
  return new DomainError('UNAUTHENTICATED', reason, {
    zh: '本接口只接受网关签名的调用',
    en: 'This endpoint answers only calls that the gateway has signed',
  });
}
