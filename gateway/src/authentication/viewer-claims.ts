import { isDay } from '@township-graph/shared/calendar';
import { isCreditCode } from '@township-graph/shared/credit-code';
import { scopePrefixOf } from '@township-graph/shared/division-code';
import { type DivisionGrant, SCOPES, type Scope, type Viewer } from '@township-graph/shared/viewer';
import type { JWTPayload } from 'jose';
import { tokenRefused } from './token-refused';

/** Each becomes a range in every scoped statement, and travels in the headers of every call to a subgraph. */
const MAX_DIVISIONS = 100;
const MAX_TEXT_LENGTH = 255;

/** Claims to viewer. A claim of the wrong shape refuses the token: ignoring it could only be guessed to be safe. */
export function viewerFrom({ sub, name, org, divisions = [], scope = '' }: JWTPayload): Viewer {
  const subject = textFrom('sub', sub);
  // `system:` names what the graph does by itself; nobody may look like it in an audit trail.
  if (!subject || subject.startsWith('system:')) throw tokenRefused('TOKEN_INVALID', { claim: 'sub' });
  if (!Array.isArray(divisions) || divisions.length > MAX_DIVISIONS) throw tokenRefused('TOKEN_INVALID', { claim: 'divisions' });
  if (typeof scope !== 'string') throw tokenRefused('TOKEN_INVALID', { claim: 'scope' });
  return {
    subject,
    name: textFrom('name', name),
    organization: organizationFrom(org),
    divisions: divisions.map(grantFrom),
    scopes: scopesFrom(scope),
  };
}

/**
 * A line of text, null without one. It is written to logs and audit trails, so it holds nothing that ends a line; and MariaDB
 * takes "alice " for "alice", so that nobody may be called so.
 */
function textFrom(claim: string, value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (typeof value === 'string' && value.length <= MAX_TEXT_LENGTH && value === value.trim() && !/[\u0000-\u001f\u007f]/.test(value))
    return value;
  throw tokenRefused('TOKEN_INVALID', { claim });
}

function organizationFrom(claim: unknown): string | null {
  const code = textFrom('org', claim);
  if (code === null || isCreditCode(code)) return code;
  throw tokenRefused('TOKEN_INVALID', { claim: 'org' });
}

function grantFrom(claim: unknown): DivisionGrant {
  const { code, until } = typeof claim === 'string' ? { code: claim } : ((claim ?? {}) as { code?: unknown; until?: unknown });
  const isEnd = until === undefined || (typeof until === 'string' && isDay(until));
  if (typeof code !== 'string' || !isEnd || !isDivision(code)) throw tokenRefused('TOKEN_INVALID', { claim: 'divisions' });
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
