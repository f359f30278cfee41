import { Setting } from './setting';

const STORED_AS = 'township-graph:token';

/** A division that the holder may see, for good or for as long as a duty lasts. */
export interface TokenDivision {
  readonly code: string;
  readonly until: Date | null;
}

/** What a token says about its holder. Read here for display only; the server alone decides whether it is true. */
export interface TokenClaims {
  readonly name: string | null;
  readonly organization: string | null;
  readonly divisions: readonly TokenDivision[];
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
}

/**
 * The token in use, or null. It lives in sessionStorage and nowhere else: a shared window machine
 * must forget it when the tab closes, and addresses and logs must never carry it.
 */
export const token = new Setting<string | null>(sessionStorage.getItem(STORED_AS));

/** Takes a pasted token into use; answers whether it is one. A leading "Bearer " and line breaks are forgiven. */
export function takeToken(pasted: string): boolean {
  const text = pasted.replace(/^\s*bearer\s+/i, '').replace(/\s+/g, '');
  if (!readClaims(text)) return false;
  sessionStorage.setItem(STORED_AS, text);
  token.write(text);
  return true;
}

/** Forgets the token. */
export function clearToken(): void {
  sessionStorage.removeItem(STORED_AS);
  token.write(null);
}

/** The claims of a token, or null if the text is not a JWT. The signature is not checked. */
export function readClaims(text: string): TokenClaims | null {
  const [, payload, signature, ...more] = text.split('.');
  if (!payload || signature === undefined || more.length > 0) return null;
  try {
    const claims: unknown = JSON.parse(decodeBase64Url(payload));
    if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) return null;
    return describeClaims(claims as Record<string, unknown>);
  } catch {
    return null;
  }
}

function describeClaims(claims: Record<string, unknown>): TokenClaims {
  return {
    name: textOf(claims.name) ?? textOf(claims.sub),
    organization: textOf(claims.org),
    divisions: Array.isArray(claims.divisions) ? claims.divisions.flatMap(readDivision) : [],
    scopes: textOf(claims.scope)?.split(/\s+/).filter(Boolean) ?? [],
    expiresAt: typeof claims.exp === 'number' ? new Date(claims.exp * 1000) : null,
  };
}

/** A division is a code, or a code with the last day of a duty (an ISO day, or seconds since 1970). */
function readDivision(claim: unknown): TokenDivision[] {
  if (typeof claim === 'string') return [{ code: claim, until: null }];
  if (typeof claim !== 'object' || claim === null || !('code' in claim) || typeof claim.code !== 'string') return [];
  const until = 'until' in claim ? claim.until : null;
  const day = typeof until === 'number' ? new Date(until * 1000) : typeof until === 'string' ? new Date(until) : null;
  return [{ code: claim.code, until: day && !Number.isNaN(day.getTime()) ? day : null }];
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null;
}

/** atob gives bytes, and names are Chinese: decode them as UTF-8. */
function decodeBase64Url(text: string): string {
  const bytes = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
