import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { localeOf, type RequestContext } from '@township-graph/shared/context';
import { DIVISIONS_HEADER } from '@township-graph/shared/graph-client/divisions-header';
import { andThen, type PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { parsePurpose } from '@township-graph/shared/purpose';
import type { Viewer } from '@township-graph/shared/viewer';
import type { FastifyRequest } from 'fastify';
import type { Authentication } from './authentication/authentication';
import { narrowedTo } from './authentication/narrowed-viewer';
import { tokenRefused } from './authentication/token-refused';

/** The client's own request id if it is fit for headers and logs, otherwise a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.~-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Who asks, in which language, and why. Throws UNAUTHENTICATED or BAD_USER_INPUT for headers that do not hold. */
export function requestContextOf(request: FastifyRequest, authentication: Authentication): PromiseOrValue<RequestContext> {
  const { id, headers } = request;
  return andThen(viewerOf(request, authentication), (viewer) => ({
    viewer,
    requestId: id,
    locale: localeOf(headers['accept-language']),
    purpose: purposeOf(headers['x-purpose']),
  }));
}

/** By its token as it counts now, within the divisions that the request names. */
export function viewerOf({ headers, raw }: FastifyRequest, authentication: Authentication): PromiseOrValue<Viewer> {
  return andThen(authentication.viewerOf(authorizationOf(raw)), (viewer) => narrowedTo(headers[DIVISIONS_HEADER], viewer));
}

/** Refuses two of them: Node.js keeps the first, and a proxy in between may have looked at the other. */
function authorizationOf({ headers, rawHeaders }: IncomingMessage): string | undefined {
  if (headers.authorization === undefined) return undefined;
  let given = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) if (isAuthorization(rawHeaders[index]!)) given += 1;
  if (given > 1) throw tokenRefused('TOKEN_MALFORMED');
  return headers.authorization;
}

const isAuthorization = (name: string) => name.length === 'authorization'.length && name.toLowerCase() === 'authorization';

/** X-Purpose, percent-encoded or plain UTF-8 (which Node hands on byte by byte as Latin-1). */
function purposeOf(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && header.trim() !== '' ? parsePurpose(decoded(header)) : null;
}

function decoded(header: string): string {
  try {
    return /%[0-9a-f]{2}/i.test(header) ? decodeURIComponent(header) : Buffer.from(header, 'latin1').toString('utf8');
  } catch {
    return header;
  }
}
