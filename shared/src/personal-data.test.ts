import { asking, viewerOf } from '../testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '../testing/database';
import { createLedgerSubgraph, LEDGER_SCHEMA, Ledger } from '../testing/ledger';
import { AuditRecord } from './audit/audit-record.entity';
import type { Scope, Viewer } from './viewer';

const QUERY = '{ ledger(id: "l-1") { keeper phone total } }';
const MASKED = { keeper: '示*', phone: '138****0000', total: 0 };
const CLEAR = { keeper: '示例甲', phone: '13800000000', total: 0 };
const PURPOSE = '核对台账保管人信息';
const READER: Scope[] = ['matters:read', 'matters:handle', 'pii:read'];

describe.each(ENGINES)('personal data on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let now: Date;

  beforeAll(async () => {
    opened = await freshDatabase(engine, LEDGER_SCHEMA);
    const { execute } = await createLedgerSubgraph({ database: opened.database, clock: () => now });
    ask = asking(execute);
  });

  beforeEach(async () => {
    now = new Date('2026-11-22T01:00:00.000Z');
    const { manager } = opened.database;
    for (const table of ['ledger', 'ledger_entry', 'audit_record']) await manager.query(`DELETE FROM ${table}`);
    await manager.insert(Ledger, { id: 'l-1', divisionCode: '410225201', keeper: '示例甲', phone: '13800000000', total: 0, version: 1 });
  });

  afterAll(() => opened.close());

  const seen = async (viewer: Viewer, purpose: string | null, query = QUERY) => (await ask(query, viewer, {}, { purpose })).data?.ledger;
  const records = () => opened.database.manager.find(AuditRecord);

  test.each<[string, Viewer, string | null]>([
    ['without pii:read', viewerOf(['410225201'], ['matters:read']), PURPOSE],
    ['without a purpose', viewerOf(['410225201'], READER), null],
  ])('%s it is masked, and nothing is recorded', async (_, viewer, purpose) => {
    expect(await seen(viewer, purpose)).toEqual(MASKED);
    expect(await records()).toEqual([]);
  });

  test('with pii:read and a purpose it is clear, and who read what for what is on record', async () => {
    expect(await seen(viewerOf(['410225'], READER), PURPOSE)).toEqual(CLEAR);
    expect(await records()).toMatchObject([
      {
        kind: 'PERSONAL_DATA_READING',
        action: 'READ',
        subject: 'tester',
        divisions: ['410225'],
        divisionCode: '410225201',
        targets: [{ type: 'Ledger', id: 'l-1', fields: ['keeper', 'phone'] }],
        purpose: PURPOSE,
        requestId: 'test',
        outcome: 'DONE',
      },
    ]);
  });

  test('a field that was not asked for was not read', async () => {
    await seen(viewerOf(['410225'], READER), PURPOSE, '{ ledger(id: "l-1") { total } }');
    await seen(viewerOf(['410225'], READER), PURPOSE, '{ ledger(id: "l-1") { total keeper @skip(if: true) } }');
    expect(await records()).toEqual([]);
    await seen(viewerOf(['410225'], READER), PURPOSE, '{ ledger(id: "l-1") { who: keeper } }');
    expect(await records()).toMatchObject([{ targets: [{ fields: ['keeper'] }] }]);
  });

  test('nothing that is null was read', async () => {
    await opened.database.manager.update(Ledger, { id: 'l-1' }, { keeper: null, phone: null });
    expect(await seen(viewerOf(['410225'], READER), PURPOSE)).toEqual({ keeper: null, phone: null, total: 0 });
    expect(await records()).toEqual([]);
  });

  test('among other words it is masked, or clear and on record, piece by piece', async () => {
    const line = (viewer: Viewer, purpose: string | null) => seen(viewer, purpose, '{ ledger(id: "l-1") { line } }');
    expect(await line(viewerOf(['410225'], READER), null)).toEqual({ line: '第1册由示*保管（138****0000）' });
    expect(await records()).toEqual([]);
    expect(await line(viewerOf(['410225'], READER), PURPOSE)).toEqual({ line: '第1册由示例甲保管（13800000000）' });
    expect(await records()).toMatchObject([{ targets: [{ type: 'Ledger', id: 'l-1', fields: ['line'] }] }]);
    await opened.database.manager.update(Ledger, { id: 'l-1' }, { keeper: null, phone: null });
    expect(await line(viewerOf(['410225'], READER), PURPOSE)).toEqual({ line: '第1册由无人保管（无）' });
    expect(await records()).toHaveLength(1);
  });

  test('a duty that ended yesterday reads no more', async () => {
    const viewer = { ...viewerOf([], READER), divisions: [{ code: '410225201', until: '2026-11-22' }] };
    expect(await seen(viewer, PURPOSE)).toEqual(CLEAR);
    now = new Date('2026-11-22T16:00:00.000Z');
    expect(await seen(viewer, PURPOSE)).toBeNull();
  });

  test('what a command answers is guarded as well', async () => {
    const append = (viewer: Viewer, purpose: string | null) =>
      ask('mutation { appendEntry(input: { ledgerId: "l-1", words: "一" }) { keeper } }', viewer, {}, { purpose });
    expect((await append(viewerOf(['410225'], ['matters:read', 'matters:handle']), PURPOSE)).data.appendEntry).toEqual({ keeper: '示*' });
    expect((await append(viewerOf(['410225'], READER), PURPOSE)).data.appendEntry).toEqual({ keeper: '示例甲' });
    expect((await records()).map(({ kind }) => kind)).toEqual(['COMMAND', 'COMMAND', 'PERSONAL_DATA_READING']);
  });

  test('numbers of persons in a stated purpose are not written down', async () => {
    await seen(viewerOf(['410225'], READER), '核对 410225199003071234 的电话 13812345678');
    expect((await records())[0]!.purpose).toBe('核对 *** 的电话 ***');
  });

  test('a reading that cannot be recorded shows nothing', async () => {
    const { manager } = opened.database;
    await manager.query('ALTER TABLE audit_record RENAME TO audit_record_away');
    try {
      const { data, errors } = await ask(QUERY, viewerOf(['410225'], READER), {}, { purpose: PURPOSE });
      expect(data).toBeNull();
      expect(errors![0]!.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
      expect(JSON.stringify(errors)).not.toMatch(/示例甲|13800000000|audit_record/);
      expect(await seen(viewerOf(['410225'], ['matters:read']), PURPOSE)).toEqual(MASKED);
    } finally {
      await manager.query('ALTER TABLE audit_record_away RENAME TO audit_record');
    }
  });
});
