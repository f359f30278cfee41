import type { Clock } from '@township-graph/shared/clock';
import { DomainError } from '@township-graph/shared/errors';
import type { Logger } from '@township-graph/shared/log';
import { andThen, type PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { DenyList } from './deny-list';
import type { KeySet } from './key-set';
import { tokenRefused } from './token-refused';
import { type VerifiedToken, VerifiedTokens } from './verified-tokens';
import { viewerFrom } from './viewer-claims';

/** Tells who asks. */
export interface Authentication {
  /**
   * The viewer of an Authorization header; anonymous without one. Throws UNAUTHENTICATED for a token that does not hold; a
   * promise only where one has to be verified.
   */
  viewerOf(authorization: string | undefined): PromiseOrValue<Viewer>;
}

export interface AuthenticationOptions {
  /** The issuer's public keys; null refuses every token and serves anonymous readers only. */
  readonly keys: KeySet | null;
  readonly issuer: string;
  readonly audience: string;
  /** With one, each token must have a `jti`: what cannot be named cannot be revoked. */
  readonly denyList: DenyList | null;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Asymmetric only: with an HMAC in the list, a public key could be used as the secret. */
const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'];
const CLOCK_TOLERANCE_S = 5;
const MAX_TOKEN_BYTES = 8 * 1024;

export function createAuthentication(options: AuthenticationOptions): Authentication {
  const { keys, denyList, clock } = options;
  const verified = new VerifiedTokens(clock);

  const verify = async (authorization: string, { find, version }: KeySet): Promise<VerifiedToken> => {
    const claims = await claimsOf(bearerToken(authorization), find, options);
    const result = { claims, viewer: viewerFrom(claims) };
    verified.keep(authorization, result, version);
    return result;
  };

  return {
    viewerOf(authorization) {
      if (authorization === undefined) return ANONYMOUS;
      if (!keys) throw refusedUnread(authorization);
      const known = verified.find(authorization, keys.version) ?? verify(authorization, keys);
      return andThen(known, ({ viewer, claims }) => {
        // Asked each time: a token is denied as soon as the list says so, however lately it was verified.
        if (denyList?.denies(claims)) throw tokenRefused('TOKEN_REVOKED');
        return viewer;
      });
    },
  };
}

/** Without keys no token holds, whatever it says; one that is none is told so. */
function refusedUnread(authorization: string): DomainError {
  bearerToken(authorization);
  return tokenRefused('TOKEN_INVALID');
}

function bearerToken(authorization: string): string {
  if (Buffer.byteLength(authorization) > MAX_TOKEN_BYTES) throw tokenRefused('TOKEN_TOO_LARGE');
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization.trim())?.[1];
  if (!token) throw tokenRefused('TOKEN_MALFORMED');
  return token;
}

async function claimsOf(token: string, find: KeySet['find'], options: AuthenticationOptions): Promise<JWTPayload> {
  const { issuer, audience, denyList, clock, log } = options;
  const currentDate = clock();
  const requirements = { algorithms: ALGORITHMS, issuer, audience, requiredClaims: ['exp', 'sub'], clockTolerance: CLOCK_TOLERANCE_S };
  try {
    const { payload } = await jwtVerify(token, find, { ...requirements, currentDate });
    const { iat = 0, jti } = payload;
    if (iat > currentDate.getTime() / 1000 + CLOCK_TOLERANCE_S) throw tokenRefused('TOKEN_INVALID', { claim: 'iat' });
    if (denyList && !(typeof jti === 'string' && jti !== '')) throw tokenRefused('TOKEN_INVALID', { claim: 'jti' });
    return payload;
  } catch (error) {
    throw refusalFor(error, log);
  }
}

function refusalFor(error: unknown, log: Logger): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof errors.JWTExpired) return tokenRefused('TOKEN_EXPIRED');
  if (error instanceof errors.JWTClaimValidationFailed) return tokenRefused('TOKEN_INVALID', { claim: error.claim });
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return tokenRefused('TOKEN_MALFORMED');
  if (error instanceof errors.JOSEError) return tokenRefused('TOKEN_INVALID');
  // The issuer's key could not be used. It is not the token that failed, and a client must not throw it away.
  log.error({ err: error }, 'a token cannot be verified');
  return tokenRefused('TOKEN_UNVERIFIABLE');
}
