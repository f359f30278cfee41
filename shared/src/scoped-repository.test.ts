import type { EntityManager } from 'typeorm';
import { viewerOf } from '../testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '../testing/database';
import { LEDGER_SCHEMA, Ledger } from '../testing/ledger';
import { ScopedRepository } from './scoped-repository';
import type { Viewer } from './viewer';

const OURS = viewerOf(['410225201'], ['matters:handle']);

describe.each(ENGINES)('a change of a row on %s', (engine) => {
  let opened: TestDatabase;
  let ledgers: ScopedRepository<Ledger>;

  beforeAll(async () => {
    opened = await freshDatabase(engine, LEDGER_SCHEMA);
    const clock = () => new Date('2026-11-22T01:00:00.000Z');
    ledgers = new ScopedRepository(opened.database.manager, Ledger, { division: 'divisionCode', readScope: 'matters:read' }, clock);
  });

  beforeEach(async () => {
    await opened.database.query('DELETE FROM ledger');
    const row = { id: 'l-1', divisionCode: '410225201', keeper: null, phone: null, total: 0, version: 3 };
    await opened.database.manager.insert(Ledger, row);
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
