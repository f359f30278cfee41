import { readFileSync } from 'node:fs';
import type { Clock } from '@township-graph/shared/clock';
import { scopePrefixOf } from '@township-graph/shared/division-code';
import { DomainError } from '@township-graph/shared/errors';
import { ANONYMOUS, type DivisionGrant, SCOPES, type Scope, type Viewer } from '@township-graph/shared/viewer';
import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

/** Tells who asks. */
export interface Authentication {
  /** The viewer of an Authorization header; anonymous without one. Throws UNAUTHENTICATED for a token that does not hold. */
  viewerOf(authorization: string | undefined): Promise<Viewer>;
}

export interface AuthenticationOptions {
  /** Where the issuer's public keys are; null refuses every token and serves anonymous readers only. */
  readonly keys: JSONWebKeySet | URL | null;
  readonly issuer: string;
  readonly audience: string;
  /** Refuses keys that a development run made for itself: their private half lies in a working directory. */
  readonly production: boolean;
  readonly clock: Clock;
}

/** Asymmetric only: with an HMAC in the list, a public key could be used as the secret. */
const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'];
const CLOCK_TOLERANCE_S = 5;
const MAX_TOKEN_BYTES = 8 * 1024;
export const DEVELOPMENT_KEY_PREFIX = 'development';

/** A key set in a file, as JWKS_FILE names it. */
export function jwksFromFile(path: string): JSONWebKeySet {
  const jwks = JSON.parse(readFileSync(path, 'utf8')) as JSONWebKeySet;
  if (!Array.isArray(jwks?.keys) || jwks.keys.length === 0) throw new Error('the file is not a JSON Web Key Set');
  return jwks;
}

export function createAuthentication(options: AuthenticationOptions): Authentication {
  const { keys, production } = options;
  if (production && keys && !(keys instanceof URL) && keys.keys.every(({ kid }) => isDevelopmentKey(kid))) {
    throw new Error('production refuses to start with a development key set: give it the issuer’s keys (JWKS_URL or JWKS_FILE)');
  }
  const verify = verifierOf(options);
  const verified = new VerifiedTokens(options.clock);
  return {
    async viewerOf(authorization) {
      if (authorization === undefined) return ANONYMOUS;
      const token = bearerToken(authorization);
      const known = verified.find(token);
      if (known) return known;
      const claims = await verify(token);
      const viewer = viewerFrom(claims);
      verified.keep(token, viewer, claims.exp!);
      return viewer;
    },
  };
}

function isDevelopmentKey(kid: string | undefined): boolean {
  return kid?.startsWith(DEVELOPMENT_KEY_PREFIX) ?? false;
}

function bearerToken(authorization: string): string {
  if (Buffer.byteLength(authorization) > MAX_TOKEN_BYTES) throw refused('TOKEN_TOO_LARGE');
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization.trim())?.[1];
  if (!token) throw refused('TOKEN_MALFORMED');
  return token;
}

function verifierOf({ keys, issuer, audience, production, clock }: AuthenticationOptions): (token: string) => Promise<JWTPayload> {
  if (!keys) return () => Promise.reject(refused('TOKEN_INVALID'));
  const find = keys instanceof URL ? createRemoteJWKSet(keys) : createLocalJWKSet(keys);
  const keyOf: JWTVerifyGetKey = (header, token) => {
    if (production && isDevelopmentKey(header.kid)) throw refused('TOKEN_INVALID');
    return find(header, token);
  };
  return async (token) => {
    const requirements = { algorithms: ALGORITHMS, issuer, audience, requiredClaims: ['exp', 'sub'], clockTolerance: CLOCK_TOLERANCE_S };
    try {
      return (await jwtVerify(token, keyOf, { ...requirements, currentDate: clock() })).payload;
    } catch (error) {
      throw refusalFor(error);
    }
  };
}

