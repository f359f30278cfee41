import type { IncomingMessage } from 'node:http';
import { localeOf, type RequestContext } from '@township-graph/shared/context';
import { DomainError } from '@township-graph/shared/errors';
import type { FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import type { Authentication } from './authentication';

/** The client's own request id if it is fit for headers and logs, otherwise a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.~-]{8,64}$/.test(given) ? given : uuid();
}

/** Who asks, in which language, and why. Throws UNAUTHENTICATED or BAD_USER_INPUT for headers that do not hold. */
export async function requestContextOf({ id, headers }: FastifyRequest, authentication: Authentication): Promise<RequestContext> {
  return {
    viewer: await authentication.viewerOf(headers.authorization),
    requestId: id,
    locale: localeOf(headers['accept-language']),
    purpose: purposeOf(headers['x-purpose']),
  };
}

const MAX_PURPOSE_LENGTH = 200;

/** X-Purpose, percent-encoded or plain UTF-8 (which Node hands on byte by byte as Latin-1). It is audited, so it stays one line. */
function purposeOf(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string' || header.trim() === '') return null;
  const purpose = decoded(header).trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character could forge a line of the audit trail
  if (purpose.length <= MAX_PURPOSE_LENGTH && !/[\u0000-\u001f\u007f\ufffd]/.test(purpose)) return purpose;
  throw new DomainError('BAD_USER_INPUT', 'PURPOSE_MALFORMED', {
    zh: `X-Purpose 应为不超过 ${MAX_PURPOSE_LENGTH} 字的单行文本`,
    en: `X-Purpose must be one line of at most ${MAX_PURPOSE_LENGTH} characters`,
  });
}

function decoded(header: string): string {
  try {
    return /%[0-9a-f]{2}/i.test(header) ? decodeURIComponent(header) : Buffer.from(header, 'latin1').toString('utf8');
  } catch {
    return header;
  }
}
