import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from './clock';
import type { RequestContext } from './context';
import { DomainError } from './errors';

/** How far the two clocks may differ, and how long a captured call could be replayed if its nonce were not kept. */
export const SIGNATURE_WINDOW_MS = 60_000;

/** A secret that the gateway shares with one subgraph. Two keys may be valid at once: that is how one is rotated. */
export interface SigningKey {
  readonly id: string;
  readonly secret: string;
}

/** Refuses a key that could be guessed, or whose id could not stand in a header. */
export function signingKey(id: string, secret: string): SigningKey {
  if (!TOKEN.test(id)) throw new Error('a signing key id has 1 to 128 letters, digits, dots, dashes or underscores');
  if (Buffer.byteLength(secret) < 32) throw new Error(`the secret of signing key ${id} is shorter than 32 bytes`);
  return { id, secret };
}

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
  /** Path of the URL, without query: a subgraph's endpoint has none. */
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
    nonce: randomBytes(16).toString('base64url'),
  };
  const headers: Record<string, string> = { [SIGNATURE_HEADERS.signature]: signatureOf(request, parts, key.secret) };
  for (const [part, value] of Object.entries(parts)) headers[SIGNATURE_HEADERS[part as SignedPart]] = value;
  return headers;
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
  const { signature, ...parts } = partsOf(headers);
  const key = keys.find(({ id }) => id === parts.key);
  if (!key) throw refused('CALL_KEY_UNKNOWN');
  const now = clock().getTime();
  const timestamp = Number(parts.timestamp);
  // Written so that NaN is refused too.
  if (!(Math.abs(now - timestamp) <= SIGNATURE_WINDOW_MS)) throw refused('CALL_STALE');
  if (!isSame(signature, signatureOf(request, parts, key.secret))) throw refused('CALL_SIGNATURE_WRONG');
  const seen = nonces.remember(parts.nonce, timestamp + SIGNATURE_WINDOW_MS, now);
  if (seen !== 'new') throw refused(seen === 'known' ? 'CALL_REPLAYED' : 'CALL_NONCES_EXHAUSTED');
  return decodeIdentity(parts.identity, parts.requestId);
}

/** Whether all headers of a signed call are there: what can be asked before its body is read. */
export function looksSigned(headers: CallToVerify['headers']): boolean {
  return Object.values(SIGNATURE_HEADERS).every((name) => typeof headers[name] === 'string');
}

/**
 * The nonces of calls that are still within the window. Bounded, and closed when full: forgetting the oldest would let
 * it be replayed. It is this process's memory only, so replicas of one subgraph each accept a call once.
 */
export class NonceCache {
  /** Nonce → the instant after which the timestamp alone refuses it; in order of arrival. */
  private readonly expiries = new Map<string, number>();

  constructor(private readonly capacity = 500_000) {}

  remember(nonce: string, expiresAt: number, now: number): 'new' | 'known' | 'full' {
    if (this.expiries.has(nonce)) return 'known';
    this.forgetExpired(now);
    if (this.expiries.size >= this.capacity) return 'full';
    this.expiries.set(nonce, expiresAt);
    return 'new';
  }

  /** Stops at the first that still counts: arrival order is expiry order but for the clocks' difference. */
  private forgetExpired(now: number): void {
    for (const [nonce, expiresAt] of this.expiries) {
      if (expiresAt >= now) return;
      this.expiries.delete(nonce);
    }
  }
}

/** What may stand in a signed line: nothing that could end it and begin the next. */
const TOKEN = /^[\w.~-]{1,128}$/;
const IDENTITY = /^[\w-]{1,16384}$/;

function partsOf(headers: CallToVerify['headers']): Record<SignedPart, string> {
  const parts = {} as Record<SignedPart, string>;
  for (const [part, name] of Object.entries(SIGNATURE_HEADERS)) {
    const value = headers[name];
    if (typeof value !== 'string') throw refused('CALL_UNSIGNED');
    if (!(part === 'identity' ? IDENTITY : TOKEN).test(value)) throw refused('CALL_MALFORMED');
    parts[part as SignedPart] = value;
  }
  return parts;
}

function signatureOf({ method, path, body }: Request, parts: Record<Exclude<SignedPart, 'signature'>, string>, secret: string): string {
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const lines = ['tg1', method.toUpperCase(), path, bodyHash, parts.identity, parts.timestamp, parts.requestId, parts.key, parts.nonce];
  return createHmac('sha256', secret).update(lines.join('\n')).digest('base64url');
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function encodeIdentity({ viewer, requestId, locale, purpose }: RequestContext): string {
  return Buffer.from(JSON.stringify({ viewer, requestId, locale, purpose })).toString('base64url');
}

/** The signature vouches for the content; the shape is checked all the same, for a gateway of another version. */
function decodeIdentity(identity: string, requestId: string): RequestContext {
  let context: Partial<RequestContext> | null;
  try {
    context = JSON.parse(Buffer.from(identity, 'base64url').toString()) as Partial<RequestContext> | null;
  } catch {
    throw refused('CALL_MALFORMED');
  }
  const viewer = context?.viewer;
  if (!context || !viewer || !Array.isArray(viewer.divisions) || !Array.isArray(viewer.scopes)) throw refused('CALL_MALFORMED');
  if (context.requestId !== requestId) throw refused('CALL_MALFORMED');
  return { viewer, requestId, locale: context.locale === 'en' ? 'en' : 'zh', purpose: context.purpose ?? null };
}

function refused(reason: string): DomainError {
  return new DomainError('UNAUTHENTICATED', reason, {
    zh: '本接口只接受网关签名的调用',
    en: 'This endpoint answers only calls that the gateway has signed',
  });
}
