import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import type { Clock } from '../clock';
import type { Commands, Done } from '../command/commands';
import { databaseFaultOf } from '../command/database-faults';
import { DomainError } from '../errors';
import { type GraphClient, GraphUnanswered } from '../graph-client/graph-client';
import type { Logger } from '../log';
import type { Job, Turn } from '../scheduler/job';
import { systemViewer, type Viewer } from '../viewer';
import { FeedPosition } from './feed-position.entity';
import { FollowedEvents } from './followed-events';
import { followedEvents } from './followed-events-counter';
import { type FollowedChange, FollowedFeed, type FollowedPage } from './followed-feed';

/** What came of an event here; null for nothing. */
export type Consequence = Pick<Done<void>, 'on' | 'events'> | null;

/**
 * Applies an event, touching nothing but `tx`, and goes by the rows as they are: the subject may have changed since, or may not be here.
 * `viewer` is the system, in the event's division. What it throws is tried again, and in the end set aside.
 */
export type ApplyChange = (tx: EntityManager, change: FollowedChange, viewer: Viewer) => Promise<Consequence>;

/** With what a subgraph follows others. */
export interface FollowingOptions {
  readonly graph: GraphClient;
  readonly database: DataSource;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly log?: Logger;
}

export interface FeedFollowerOptions extends FollowingOptions {
  /** The root field that is read, such as `secondmentFeed`. */
  readonly feed: string;
  /** By the type of change; others are passed over. */
  readonly apply: Readonly<Record<string, ApplyChange>>;
}

/** What became of an event, and what is to be recorded of that. */
interface Followed {
  readonly outcome: 'applied' | 'set_aside' | 'known';
  readonly consequence: Consequence;
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
  private readonly events: FollowedEvents;
  private hasLookedAside = false;

  constructor(private readonly options: FeedFollowerOptions) {
    const { feed, graph, apply, clock } = options;
    this.name = `follow-${feed}`;
    this.feed = new FollowedFeed(graph, feed, Object.keys(apply));
    this.events = new FollowedEvents(this.name, clock);
  }

  async run(turn: Turn): Promise<void> {
    if (!this.hasLookedAside) await this.takeUpSetAside(turn);
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
  private async pageAfter(cursor: string | null): Promise<FollowedPage | null> {
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
      return await this.step(from, change, (tx) => this.applied(tx, change));
    } catch (error) {
      if (isPassing(error)) throw error;
      this.count('failed');
      if ((await this.failuresAfter(from)) < ATTEMPTS) throw error;
      const { type, subjectType, subjectId, cursor } = change;
      this.options.log?.error({ job: this.name, err: error, event: { cursor, type, subjectType, subjectId } }, 'an event was set aside');
      return this.step(from, change, (tx) => this.setAside(tx, change, reasonOf(error)));
    }
  }

  /** One event, and the position after it. */
  private async step(from: string | null, change: FollowedChange, work: (tx: EntityManager) => Promise<Followed>): Promise<boolean> {
    let followed: Followed | null = null;
    const outcomeOf = () => followed?.outcome ?? null;
    await this.recorded(change, async (tx) => {
      followed = (await this.move(tx, from, change.cursor)) ? await work(tx) : null;
      return followed?.consequence ?? null;
    });
    const outcome = outcomeOf();
    if (outcome !== null && outcome !== 'known') this.count(outcome);
    return outcome !== null;
  }

  private async applied(tx: EntityManager, change: FollowedChange): Promise<Followed> {
    if (await this.events.isKnown(tx, change)) return { outcome: 'known', consequence: null };
    // What happened to one subject stays in its order.
    if (await this.events.isBehindAnother(tx, change)) return this.setAside(tx, change, 'AFTER_SET_ASIDE');
    await this.events.keepApplied(tx, change);
    return { outcome: 'applied', consequence: await this.options.apply[change.type]!(tx, change, this.viewerOf(change)) };
  }

  private async setAside(tx: EntityManager, change: FollowedChange, reason: string): Promise<Followed> {
    const { cursor, divisionCode, type, subjectType, subjectId } = change;
    await this.events.keepSetAside(tx, change, reason);
    const payload = { feed: this.feed.name, type, subjectType, subjectId, reason };
    const event = { type: 'EVENT_SET_ASIDE', subjectType: 'FollowedEvent', subjectId: cursor, divisionCode, payload };
    return { outcome: 'set_aside', consequence: { on: [{ type: 'FollowedEvent', id: cursor, divisionCode }], events: [event] } };
  }

  /** In their order; of a subject whose event fails again the others are left where they are. */
  private async takeUpSetAside(turn: Turn): Promise<void> {
    const { database, apply, log } = this.options;
    const stuck = new Set<string>();
    for (const change of await this.events.findSetAside(database.manager)) {
      const subject = `${change.subjectType} ${change.subjectId}`;
      const applyChange = apply[change.type];
      if (stuck.has(subject) || !applyChange || !(await turn.goesOn())) continue;
      try {
        await this.recorded(change, async (tx) =>
          (await this.events.takeUp(tx, change)) ? applyChange(tx, change, this.viewerOf(change)) : null,
        );
        this.count('applied');
      } catch (error) {
        stuck.add(subject);
        log?.error({ job: this.name, err: error, event: change.cursor }, 'an event that was set aside still cannot be applied');
      }
    }
  }

  private async recorded(change: FollowedChange, work: (tx: EntityManager) => Promise<Consequence>): Promise<void> {
    const done = async (tx: EntityManager) => {
      const consequence = await work(tx);
      return consequence && { result: undefined, ...consequence };
    };
    await this.options.commands.runAsSystem(this.name, done, change.requestId);
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

  private count(outcome: 'applied' | 'failed' | 'set_aside'): void {
    followedEvents.inc({ follower: this.name, outcome });
  }
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
