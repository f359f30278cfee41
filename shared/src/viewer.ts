import type { Clock } from './clock';
import { dayOf } from './clock';
import { scopePrefixOf } from './division-code';
import { DomainError } from './errors';

/** What a token may allow; without any of them a viewer sees what is public and nothing else. */
export const SCOPES = [
  'directory:manage',
  'matters:read',
  'matters:handle',
  'matters:manage',
  'enforcement:read',
  'enforcement:handle',
  'enforcement:review',
  'enforcement:manage',
  'personnel:read',
  'personnel:manage',
  'assessment:read',
  'assessment:score',
  'assessment:manage',
  'coordination:read',
  'coordination:handle',
  'coordination:manage',
  'pii:read',
  'export',
  'schema:read',
  'audit:read',
] as const;

export type Scope = (typeof SCOPES)[number];

/** A division that a viewer may see, with all below it; `until` is the last day of a time-bound duty. */
export interface DivisionGrant {
  readonly code: string;
  readonly until?: string;
}

/**
 * Who asks. Made by the gateway from a verified token and carried, signed, to every subgraph;
 * plain data, so that it survives the wire unchanged.
 */
export interface Viewer {
  /** The token's subject; null for an anonymous reader. */
  readonly subject: string | null;
  readonly name: string | null;
  /** Unified social credit code of the viewer's organisation. */
  readonly organization: string | null;
  readonly divisions: readonly DivisionGrant[];
  readonly scopes: readonly Scope[];
}

/** A reader without a token: sees what is published by law. */
export const ANONYMOUS: Viewer = { subject: null, name: null, organization: null, divisions: [], scopes: [] };

/** The system itself, when a job acts: in the divisions of what it acts on, and nowhere else. Nobody's name stands for it. */
export function systemViewer(job: string, divisionCodes: readonly string[] = []): Viewer {
  const divisions = divisionCodes.map((code) => ({ code }));
  return { subject: `system:${job}`, name: null, organization: null, divisions, scopes: SCOPES };
}

export function holds(viewer: Viewer, scope: Scope): boolean {
  return viewer.scopes.includes(scope);
}

/** Codes of the divisions the viewer sees today; a duty that has ended gives none. */
export function divisionsOf({ divisions }: Viewer, clock: Clock): string[] {
  if (!divisions.some(isForATime)) return divisions.map(({ code }) => code);
  const today = dayOf(clock());
  return divisions.filter(({ until }) => until === undefined || today <= until).map(({ code }) => code);
}

/** The same as prefixes of the codes of all that lies in them. */
export function prefixesOf(viewer: Viewer, clock: Clock): readonly string[] {
  const known = lasting.get(viewer.divisions);
  if (known) return known;
  const prefixes = divisionsOf(viewer, clock).map(scopePrefixOf);
  if (!viewer.divisions.some(isForATime)) lasting.set(viewer.divisions, prefixes);
  return prefixes;
}

/** Prefixes of divisions that are seen on any day: each query of a request asks for them. */
const lasting = new WeakMap<Viewer['divisions'], readonly string[]>();

function isForATime({ until }: DivisionGrant): boolean {
  return until !== undefined;
}

/** True when the row's division is one of the viewer's or lies below one. */
export function sees(viewer: Viewer, divisionCode: string, clock: Clock): boolean {
  const code = scopePrefixOf(divisionCode);
  return prefixesOf(viewer, clock).some((prefix) => code.startsWith(prefix));
}

/** The viewer, or a refusal when nobody signed in. */
export function signedIn(viewer: Viewer): Viewer {
  if (viewer.subject !== null) return viewer;
  throw new DomainError('UNAUTHENTICATED', 'TOKEN_REQUIRED', {
    zh: '请先登录：需要访问令牌',
    en: 'Sign in first: a bearer token is required',
  });
}

/** The signed-in viewer, or a refusal that names the missing scope. */
export function allowed(viewer: Viewer, scope: Scope): Viewer {
  if (holds(signedIn(viewer), scope)) return viewer;
  throw new DomainError('FORBIDDEN', 'SCOPE_MISSING', { zh: `令牌缺少权限 ${scope}`, en: `The token lacks the scope ${scope}` }, { scope });
}
