import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Clock } from './clock';
import type { RequestContext } from './context';
import { DomainError } from './errors';
import type { NonceCache } from './nonce-cache';
import { digest, hmac, type SigningKey } from './signing-key';

/** How far the two clocks may differ, and how long a captured call could be replayed if its nonce were not kept. */
export const SIGNATURE_WINDOW_MS = 60_000;

export const SIGNATURE_HEADERS = {
  key: 'x-tg-key',
  identity: 'x-tg-identity',
  timestamp: 'x-tg-timestamp',
  requestId: 'x-tg-request-id',
  nonce: 'x-tg-nonce',
  signature: 'x-tg-signature',
} as const;

type SignedPart = keyof typeof SIGNATURE_HEADERS;

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

/** The headers that make a call of the gateway believable. The context travels in them, so it is signed with the body. */
export function signCall({ key, context, clock, ...request }: CallToSign): Record<string, string> {
  const parts = {
    key: key.id,
    identity: encodeIdentity(context),
    timestamp: String(clock().getTime()),
    requestId: context.requestId,
    // 122 random bits, from a store that Node fills for many at once.
    nonce: randomUUID(),
  };
  return {
    [SIGNATURE_HEADERS.key]: parts.key,
    [SIGNATURE_HEADERS.identity]: parts.identity,
    [SIGNATURE_HEADERS.timestamp]: parts.timestamp,
    [SIGNATURE_HEADERS.requestId]: parts.requestId,
    [SIGNATURE_HEADERS.nonce]: parts.nonce,
    [SIGNATURE_HEADERS.signature]: signatureOf(request, parts, key),
  };
}

interface CallToVerify extends Request {
  readonly keys: readonly SigningKey[];
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly clock: Clock;
  /** One for the life of the process: a fresh one would accept replays. */
  readonly nonces: NonceCache;
}

/**
 * The context of a call that the gateway signed, unaltered, within the window and for the first time.
 * Throws UNAUTHENTICATED otherwise. The nonce is kept only once the signature holds, so that a stranger can neither fill
 * the cache nor use up the nonce of a call still on its way.
 */
export function verifyCall({ keys, headers, clock, nonces, ...request }: CallToVerify): RequestContext {
  const { signature, ...parts } = found.get(headers) ?? partsOf(headers);
  const key = keys.find(({ id }) => id === parts.key);
  if (!key) throw refused('CALL_KEY_UNKNOWN');
  const now = clock().getTime();
  const timestamp = Number(parts.timestamp);
  if (Math.abs(now - timestamp) > SIGNATURE_WINDOW_MS || timestamp < nonces.since) throw refused('CALL_STALE');
  if (!isSame(signature, signatureOf(request, parts, key))) throw refused('CALL_SIGNATURE_WRONG');
  const seen = nonces.remember(parts.nonce, timestamp + SIGNATURE_WINDOW_MS, now);
  if (seen !== 'new') throw refused(seen === 'known' ? 'CALL_REPLAYED' : 'CALL_NONCES_EXHAUSTED');
  return { ...decodeIdentity(parts.identity), requestId: parts.requestId };
}

/** Refuses what does not even look signed: what can be asked before a body is read. Found once, the parts are kept for {@link verifyCall}. */
export function refuseUnsigned(headers: CallToVerify['headers']): void {
  found.set(headers, partsOf(headers));
}

const found = new WeakMap<CallToVerify['headers'], Record<SignedPart, string>>();

/** What may stand in a signed line: nothing that could end it and begin the next. */
const TOKEN = /^[\w.~-]{1,128}$/;
const FORMS: readonly (readonly [SignedPart, RegExp])[] = [
  ['key', TOKEN],
  ['identity', /^[\w-]{1,16384}$/],
  ['timestamp', /^\d{1,15}$/],
  ['requestId', TOKEN],
  ['nonce', TOKEN],
  ['signature', TOKEN],
];

function partsOf(headers: CallToVerify['headers']): Record<SignedPart, string> {
  const parts = {} as Record<SignedPart, string>;
  for (const [part, form] of FORMS) {
    const value = headers[SIGNATURE_HEADERS[part]];
    if (typeof value !== 'string') throw refused('CALL_UNSIGNED');
    // A header that was sent twice arrives joined by a comma, which none of the forms has.
    if (!form.test(value)) throw refused('CALL_MALFORMED');
    parts[part] = value;
  }
  return parts;
}

function signatureOf({ method, path, body }: Request, parts: Record<Exclude<SignedPart, 'signature'>, string>, key: SigningKey): string {
  const { identity, timestamp, requestId, nonce } = parts;
  const call = [method.toUpperCase(), path, digest(key, body)];
  return hmac(key, ['tg1', key.algorithm, ...call, identity, timestamp, requestId, key.id, nonce].join('\n'));
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
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
