import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import type { Clock } from '../clock';
import type { Commands, Done } from '../command/commands';
import { databaseFaultOf } from '../command/database-faults';
import { DomainError } from '../errors';
import { type GraphClient, GraphUnanswered } from '../graph-client/graph-client';
import { insertAll } from '../insert-all';
import type { Logger } from '../log';
import type { Job, Turn } from '../scheduler/job';
import { systemViewer, type Viewer } from '../viewer';
import { FeedPosition } from './feed-position.entity';
import { FollowedEvent, type FollowedState } from './followed-event.entity';
import { type FollowedChange, FollowedFeed } from './followed-feed';

/** What came of an event here; null for nothing. */
export type Consequence = Pick<Done<void>, 'on' | 'events'> | null;

/**
 * Applies an event, touching nothing but `tx`, and goes by the rows as they are: the subject may have changed since, or may not be here.
 * `viewer` is the system, in the event's division. What it throws is tried again, and in the end set aside.
 */
export type ApplyChange = (tx: EntityManager, change: FollowedChange, viewer: Viewer) => Promise<Consequence>;

export interface FeedFollowerOptions {
  /** The root field that is read, such as `secondmentFeed`. */
  readonly feed: string;
  /** By the type of change; others are passed over. */
  readonly apply: Readonly<Record<string, ApplyChange>>;
  readonly graph: GraphClient;
  readonly database: DataSource;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly log?: Logger;
}

/** With the scheduler's pauses between them some eight minutes, in which whoever is on duty may see the log. */
const ATTEMPTS = 5;

/**
 * Reads the feed of another subgraph and applies what happened there: each event in one transaction with the move of the
 * position, in the order of the feed, once and only once whoever dies when. One that cannot be applied holds up the others for
 * five attempts; then it is set aside with all that follows about its subject, on record, and tried again by each process that begins.
 */
export class FeedFollower implements Job {
  readonly name: string;
  private readonly feed: FollowedFeed;
  private hasLookedAside = false;

  constructor(private readonly options: FeedFollowerOptions) {
    const { feed, graph, apply } = options;
    this.name = `follow-${feed}`;
    this.feed = new FollowedFeed(graph, feed, Object.keys(apply));
  }

  async run(turn: Turn): Promise<void> {
    if (!this.hasLookedAside) await this.applySetAside(turn);
    this.hasLookedAside = true;
    let cursor = await this.cursor();
    while (await turn.goesOn()) {
      const page = await this.pageAfter(cursor);
      if (!page) return;
      for (const change of page.changes) {
        if (!(await turn.goesOn()) || !(await this.follow(cursor, change))) return;
        cursor = change.cursor;
      }
      if (page.endCursor !== cursor && !(await this.move(this.options.database.manager, cursor, page.endCursor))) return;
      cursor = page.endCursor;
      if (!page.hasNextPage) return;
    }
  }

  private async cursor(): Promise<string | null> {
    const { manager } = this.options.database;
    const known = await manager.findOneBy(FeedPosition, { follower: this.name });
    if (known) return known.cursor;
    await manager.insert(FeedPosition, { follower: this.name, cursor: null, failures: 0 }).catch((error) => {
      // Another instance began in the same moment.
      if (databaseFaultOf(error) !== 'duplicate') throw error;
    });
    return null;
  }

  /** Null when the feed has to be read anew, for it does not know the cursor any more: what was applied is known by its id. */
  private async pageAfter(cursor: string | null) {
    try {
      return await this.feed.pageAfter(cursor);
    } catch (error) {
      if (cursor === null || !(error instanceof GraphUnanswered) || error.reason !== 'CURSOR_UNKNOWN') throw error;
      this.options.log?.warn({ job: this.name, cursor }, 'a feed does not know where its follower was; it is read anew');
      await this.move(this.options.database.manager, cursor, null);
      return null;
    }
  }

  /** False when another instance was quicker. */
  private async follow(from: string | null, change: FollowedChange): Promise<boolean> {
    try {
      return await this.step(from, change, (tx) => this.applyOnce(tx, change));
    } catch (error) {
      if (isPassing(error) || (await this.failuresAfter(from)) < ATTEMPTS) throw error;
      const { type, subjectType, subjectId, cursor } = change;
      this.options.log?.error({ job: this.name, err: error, event: { cursor, type, subjectType, subjectId } }, 'an event was set aside');
      return this.step(from, change, (tx) => this.setAside(tx, change, reasonOf(error)));
    }
  }

