import { v7 as uuid } from 'uuid';
import { ENGINES, freshDatabase, type TestDatabase } from '../../testing/database';
import { entryWanted, LEDGER_SCHEMA, Ledger, LedgerEntry } from '../../testing/ledger';
import { MadeUpFeed } from '../../testing/made-up-feed';
import { AuditRecord } from '../audit/audit-record.entity';
import { OutboxEvent } from '../command/outbox-event.entity';
import { writesOf } from '../command/subgraph-writes';
import { GraphUnanswered } from '../graph-client/graph-client';
import { type ApplyChange, FeedFollower } from './feed-follower';
import { FeedPosition } from './feed-position.entity';
import { FollowedEvent } from './followed-event.entity';
import { followedEvents } from './followed-events-counter';

const FOLLOWER = 'follow-otherFeed';
const AT = new Date('2026-11-26T01:00:00Z');
const ALWAYS = { goesOn: async () => true };
const event = (name: string, more: object = {}) => ({ cursor: `${name}`, type: 'WANTED', subjectId: 'l-1', ...more });

/** An entry a change: none must be missing, and none there twice. */
const append: ApplyChange = async (tx, change, viewer) => {
  if (change.payload.isBroken) throw new TypeError('示例甲');
  return change.payload.isForNobody ? null : entryWanted(tx, change, viewer);
};

