import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import type { Viewer } from '@township-graph/shared/viewer';
import { MATTERS_SCHEMA } from '../database';
import { ServicePoint } from '../service-point/service-point.entity';
import { hallAt } from '../service-point/testing/hall';
import { createMattersSubgraph } from '../subgraph';

const OURS = '410225201';
const SCOPES = ['matters:read', 'matters:handle'] as const;
const CLERK: Viewer = { ...viewerOf([OURS], SCOPES), subject: 'clerk' };
const COLLEAGUE: Viewer = { ...viewerOf([OURS], SCOPES), subject: 'colleague' };
const MANAGER: Viewer = { ...viewerOf([OURS], [...SCOPES, 'matters:manage']), subject: 'manager' };
const NEIGHBOUR: Viewer = { ...viewerOf(['410225206'], [...SCOPES, 'matters:manage']), subject: 'neighbour' };

interface Window {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

describe.each(ENGINES)('service windows on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;

  let hall: string;
  let halls = 0;

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    ask = asking((await createMattersSubgraph({ database: opened.database, clock: () => new Date('2026-09-28T01:00:00Z') })).execute);
  });
  afterAll(() => opened.close());

  /** A hall of its own for each test. */
  beforeEach(async () => {
    halls += 1;
    hall = `hall-${halls}`;
    await opened.database.manager.insert(ServicePoint, hallAt(OURS, hall));
  });

  const answer = async (name: string, viewer: Viewer, input: object): Promise<Window> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { window { id number name state clerk kinds version availableActions } } }`;
    const { data, errors } = await ask(query, viewer, { input });
    if (data?.[name]) return data[name].window;
    return `${errors![0]!.extensions!.code} ${errors![0]!.extensions!.reason}` as never;
  };
  const add = (input: object = {}, viewer = MANAGER) =>
    answer('addWindow', viewer, { servicePointId: hall, number: 1, name: '综合窗口', ...input });
  const on = ({ id, version }: Window) => ({ windowId: id, expectedVersion: version });

  test('a window is opened by whoever sits down at it, and is that clerk’s until it is closed', async () => {
    const added = await add();
    expect(added).toMatchObject({ state: 'CLOSED', clerk: null, kinds: [], version: 1 });
    const open = await answer('openWindow', CLERK, on(added));
    expect(open).toMatchObject({ state: 'OPEN', clerk: 'clerk', availableActions: ['PAUSE', 'CLOSE'] });
    expect(await answer('pauseWindow', COLLEAGUE, on(open))).toBe('FORBIDDEN NOT_AT_WINDOW');
    const paused = await answer('pauseWindow', CLERK, on(open));
    expect(paused).toMatchObject({ state: 'PAUSED', clerk: 'clerk' });
    expect(await answer('openWindow', COLLEAGUE, on(paused))).toBe('FORBIDDEN NOT_AT_WINDOW');
    const back = await answer('openWindow', CLERK, on(paused));
    expect(await answer('closeWindow', COLLEAGUE, on(back))).toBe('FORBIDDEN NOT_AT_WINDOW');
    expect(await answer('closeWindow', MANAGER, on(back))).toMatchObject({ state: 'CLOSED', clerk: null });
  });

  test('of many who sit down at one window at once, one does', async () => {
    const added = await add();
    const clerks = Array.from({ length: 10 }, (_, index) => ({ ...CLERK, subject: `clerk-${index}` }));
    const answers = await Promise.all(clerks.map((viewer) => answer('openWindow', viewer, on(added))));
    expect(answers.filter((each) => typeof each !== 'string')).toHaveLength(1);
  });

  test('another township’s manager changes nothing, a clerk adds no window, and a stale version is a conflict', async () => {
    const added = await add();
    for (const name of ['changeWindow', 'openWindow', 'pauseWindow', 'closeWindow'])
      expect(await answer(name, NEIGHBOUR, on(added))).toBe('FORBIDDEN OUTSIDE_DIVISIONS');
    expect(await add({ number: 2 }, NEIGHBOUR)).toBe('FORBIDDEN OUTSIDE_DIVISIONS');
    expect(await add({ number: 2 }, CLERK)).toBe('FORBIDDEN SCOPE_MISSING');
    expect(await answer('openWindow', CLERK, { ...on(added), windowId: 'nowhere' })).toBe('NOT_FOUND NOT_FOUND');
    const changed = await answer('changeWindow', MANAGER, { ...on(added), name: '社保窗口', kinds: ['PAYMENT', 'PAYMENT'] });
    expect(changed).toMatchObject({ name: '社保窗口', kinds: ['PAYMENT'], version: 2 });
    expect(await answer('openWindow', CLERK, on(added))).toBe('CONFLICT STALE_VERSION');
  });

  test('a number on a sign is there once, also when two put it up at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => add({ number: 7 })));
    expect(answers.filter((each) => each === ('CONFLICT WINDOW_NUMBER_TAKEN' as never))).toHaveLength(4);
    expect(await add({ number: 8, name: ' ' })).toBe('BAD_USER_INPUT NAME_LENGTH');
    expect(await add({ number: 0 })).toBe('BAD_USER_INPUT OUT_OF_RANGE');
  });
});