  /** One event, and the position after it. */
  private async step(from: string | null, change: FollowedChange, work: (tx: EntityManager) => Promise<Consequence>): Promise<boolean> {
    let isOurs = false;
    await this.options.commands.runAsSystem(
      this.name,
      async (tx) => {
        isOurs = await this.move(tx, from, change.cursor);
        return isOurs ? recorded(await work(tx)) : null;
      },
      change.requestId,
    );
    return isOurs;
  }

  private async applyOnce(tx: EntityManager, change: FollowedChange): Promise<Consequence> {
    const { name: follower } = this;
    const { cursor: eventId, type, subjectType, subjectId } = change;
    if (await tx.existsBy(FollowedEvent, { follower, eventId })) return null;
    // What happened to one subject stays in its order.
    if (await tx.existsBy(FollowedEvent, { follower, state: 'SET_ASIDE', subjectType, subjectId }))
      return this.setAside(tx, change, 'AFTER_SET_ASIDE');
    await this.note(tx, change, { state: 'APPLIED', event: null, reason: null });
    return this.options.apply[type]!(tx, change, this.viewerOf(change));
  }

  private async setAside(tx: EntityManager, change: FollowedChange, reason: string): Promise<Consequence> {
    const { cursor, divisionCode, type, subjectType, subjectId } = change;
    await this.note(tx, change, { state: 'SET_ASIDE', event: JSON.stringify(change), reason });
    const payload = { feed: this.feed.name, type, subjectType, subjectId, reason };
    return {
      on: [{ type: 'FollowedEvent', id: cursor, divisionCode }],
      events: [{ type: 'EVENT_SET_ASIDE', subjectType: 'FollowedEvent', subjectId: cursor, divisionCode, payload }],
    };
  }

  private async note(
    tx: EntityManager,
    { cursor: eventId, subjectType, subjectId }: FollowedChange,
    kept: { readonly state: FollowedState; readonly event: string | null; readonly reason: string | null },
  ): Promise<void> {
    const recordedAt = this.options.clock();
    await insertAll(tx, FollowedEvent, [{ follower: this.name, eventId, subjectType, subjectId, recordedAt, ...kept }]);
  }

  /** In their order; of a subject whose event fails again the others are left where they are. */
  private async applySetAside(turn: Turn): Promise<void> {
    const { database, commands, apply, log } = this.options;
    const { name: follower } = this;
    const aside = await database.manager.find(FollowedEvent, {
      where: { follower, state: 'SET_ASIDE' },
      order: { recordedAt: 'ASC', eventId: 'ASC' },
    });
    const stuck = new Set<string>();
    for (const { eventId, subjectType, subjectId, event } of aside) {
      const change = JSON.parse(event!) as FollowedChange;
      const subject = `${subjectType} ${subjectId}`;
      const applyChange = apply[change.type];
      if (!applyChange || stuck.has(subject) || !(await turn.goesOn())) continue;
      try {
        await commands.runAsSystem(
          follower,
          async (tx) => {
            const applied = { state: 'APPLIED', event: null, reason: null } as const;
            const { affected } = await tx.update(FollowedEvent, { follower, eventId, state: 'SET_ASIDE' }, applied);
            return affected === 1 ? recorded(await applyChange(tx, change, this.viewerOf(change))) : null;
          },
          change.requestId,
        );
      } catch (error) {
        stuck.add(subject);
        log?.error({ job: follower, err: error, eventId }, 'an event that was set aside still cannot be applied');
      }
    }
  }

  private viewerOf({ divisionCode }: FollowedChange): Viewer {
    return systemViewer(this.name, [divisionCode]);
  }

  private async move(tx: EntityManager, from: string | null, to: string | null): Promise<boolean> {
    const { affected } = await tx.update(FeedPosition, { follower: this.name, cursor: from ?? IsNull() }, { cursor: to, failures: 0 });
    return affected === 1;
  }

  private async failuresAfter(cursor: string | null): Promise<number> {
    const { manager } = this.options.database;
    const where = { follower: this.name, cursor: cursor ?? IsNull() };
    await manager.update(FeedPosition, where, { failures: () => 'failures + 1' });
    return (await manager.findOneBy(FeedPosition, where))?.failures ?? 0;
  }
}

function recorded(consequence: Consequence): Done<void> | null {
  return consequence && { result: undefined, ...consequence };
}

/** Nothing that the event is to blame for. */
function isPassing(error: unknown): boolean {
  if (error instanceof DomainError) return error.reason === 'CONTENDED' || error.code === 'RESULT_UNKNOWN';
  const fault = databaseFaultOf(error);
  return fault === 'contention' || fault === 'connection-lost';
}

function reasonOf(error: unknown): string {
  return error instanceof DomainError ? error.reason : (error as Error).name.slice(0, 60);
}
