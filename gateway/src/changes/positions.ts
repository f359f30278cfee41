import { DomainError } from '@township-graph/shared/errors';
import { isObject } from '../transport/execution-result';

/** How far one feed has been read: past a cursor, not at all yet (null), or not begun: at what will be new by then (false). */
export type Position = string | null | false;

const LONGEST_ID = 8192;
const LONGEST_CURSOR = 200;
const MOST_FEEDS = 100;

/** How far each feed has been read; as text it is the id of an event, by which a client goes on. */
export class Positions {
  private constructor(private readonly byFeed: Map<string, Position>) {}

  static none(): Positions {
    return new Positions(new Map());
  }

  /** Of a `Last-Event-ID`. Throws for what was never the id of an event here. */
  static from(id: string): Positions {
    const positions = id.length <= LONGEST_ID ? decoded(id) : null;
    const entries = isObject(positions) ? Object.entries(positions) : [];
    const isSound =
      entries.length > 0 && entries.length <= MOST_FEEDS && entries.every(([name, position]) => isFeed(name) && isPosition(position));
    if (!isSound) throw malformed();
    return new Positions(new Map(entries as [string, Position][]));
  }

  of(feed: string): Position | undefined {
    return this.byFeed.get(feed);
  }

  set(feed: string, position: Position): void {
    this.byFeed.set(feed, position);
  }

  /** Feeds that are not read now keep their places: a stream of some of them loses nothing of the others. */
  toString(): string {
    return Buffer.from(JSON.stringify(Object.fromEntries(this.byFeed))).toString('base64url');
  }
}

const isFeed = (name: string) => /^[A-Za-z]\w{0,99}$/.test(name);

function isPosition(value: unknown): value is Position {
  return value === null || value === false || (typeof value === 'string' && value.length <= LONGEST_CURSOR);
}

function decoded(id: string): unknown {
  try {
    return JSON.parse(Buffer.from(id, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function malformed(): DomainError {
  return new DomainError('BAD_USER_INPUT', 'LAST_EVENT_ID_MALFORMED', {
    zh: 'Last-Event-ID 无效：请原样使用最近一次收到的事件 id，或不带它重新开始',
    en: 'The Last-Event-ID is none of ours: send the id of the last event as it came, or begin without one',
  });
}
