import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startWholeGraph, type WholeGraph } from '@township-graph/commands/whole-graph';
import { Journal, type OutboxEntry } from '@township-graph/shared/command/journal';
import { transact } from '@township-graph/shared/command/transact';
import { createLog } from '@township-graph/shared/log';
import { ENGINES } from '@township-graph/shared/testing/database';
import { freshUrl } from '@township-graph/shared/testing/template';
import { EventReader } from '../gateway/testing/event-reader';
import { testConfig } from '../gateway/testing/test-config';

const A = '410225201';
const CLOSED = { code: 'FORBIDDEN', reason: 'SCOPE_MISSING' };
const B = '410225206';

describe.each(ENGINES)('changes of the whole graph on %s', (engine) => {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-changes-'));
  const urls = new Map<string, Promise<string>>();
  const readers: EventReader[] = [];
  let graph: WholeGraph;

  const start = async () => {
    graph = await startWholeGraph({
      config: testConfig({ LOG_LEVEL: 'silent', CHANGES_POLL_MS: '10', RATE_LIMIT_POINTS: '0' }),
      keyDirectory: directory,
      log: createLog({ name: 'test', level: 'silent' }),
      withDemo: false,
      databaseUrl: (name) => {
        const url =
          urls.get(name) ?? (engine === 'sqlite' ? Promise.resolve(`sqlite:${path.join(directory, `${name}.db`)}`) : freshUrl(engine));
        urls.set(name, url);
        return url;
      },
    });
  };

  beforeAll(start);
  afterEach(() => {
    for (const reader of readers.splice(0)) reader.close();
  });
  afterAll(async () => {
    await graph.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const write = (subgraph: string, ...events: Partial<OutboxEntry>[]) => {
    const { database } = graph.subgraphs.find(({ name }) => name === subgraph)!;
    const journal = new Journal({ subgraph, clock: () => new Date() });
    const entries = events.map(
      (event) => ({ type: 'HAPPENED', subjectType: 'Thing', divisionCode: B, payload: {}, ...event }) as OutboxEntry,
    );
    return transact(database, (tx) => journal.append(tx, [], entries));
  };
  const follow = async (division: string, id?: string, scope = 'matters:read') => {
    const token = await graph.sign({ sub: `follower of ${division}`, divisions: [division], scope });
    const reader = await EventReader.open(`${graph.url}/changes`, { authorization: `Bearer ${token}`, ...(id && { 'last-event-id': id }) });
    readers.push(reader);
    return reader;
  };
  const begun = async (division: string, scope?: string) => {
    const reader = await follow(division, undefined, scope);
    for (const feed of graph.subgraphs.map(({ name }) => `${name}Feed`))
      await reader.until(({ event, data }) => (event === 'begun' || event === 'closed') && data.feed === feed);
    return reader;
  };
  const told = (reader: EventReader, subjectId: string) => reader.until(({ data }) => data?.subjectId === subjectId);

  test('each subgraph has a feed, and each viewer hears of its own divisions', async () => {
    const [neighbour, own, county] = [await begun(A), await begun(B), await begun('410225')];
    expect(own.events[0]!.data.feeds).toEqual(expect.arrayContaining(graph.subgraphs.map(({ name }) => `${name}Feed`)));
    await write('matters', { subjectId: 'b-1' });
    await write('directory', { subjectId: 'b-2' });
    await write('matters', { subjectId: 'a-1', divisionCode: A });
    await told(own, 'b-1');
    await told(own, 'b-2');
    await told(neighbour, 'a-1');
    for (const subject of ['a-1', 'b-1', 'b-2']) await told(county, subject);
    expect(own.subjects().sort()).toEqual(['b-1', 'b-2']);
    expect(neighbour.subjects()).toEqual(['a-1']);
  });

  test('a row that moves is gone for whom it left, with no word of where to', async () => {
    const [from, to] = [await begun(A), await begun(B)];
    await write('matters', { subjectId: 'moved', leftDivisionCode: A, payload: { to: B } });
    expect(await told(from, 'moved')).toMatchObject({ event: 'TOMBSTONE', data: { isTombstone: true, payload: null, divisionCode: null } });
    expect(await told(to, 'moved')).toMatchObject({ event: 'HAPPENED', data: { divisionCode: B } });
    expect(JSON.stringify(from.events)).not.toContain(B);
  });

  test('without the scope of a subgraph its feed is closed; what is public needs none', async () => {
    const reader = await begun(B, '');
    for (const feed of ['mattersFeed', 'enforcementFeed', 'secondmentFeed', 'assessmentFeed'])
      expect((await reader.until(({ event, data }) => event === 'closed' && data.feed === feed)).data).toMatchObject(CLOSED);
    await write('matters', { subjectId: 'not yours' });
    await write('directory', { subjectId: 'public' });
    await told(reader, 'public');
    expect(reader.subjects()).toEqual(['public']);
  });

  test('many write, the reader is cut again and again, and the server restarts: everything is told once, in order', async () => {
    const WRITERS = 4;
    const ROUNDS = 5;
    const EACH = 4;
    let reader = await begun(B);
    const heard: string[] = [];
    const leave = () => {
      heard.push(...reader.subjects());
      reader.close();
      return reader.lastEventId!;
    };
    const writer = async (name: string) => {
      for (let index = 0; index < EACH; index += 1)
        await write('matters', { subjectId: `w${name}-${index}` }, { subjectId: `x${name}-${index}`, divisionCode: A });
    };
    const writing: Promise<void>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let name = 0; name < WRITERS; name += 1) writing.push(writer(`${round}-${name}`));
      await reader.until(({ data }) => data?.subjectId);
      reader = await follow(B, leave());
    }
    await Promise.all(writing);
    const stopped = graph.stop();
    expect((await reader.named('end')).data).toMatchObject({ reason: 'DRAINING' });
    await reader.ended;
    await stopped;
    const id = leave();
    await start();
    await write('matters', { subjectId: 'after the restart' });
    reader = await follow(B, id);
    await told(reader, 'after the restart');
    leave();
    const { database } = graph.subgraphs.find(({ name }) => name === 'matters')!;
    const committed: { subjectId: string }[] = await database.query(
      `SELECT subjectId FROM outbox_event WHERE divisionCode = '${B}' AND (subjectId LIKE 'w%' OR subjectId = 'after the restart') ORDER BY sequence`,
    );
    expect(committed).toHaveLength(WRITERS * ROUNDS * EACH + 1);
    expect(heard).toEqual(committed.map(({ subjectId }) => subjectId));
  });
});
