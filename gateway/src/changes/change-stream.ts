import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { DomainError } from '@township-graph/shared/errors';
import { divisionsOf, type Viewer } from '@township-graph/shared/viewer';
import type { GraphQLFormattedError } from 'graphql';
import { changeEvent } from './change-event';
import { EventStream } from './event-stream';
import type { FeedReader } from './feed-reader';
import type { FeedPage } from './feeds';
import type { Positions } from './positions';

export interface ChangesConfig {
  readonly pollMs: number;
  readonly heartbeatMs: number;
  /** Within which a client has to read on. */
  readonly stallMs: number;
}

export interface ChangeStreamOptions {
  readonly feeds: readonly string[];
  readonly types: readonly string[] | null;
  readonly positions: Positions;
  readonly context: RequestContext;
  readonly address: string;
  readonly reader: FeedReader;
  /** Verifies the token again. */
  verify(): Promise<Viewer>;
  /** In the client's words. */
  present(error: unknown, context: RequestContext): GraphQLFormattedError;
  readonly clock: Clock;
  readonly config: ChangesConfig;
}

/** Asked for while nothing happens, and while there is more: an idle question is cheap, and what is behind is caught up with. */
const IDLE_PAGE = 20;
const FULL_PAGE = 200;
const LONGEST_PAUSE_MS = 30_000;
/** Clients that were all sent away at once come back one by one. */
const RETRY_MS = 2000;
const retryMs = () => Math.round(RETRY_MS * (1 + Math.random()));

/** What closes a feed for good: to ask again would not help. */
const FINAL_CODES = new Set(['FORBIDDEN', 'BAD_USER_INPUT', 'NOT_FOUND']);

/** One client's stream over several feeds. Each goes its own pace, so that none waits for another's subgraph. */
export class ChangeStream {
  readonly out: EventStream;
  private readonly divisions: number;

  constructor(private readonly options: ChangeStreamOptions) {
    this.out = new EventStream(options.config.stallMs);
    this.divisions = divisionsOf(options.context.viewer, options.clock).length;
  }

  /** Until the client has gone or has been sent away. */
  async run(): Promise<void> {
    const { feeds, positions, config } = this.options;
    this.out.send({ retry: retryMs(), id: String(positions), event: 'following', data: { feeds } });
    const heartbeat = setInterval(() => this.out.heartbeat(), config.heartbeatMs);
    await Promise.all(feeds.map((feed) => this.follow(feed)));
    clearInterval(heartbeat);
    this.end(noFeedLeft());
  }

  /** Tells the client why, and when to come back. */
  end(error: DomainError): void {
    this.out.end({ retry: retryMs(), event: 'end', data: this.told(error) });
  }

  private async follow(feed: string): Promise<void> {
    let failures = 0;
    let first = IDLE_PAGE;
    while (!this.out.closed.aborted) {
      await this.out.room();
      let waitMs = this.options.config.pollMs;
      try {
        const viewer = await this.entitled();
        if (!viewer) return;
        const page = await this.read(feed, viewer, first);
        if (failures > 0) this.out.send({ event: 'resumed', data: { feed } });
        failures = 0;
        first = page.hasNextPage ? Math.min(FULL_PAGE, first * 2) : IDLE_PAGE;
        if (page.hasNextPage) waitMs = 0;
      } catch (error) {
        const told = this.told(error, feed);
        const isFinal = FINAL_CODES.has(String(told.code));
        if (isFinal || failures === 0) this.out.send({ event: isFinal ? 'closed' : 'paused', data: told });
        if (isFinal) return;
        waitMs = Math.max(Number(told.retryAfterSeconds ?? 0) * 1000, Math.min(LONGEST_PAUSE_MS, waitMs * 2 ** failures));
        failures += 1;
        // A page may have been too large for its subgraph to answer with.
        first = Math.max(1, Math.floor(first / 2));
      }
      if (waitMs > 0) await pause(waitMs, undefined, { signal: this.out.closed, ref: false }).catch(() => {});
    }
  }

  /** The viewer by its token as it counts now; null when the stream has ended with it. */
  private async entitled(): Promise<Viewer | null> {
    const { verify, clock } = this.options;
    let viewer: Viewer;
    try {
      viewer = await verify();
    } catch (error) {
      // The issuer's keys could not be had, which says nothing of the token.
      if (!(error instanceof DomainError) || error.reason === 'TOKEN_UNVERIFIABLE') throw error;
      this.end(error);
      return null;
    }
    if (divisionsOf(viewer, clock).length === this.divisions) return viewer;
    this.end(dutyEnded());
    return null;
  }

  private async read(feed: string, viewer: Viewer, first: number): Promise<FeedPage> {
    const { reader, positions, types, context, address } = this.options;
    const position = positions.of(feed) ?? null;
    const isBegun = position !== false;
    const reading = { after: position || null, types, first: isBegun ? first : 0 };
    const page = await reader.read(feed, reading, { ...context, viewer }, address);
    if (isBegun) this.tell(feed, page);
    else {
      positions.set(feed, page.newestCursor);
      this.out.send({ id: String(positions), event: 'begun', data: { feed } });
    }
    return isBegun ? page : { ...page, hasNextPage: false };
  }

  private tell(feed: string, { nodes, endCursor }: FeedPage): void {
    const { positions } = this.options;
    const events = nodes.map((change) => {
      positions.set(feed, change.cursor);
      return { id: String(positions), ...changeEvent(feed, change) };
    });
    const isFurther = endCursor !== null && endCursor !== positions.of(feed);
    if (isFurther) positions.set(feed, endCursor);
    // An id alone tells no event, and is remembered: what was not chosen is not looked through again.
    this.out.send(...events, ...(isFurther ? [{ id: String(positions) }] : []));
  }

  private told(error: unknown, feed?: string): Record<string, unknown> {
    const { message, extensions } = this.options.present(error, this.options.context);
    return { ...(feed && { feed }), ...extensions, message };
  }
}

function dutyEnded(): DomainError {
  return new DomainError('FORBIDDEN', 'DUTY_ENDED', {
    zh: '一项任期已届满，管辖范围已变化，请重新连接',
    en: 'A duty has ended, and what may be seen with it; connect anew',
  });
}

function noFeedLeft(): DomainError {
  return new DomainError('FORBIDDEN', 'NO_FEED_LEFT', { zh: '没有可继续的变更流', en: 'No feed is left to follow' });
}