/** What a client may learn: enough to renew a token or ask for another, nothing that helps to forge one. */
function refusalFor(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof errors.JWTExpired) return refused('TOKEN_EXPIRED');
  if (error instanceof errors.JWTClaimValidationFailed) return refused('TOKEN_INVALID', { claim: error.claim });
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return refused('TOKEN_MALFORMED');
  // The key set could not be fetched. It is not the token that failed, and a client must not throw it away.
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC')
    return refused('TOKEN_UNVERIFIABLE');
  return refused('TOKEN_INVALID');
}

const WORDS = {
  TOKEN_MALFORMED: { zh: '访问令牌格式不正确', en: 'The access token is malformed' },
  TOKEN_TOO_LARGE: { zh: '访问令牌过长', en: 'The access token is too large' },
  TOKEN_EXPIRED: { zh: '访问令牌已过期，请重新登录', en: 'The access token has expired; sign in again' },
  TOKEN_INVALID: { zh: '访问令牌无效', en: 'The access token is not valid' },
  TOKEN_UNVERIFIABLE: { zh: '暂时无法核验访问令牌，请稍后重试', en: 'The access token cannot be verified for now; try again later' },
} as const;

function refused(reason: keyof typeof WORDS, details: Readonly<Record<string, unknown>> = {}): DomainError {
  return new DomainError('UNAUTHENTICATED', reason, WORDS[reason], details);
}

/** Claims to viewer. A claim of the wrong shape refuses the token: ignoring it could only be guessed to be safe. */
function viewerFrom(claims: JWTPayload): Viewer {
  const { sub, name, org, divisions = [], scope = '' } = claims;
  if (!sub) throw refused('TOKEN_INVALID', { claim: 'sub' });
  if (!Array.isArray(divisions)) throw refused('TOKEN_INVALID', { claim: 'divisions' });
  if (typeof scope !== 'string') throw refused('TOKEN_INVALID', { claim: 'scope' });
  return {
    subject: sub,
    name: textOrNull(name),
    organization: textOrNull(org),
    divisions: divisions.map(grantFrom),
    scopes: scopesFrom(scope),
  };
}

function textOrNull(claim: unknown): string | null {
  return typeof claim === 'string' ? claim : null;
}

function grantFrom(claim: unknown): DivisionGrant {
  const { code, until } = typeof claim === 'string' ? { code: claim } : ((claim ?? {}) as { code?: unknown; until?: unknown });
  const isDay = until === undefined || (typeof until === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(until) && !Number.isNaN(Date.parse(until)));
  if (typeof code !== 'string' || !isDay || !isDivision(code)) throw refused('TOKEN_INVALID', { claim: 'divisions' });
  return until === undefined ? { code } : { code, until: until as string };
}

function isDivision(code: string): boolean {
  try {
    return scopePrefixOf(code).length > 0;
  } catch {
    return false;
  }
}

/** A scope that this graph does not know gives nothing; other services' scopes share the token. */
function scopesFrom(scope: string): Scope[] {
  const given = new Set(scope.split(' '));
  return SCOPES.filter((known) => given.has(known));
}

/**
 * Tokens verified in the last minute, since a signature costs more than the rest of a small request. Kept for no longer,
 * so that a key withdrawn from the set stops counting, and never past the token's own end.
 */
class VerifiedTokens {
  private readonly viewers = new Map<string, { viewer: Viewer; until: number }>();

  constructor(private readonly clock: Clock) {}

  find(token: string): Viewer | null {
    const entry = this.viewers.get(token);
    if (!entry) return null;
    if (this.clock().getTime() < entry.until) return entry.viewer;
    this.viewers.delete(token);
    return null;
  }

  keep(token: string, viewer: Viewer, expiresAtS: number): void {
    if (this.viewers.size >= 5000) this.viewers.delete(this.viewers.keys().next().value!);
    this.viewers.set(token, { viewer, until: Math.min(expiresAtS * 1000, this.clock().getTime() + 60_000) });
  }
}
