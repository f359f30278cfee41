import type { EntityManager } from 'typeorm';
import { viewerOf } from '../testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '../testing/database';
import { LEDGER_SCHEMA, Ledger } from '../testing/ledger';
import { ScopedRepository, type ScopeRule } from './scoped-repository';
import type { Viewer } from './viewer';

const OURS = viewerOf(['410225201'], ['matters:handle']);
const CLOCK = () => new Date('2026-11-22T01:00:00.000Z');
const RULE = { division: 'divisionCode', readScope: 'matters:read' } as const;

const ledgersIn = ({ database }: TestDatabase, rule: ScopeRule = RULE) => new ScopedRepository(database.manager, Ledger, rule, CLOCK);

const ledgerOf = (divisionCode: string, id: string) => ({ id, divisionCode, keeper: null, phone: null, total: 0, version: 1 });

describe.each(ENGINES)('a change of a row on %s', (engine) => {
  let opened: TestDatabase;
  let ledgers: ScopedRepository<Ledger>;

  beforeAll(async () => {
    opened = await freshDatabase(engine, LEDGER_SCHEMA);
    ledgers = ledgersIn(opened);
  });

  beforeEach(async () => {
    await opened.database.query('DELETE FROM ledger');
    await opened.database.manager.insert(Ledger, { ...ledgerOf('410225201', 'l-1'), version: 3 });
  });

  afterAll(() => opened.close());

  const change = (viewer: Viewer, expectedVersion: number, id = 'l-1') =>
    opened.database.manager.transaction((tx: EntityManager) => ledgers.change(tx, viewer, { id }, expectedVersion, { total: 9 }));
  const row = () => opened.database.manager.findOneByOrFail(Ledger, { id: 'l-1' });

  test.each<[string, Viewer]>([
    ['its township', OURS],
    ['its county', viewerOf(['410225'])],
    ['one of several', viewerOf(['330381', '410225201'])],
  ])('is made for %s, and raises the version', async (_, viewer) => {
    await change(viewer, 3);
    expect(await row()).toMatchObject({ total: 9, version: 4 });
  });

  test.each<[string, Viewer]>([
    ['another township', viewerOf(['410225202'])],
    ['a village below', viewerOf(['410225201200'])],
    ['another county', viewerOf(['330381'])],
    ['no division', viewerOf([])],
    ['a duty that ended', { ...OURS, divisions: [{ code: '410225201', until: '2026-11-21' }] }],
  ])('is not made for %s, which is told what it is told of a row that is not there', async (_, viewer) => {
    const missing = await change(viewer, 3, 'l-9').catch((error) => error);
    expect(missing).toMatchObject({ code: 'NOT_FOUND', reason: 'NOT_FOUND' });
    for (const version of [3, 2]) expect(await change(viewer, version).catch((error) => error)).toEqual(missing);
    expect(await row()).toMatchObject({ total: 0, version: 3 });
  });

  test.each([2, 4, 0, -1])('is not made on the version %s when it is 3', async (version) => {
    await expect(change(OURS, version)).rejects.toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
    expect(await row()).toMatchObject({ total: 0, version: 3 });
  });
});

describe.each(ENGINES)('a row that concerns others, on %s', (engine) => {
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await freshDatabase(engine, LEDGER_SCHEMA);
    await opened.database.manager.insert(Ledger, { ...ledgerOf('410225', 'l-1'), keeper: '410225206' });
    await opened.database.query("INSERT INTO ledger_entry (ledgerId, position, words) VALUES ('l-1', 1, '410225206')");
  });

  afterAll(() => opened.close());

  const reading = (divisions: readonly string[]) => viewerOf(divisions, ['matters:read', 'matters:handle']);

  test.each([
    ['named in a column', { column: 'row.keeper' }],
    ['named in another table', { column: 'e.words', among: 'SELECT 1 FROM ledger_entry e WHERE e.ledgerId = row.id' }],
  ])('%s, is read by those, and by nobody beside them', async (_, concerns) => {
    const ledgers = ledgersIn(opened, { ...RULE, concerns });
    const found = async (viewer: Viewer) => (await ledgers.findBy(viewer, 'id', ['l-1'])).length;
    expect(await found(reading(['410225']))).toBe(1);
    expect(await found(reading(['410225206']))).toBe(1);
    expect(await found(reading(['330381', '410225206']))).toBe(1);
    for (const divisions of [['410225201'], ['410225206200'], ['330381'], []]) expect(await found(reading(divisions))).toBe(0);
    expect(await found({ ...reading(['410225206']), scopes: ['matters:handle'] })).toBe(0);
    expect(await found({ ...reading([]), divisions: [{ code: '410225206', until: '2026-11-21' }] })).toBe(0);
  });

  test('is not changed by them', async () => {
    const ledgers = ledgersIn(opened, { ...RULE, concerns: { column: 'row.keeper' } });
    const change = opened.database.manager.transaction((tx) => ledgers.change(tx, reading(['410225206']), { id: 'l-1' }, 1, { total: 9 }));
    await expect(change).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe.each(ENGINES)('rows by key, on %s', (engine) => {
  const COUNTY = '410225';
  const TOWNSHIPS = ['410225201', '410225202', '410225203', '410225204', '410225205', '410225206'];
  let opened: TestDatabase;
  let ledgers: ScopedRepository<Ledger>;

  beforeAll(async () => {
    opened = await freshDatabase(engine, LEDGER_SCHEMA);
    ledgers = ledgersIn(opened);
    const rows = [COUNTY, ...TOWNSHIPS, '330381'].map((code) => ledgerOf(code, `l-${code}`));
    await opened.database.manager.insert(Ledger, rows);
  });

  afterAll(() => opened.close());

  // The key is a division, too: among the parameters it stands beside equal ones of the scope.
  const found = async (divisions: readonly string[], keys: readonly string[], asked: readonly string[] | null = null) => {
    const loader = ledgers.byKey(viewerOf(divisions, ['matters:read']), 'divisionCode');
    return Promise.all(keys.map(async (key) => (await loader.shown(key).read(asked))?.divisionCode ?? null));
  };

  test.each([1, 2, 4, 5, 6])('%i of them are those that were asked for, each in its place', async (count) => {
    const keys = TOWNSHIPS.slice(0, count);
    expect(await found([COUNTY], keys)).toEqual(keys);
    expect(await found([COUNTY], [...keys].reverse(), ['total'])).toEqual([...keys].reverse());
  });

  test.each([
    ['few', 3],
    ['more', 6],
  ])('of %s, those of other divisions are not there', async (_, count) => {
    const keys = [COUNTY, '330381', ...TOWNSHIPS].slice(0, count);
    const within = (...codes: string[]) => keys.map((key) => (codes.includes(key) ? key : null));
    expect(await found([COUNTY], keys)).toEqual(within(COUNTY, ...TOWNSHIPS));
    expect(await found(['410225201'], keys)).toEqual(within('410225201'));
    expect(await found(['410225201', '330381'], keys)).toEqual(within('410225201', '330381'));
    expect(await found([], keys)).toEqual(within());
  });

  test('one that is nowhere leaves the others as they are', async () => {
    expect(await found([COUNTY], ['410225299', '410225201', "' OR 1 = 1 --"])).toEqual([null, '410225201', null]);
  });

  test('are observed as one statement, however few or many', async () => {
    for (const count of [1, 3, 6]) expect(await opened.statementsOf(() => found([COUNTY], TOWNSHIPS.slice(0, count)))).toHaveLength(1);
  });
});
