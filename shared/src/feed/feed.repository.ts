import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Clock } from '../clock';
import { OutboxEvent } from '../command/outbox-event.entity';
import { DomainError } from '../errors';
import { RowReader, readRows, readRowsWith } from '../row';
import { ROW } from '../scoped-repository';
import { prefixesOf, type Viewer } from '../viewer';
import { changeFor } from './change';
import type { ChangeFeed, CheckedFeedArgs } from './feed.inputs';

/** The newest event that is for somebody. */
type Newest = Pick<OutboxEvent, 'sequence' | 'id'>;

/** An event that is for a viewer, and whether its subject is gone as far as they may see. */
interface Reached {
  readonly event: OutboxEvent;
  readonly isGone: boolean;
}

/** Which events: above and up to these numbers, of these types. */
interface Stretch {
  readonly above: number;
  readonly upTo: number;
  readonly types: readonly string[] | null;
  readonly rows: number;
}

/** Every query on outbox events: for a viewer of divisions, in the order of commits. */
export class FeedRepository {
  private readonly reader: RowReader<OutboxEvent>;

  constructor(
    private readonly manager: EntityManager,
    private readonly clock: Clock,
  ) {
    this.reader = new RowReader(manager, OutboxEvent, ROW);
  }

  /** Throws CURSOR_UNKNOWN, also for the cursor of an event that the viewer may not know of: it looks like none. */
  async read(viewer: Viewer, { after, types, first }: CheckedFeedArgs): Promise<ChangeFeed> {
    const prefixes = outermost(prefixesOf(viewer, this.clock));
    const above = after === null ? 0 : await this.sequenceOf(after, prefixes);
    // Before the events: what commits in between is left for the next time, whatever its type.
    const newest = await this.newest(prefixes);
    const newestCursor = newest?.id ?? null;
    if (!newest || newest.sequence <= above) return { nodes: [], endCursor: after, hasNextPage: false, newestCursor };
    const found = await this.events(prefixes, { above, upTo: newest.sequence, types, rows: first + 1 });
    const events = found.slice(0, first);
    const hasNextPage = found.length > first;
    const isWanted = ({ event, isGone }: Reached) => isGone || types === null || types.includes(event.type);
    return {
      nodes: events.filter(isWanted).map(({ event, isGone }) => changeFor(event, isGone)),
      endCursor: hasNextPage ? (events.at(-1)?.event.id ?? after) : newestCursor,
      hasNextPage,
      newestCursor,
    };
  }

  private async sequenceOf(cursor: string, prefixes: readonly string[]): Promise<number> {
    const query = this.query().where(`${ROW}.id = :cursor`, { cursor });
    const [reached] = prefixes.length > 0 ? await this.reached(query, prefixes) : [];
    if (reached) return reached.event.sequence;
    throw new DomainError('BAD_USER_INPUT', 'CURSOR_UNKNOWN', {
      zh: '游标未知：请重新全量读取，再从最新游标继续',
      en: 'The cursor is not known: read all anew, and go on from the newest cursor',
    });
  }

  private async newest(prefixes: readonly string[]): Promise<Newest | null> {
    if (prefixes.length === 0) return null;
    const each = prefixes.map(
      (_, index) => `SELECT MAX(reach.sequence) AS sequence FROM outbox_reach reach WHERE reach.prefix = :prefix${index}`,
    );
    const [event] = await readRows(
      this.query()
        .where(`${ROW}.sequence = (SELECT MAX(sequence) FROM (${each.join(' UNION ALL ')}) latest)`)
        .setParameters(prefixParameters(prefixes)),
      this.reader,
    );
    return event ?? null;
  }

  private events(prefixes: readonly string[], { above, upTo, types, rows }: Stretch): Promise<Reached[]> {
    const isWanted = types ? 'AND (event.type IN (:...types) OR reach.isGone = 1)' : '';
    // Each division by itself in the order of its index, as many as are wanted; of several, the first of all of them.
    const each = prefixes.map(
      (_, index) => `SELECT * FROM (
        SELECT reach.sequence FROM outbox_reach reach INNER JOIN outbox_event event ON event.sequence = reach.sequence
        WHERE reach.prefix = :prefix${index} AND reach.sequence > :above AND reach.sequence <= :upTo ${isWanted}
        ORDER BY reach.sequence LIMIT ${rows}) of${index}`,
    );
    // As text: SQLite's driver writes numbers into the statement, which would be another one for each place in the feed.
    const numbers = { above: String(above), upTo: String(upTo) };
    const query = this.query()
      .innerJoin(`(${each.join(' UNION ')})`, 'near', `near.sequence = ${ROW}.sequence`)
      .setParameters({ ...numbers, ...(types && { types: types.length > 0 ? types : [''] }), ...prefixParameters(prefixes) });
    return this.reached(query.orderBy(`${ROW}.sequence`).limit(rows), prefixes);
  }

  /** Those that are for somebody in these divisions, and whether their subject is gone for all of them. */
  private async reached(query: SelectQueryBuilder<OutboxEvent>, prefixes: readonly string[]): Promise<Reached[]> {
    const mine = `SELECT MIN(mine.isGone) FROM outbox_reach mine WHERE mine.sequence = ${ROW}.sequence AND mine.prefix IN (:...mine)`;
    query.addSelect(`(${mine})`, 'is_gone').setParameter('mine', prefixes);
    const rows = await readRowsWith(query, this.reader, 'is_gone');
    return rows.filter(({ value }) => value !== null).map(({ row, value }) => ({ event: row, isGone: Boolean(Number(value)) }));
  }

  private query(): SelectQueryBuilder<OutboxEvent> {
    return this.manager.createQueryBuilder(OutboxEvent, ROW);
  }
}

const prefixParameters = (prefixes: readonly string[]) => Object.fromEntries(prefixes.map((prefix, index) => [`prefix${index}`, prefix]));

/** Without those that lie in others: an event is found once. */
function outermost(prefixes: readonly string[]): string[] {
  return [...new Set(prefixes)].filter((prefix) => !prefixes.some((other) => other !== prefix && prefix.startsWith(other)));
}