describe.each(ENGINES)('a follower of a feed on %s', (engine) => {
  let opened: TestDatabase;
  let feed: MadeUpFeed;

  beforeAll(async () => {
    opened = await freshDatabase(engine, LEDGER_SCHEMA);
  });
  beforeEach(async () => {
    const { manager } = opened.database;
    for (const table of [FeedPosition, FollowedEvent, LedgerEntry, Ledger])
      await manager.createQueryBuilder().delete().from(table).execute();
    for (const id of ['l-1', 'l-2'])
      await manager.insert(Ledger, { id, divisionCode: '410225201', keeper: null, phone: null, total: 0, version: 1 });
    feed = new MadeUpFeed([]);
    followedEvents.reset();
  });
  afterAll(() => opened.close());

  const follower = (apply = append) => {
    const { database } = opened;
    const clock = () => AT;
    const { commands } = writesOf('ledger', { database, clock });
    return new FeedFollower({ feed: 'otherFeed', apply: { WANTED: apply }, graph: feed, database, commands, clock });
  };
  const words = async (ledgerId = 'l-1') =>
    (await opened.database.manager.find(LedgerEntry, { where: { ledgerId }, order: { position: 'ASC' } })).map((entry) => entry.words);
  const aside = () => opened.database.manager.find(FollowedEvent, { where: { state: 'SET_ASIDE' }, order: { eventId: 'ASC' } });
  const counted = async () => Object.fromEntries((await followedEvents.get()).values.map(({ labels, value }) => [labels.outcome, value]));
  /** As the scheduler would: again, as long as it fails. */
  const runs = async (job: FeedFollower, times: number) => {
    for (let time = 1; time < times; time += 1) await expect(job.run(ALWAYS)).rejects.toThrow();
    await job.run(ALWAYS);
  };

  test('applies each event once, in its order, with its audit record under the id of the request that brought it about', async () => {
    const names = Array.from({ length: 30 }, () => uuid());
    feed.events.push(...names.map((name) => event(name)));
    const job = follower();
    await job.run(ALWAYS);
    await job.run(ALWAYS);
    expect(await words()).toEqual(names);
    const records = await opened.database.manager.findBy(AuditRecord, { subject: `system:${FOLLOWER}` });
    expect(records.map(({ requestId }) => requestId)).toEqual(names.map((name) => `request-${name}`));
    feed.events.push(event('later'));
    await follower().run(ALWAYS);
    expect(await words()).toEqual([...names, 'later']);
  });

  test('passes over what it does not follow, what is gone and what is for nobody here, and does not read it again', async () => {
    feed.events.push(event('a', { type: 'OTHER' }), event('b', { isTombstone: true }), event('c', { payload: { isForNobody: true } }));
    await follower().run(ALWAYS);
    expect(await words()).toEqual([]);
    expect(await opened.database.manager.find(FeedPosition)).toEqual([{ follower: FOLLOWER, cursor: 'c', failures: 0 }]);
  });

  test('leaves everything as it was where an event fails, tries it again, and goes on from there', async () => {
    feed.events.push(event('a'), event('b'), event('c'));
    let failing = 2;
    const flaky: ApplyChange = async (tx, change, viewer) => {
      const consequence = await append(tx, change, viewer);
      if (change.cursor === 'b' && failing-- > 0) throw new Error('after it has written');
      return consequence;
    };
    const job = follower(flaky);
    await expect(job.run(ALWAYS)).rejects.toThrow('after it has written');
    expect(await words()).toEqual(['a']);
    await runs(job, 2);
    expect(await words()).toEqual(['a', 'b', 'c']);
    expect(await aside()).toEqual([]);
  });

  test('sets aside what fails again and again, with what follows about the same subject, on record; another release applies it', async () => {
    const broken = { payload: { isBroken: true } };
    feed.events.push(event('a', broken), event('b', { subjectId: 'l-2' }), event('c'), event('d', { subjectId: 'l-2' }));
    await runs(follower(), 5);
    expect(await words('l-2')).toEqual(['b', 'd']);
    expect(await words()).toEqual([]);
    expect(await aside()).toMatchObject([
      { eventId: 'a', reason: 'TypeError' },
      { eventId: 'c', reason: 'AFTER_SET_ASIDE' },
    ]);
    const told = await opened.database.manager.find(OutboxEvent, { where: { type: 'EVENT_SET_ASIDE' }, order: { sequence: 'ASC' } });
    expect(told.map(({ subjectId }) => subjectId)).toEqual(['a', 'c']);
    expect(JSON.stringify(told)).not.toContain('示例甲');
    const records = await opened.database.manager.find(AuditRecord, { order: { sequence: 'ASC' } });
    expect(records.flatMap(({ targets }) => targets).filter(({ type }) => type === 'FollowedEvent')).toHaveLength(2);
    expect(await counted()).toEqual({ applied: 2, failed: 5, set_aside: 2 });

    // The same process does not try again, one that begins does: in order, and not past what still fails.
    await follower().run(ALWAYS);
    expect(await aside()).toHaveLength(2);
    const mended = follower((tx, change, viewer) => append(tx, { ...change, payload: {} }, viewer));
    await mended.run(ALWAYS);
    expect(await words()).toEqual(['a', 'c']);
    expect(await aside()).toEqual([]);
  });

  test('waits while the graph cannot be reached, and sets nothing aside for that', async () => {
    feed.events.push(event('a'));
    feed.failure = new GraphUnanswered('UNREACHABLE', 'TIMED_OUT');
    const job = follower();
    for (let time = 0; time < 7; time += 1) await expect(job.run(ALWAYS)).rejects.toThrow('TIMED_OUT');
    feed.failure = null;
    await job.run(ALWAYS);
    expect(await words()).toEqual(['a']);
  });

  test('reads anew a feed that does not know its cursor any more, and applies nothing twice', async () => {
    feed.events.push(event('a'), event('b'));
    await follower().run(ALWAYS);
    feed.events.splice(1, 1, event('x'));
    const job = follower();
    await job.run(ALWAYS);
    await job.run(ALWAYS);
    expect(await words()).toEqual(['a', 'b', 'x']);
  });

  test('two at once: each event has one that applies it', async () => {
    feed.events.push(...Array.from({ length: 20 }, (_, index) => event(`e${String(index).padStart(2, '0')}`)));
    const [one, two] = [follower(), follower()];
    await Promise.allSettled([one.run(ALWAYS), two.run(ALWAYS)]);
    await one.run(ALWAYS);
    expect(await words()).toEqual(feed.events.map(({ cursor }) => cursor));
  });

  test('breaks off between two events when it is told to, and goes on where it was', async () => {
    feed.events.push(event('a'), event('b'), event('c'));
    let left = 3;
    await follower().run({ goesOn: async () => left-- > 0 });
    expect(await words()).toEqual(['a', 'b']);
    await follower().run(ALWAYS);
    expect(await words()).toEqual(['a', 'b', 'c']);
  });
});
