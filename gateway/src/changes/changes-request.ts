import { DomainError } from '@township-graph/shared/errors';
import type { FastifyRequest } from 'fastify';
import { Positions } from './positions';

/** What a client wants to follow. */
export interface ChangesRequest {
  readonly feeds: readonly string[];
  readonly types: readonly string[] | null;
  readonly positions: Positions;
}

/** Of GET /changes, whose parameters are lists separated by commas. `offered` are the feeds there are. */
export function changesRequestOf(
  { headers, query }: Pick<FastifyRequest, 'headers' | 'query'>,
  offered: readonly string[],
): ChangesRequest {
  const parameters = query as Record<string, string | string[] | undefined>;
  const feeds = listOf(parameters.feeds) ?? offered;
  if (feeds.length === 0 || !feeds.every((feed) => offered.includes(feed))) throw unknownFeed(offered);
  const id = textOf(headers['last-event-id']) || textOf(parameters.lastEventId);
  const positions = id ? Positions.from(id) : Positions.none();
  const start = startOf(textOf(parameters.from));
  // Of a feed that an id does not speak of, nothing has been read.
  for (const feed of feeds) if (positions.of(feed) === undefined) positions.set(feed, id ? null : start);
  return { feeds, types: listOf(parameters.types), positions };
}

function startOf(from: string | undefined): null | false {
  if (from === undefined || from === 'now') return false;
  if (from === 'beginning') return null;
  throw new DomainError('BAD_USER_INPUT', 'FROM_UNKNOWN', {
    zh: 'from 只能是 now 或 beginning',
    en: 'from is either now or beginning',
  });
}

function textOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value;
}

function listOf(value: string | string[] | undefined): string[] | null {
  const items = [value ?? []].flat().flatMap((text) => text.split(','));
  const named = [...new Set(items.map((item) => item.trim()).filter(Boolean))];
  return named.length > 0 ? named : null;
}

function unknownFeed(offered: readonly string[]): DomainError {
  return new DomainError('BAD_USER_INPUT', 'FEED_UNKNOWN', { zh: '没有这样的变更流', en: 'There is no such feed' }, { feeds: offered });
}
