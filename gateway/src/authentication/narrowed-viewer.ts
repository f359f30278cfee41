import { scopePrefixOf } from '@township-graph/shared/division-code';
import { DomainError } from '@township-graph/shared/errors';
import type { DivisionGrant, Viewer } from '@township-graph/shared/viewer';

const MAX_DIVISIONS = 100;

/** The viewer within the divisions that a header names (`410225201,410225206`); each must lie in one that they may see. */
export function narrowedTo(header: string | string[] | undefined, viewer: Viewer): Viewer {
  if (header === undefined) return viewer;
  const codes = String(header)
    .split(',')
    .map((code) => code.trim());
  if (codes.length > MAX_DIVISIONS) throw malformed();
  return { ...viewer, divisions: codes.flatMap((code) => grantsFor(code, viewer)) };
}

/** A duty that ends does so for what lies in its division too. */
function grantsFor(code: string, { divisions }: Viewer): DivisionGrant[] {
  const place = prefixOf(code);
  const covering = divisions.filter((grant) => place.startsWith(scopePrefixOf(grant.code)));
  if (covering.length === 0) throw notYours();
  return covering.map((grant) => ({ ...grant, code }));
}

function prefixOf(code: string): string {
  try {
    return scopePrefixOf(code);
  } catch {
    throw malformed();
  }
}

function malformed(): DomainError {
  return new DomainError('BAD_USER_INPUT', 'DIVISIONS_MALFORMED', {
    zh: `X-Divisions 应为以逗号分隔的区划代码，至多 ${MAX_DIVISIONS} 个`,
    en: `X-Divisions must be codes of divisions, separated by commas, ${MAX_DIVISIONS} at most`,
  });
}

function notYours(): DomainError {
  return new DomainError('FORBIDDEN', 'DIVISION_NOT_YOURS', {
    zh: 'X-Divisions 含有不在管辖范围内的区划',
    en: 'X-Divisions names a division that is not among yours',
  });
}
