import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asking, viewerOf } from '../../testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '../../testing/database';
import { createLedgerSubgraph, LEDGER_SCHEMA, Ledger } from '../../testing/ledger';
import { DIGEST_ALGORITHMS, type DigestAlgorithm } from '../digest-algorithm';
import { insertAll } from '../insert-all';
import { CHAIN_START, chainHash } from './audit-chain';
import { type ExportedHead, readHeads } from './audit-heads';
import { AuditRecord } from './audit-record.entity';
import { verifyAudit } from './audit-verification';

const TOWNSHIP = viewerOf(['410225201'], ['matters:read', 'matters:handle', 'audit:read']);
const AUDIT = `query ($filter: AuditFilter, $orderBy: AuditOrder! = OLDEST) { ledgerAudit(filter: $filter, orderBy: $orderBy) {
  totalCount nodes { sequence action subject outcome reason purpose requestId targets { type id fields } divisions hash algorithm } } }`;

describe.each(ENGINES)('the audit trail on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  const clock = () => new Date('2026-11-22T01:00:00.123Z');

  const open = async (auditAlgorithm?: DigestAlgorithm) => {
    const { execute } = await createLedgerSubgraph({ database: opened.database, clock, auditAlgorithm });
    ask = asking(execute);
  };

  beforeEach(async () => {
    opened = await freshDatabase(engine, LEDGER_SCHEMA);
    await open();
    for (const [id, divisionCode] of [
      ['l-1', '410225201'],
      ['l-2', '410225202'],
    ] as const)
      await opened.database.manager.insert(Ledger, { id, divisionCode, keeper: '示例甲', phone: '13800000000', total: 0, version: 1 });
  });

  afterEach(() => opened.close());

  const append = (ledgerId: string, viewer = TOWNSHIP) =>
    ask('mutation ($input: AppendEntryInput!) { appendEntry(input: $input) { version } }', viewer, { input: { ledgerId, words: '一' } });
  const records = () => opened.database.manager.find(AuditRecord, { order: { sequence: 'ASC' } });
  const verify = (exported: readonly ExportedHead[] = []) => verifyAudit(opened.database, 'ledger', exported);
  const findings = async (exported?: readonly ExportedHead[]) =>
    (await verify(exported)).findings.map(({ tampering, sequence }) => `${tampering} ${sequence}`);
  const fill = async (count = 6) => {
    for (let number = 0; number < count; number += 1) await append('l-1');
    return records();
  };
  const write = async (each: readonly AuditRecord[]) => {
    await opened.database.query('DELETE FROM audit_record');
    await opened.database.manager.transaction((tx) => insertAll(tx, AuditRecord, each));
  };
  /** What somebody who knows the rule would write: a chain that holds in itself. */
  const rechained = (each: readonly AuditRecord[]) => {
    let { previousHash } = each[0]!;
    return each.map((record) => {
      const next = { ...record, previousHash };
      previousHash = chainHash('ledger', next);
      return { ...next, hash: previousHash };
    });
  };
  const headOf = ({ sequence, hash }: AuditRecord): ExportedHead => ({ subgraph: 'ledger', sequence, hash, at: clock().toISOString() });

  test('an untouched trail holds, to the last record', async () => {
    const trail = await fill();
    expect(await verify(trail.map(headOf))).toEqual({ records: 6, findings: [] });
  });

  test('an empty trail holds', async () => {
    expect(await verify()).toEqual({ records: 0, findings: [] });
  });

  test.each([
    ['who', { subject: 'somebody else' }],
    ['when', { at: new Date('2026-11-21T01:00:00.123Z') }],
    ['what', { action: 'readEntry' }],
    ['on what', { targets: [{ type: 'Ledger', id: 'l-9', fields: [] }] }],
    ['as whom', { divisions: ['330381'] }],
    ['where', { divisionCode: '330381' }],
    ['what for', { purpose: '另有目的' }],
    ['the outcome', { outcome: 'REFUSED' }],
    ['the request', { requestId: 'another' }],
    ['its hash', { hash: 'f'.repeat(64) }],
    ['the algorithm', { algorithm: 'md99' }],
  ])('a record in which %s was changed is found and named', async (_, change) => {
    const trail = await fill();
    await write(trail.map((record) => (record.sequence === 3 ? Object.assign(record, change) : record)));
    expect(await findings()).toContain('CHANGED 3');
  });

  test('a record that was removed is found', async () => {
    const trail = await fill();
    await write(trail.filter(({ sequence }) => sequence !== 3));
    expect(await findings()).toContain('REMOVED 3');
  });

  test('a record removed with the gap closed is found', async () => {
    const trail = await fill();
    const closed = trail.filter(({ sequence }) => sequence !== 3).map((record, index) => ({ ...record, sequence: index + 1 }));
    await write(closed);
    expect(await findings()).toContain('REORDERED 3');
  });

  test('a record that was put in is found', async () => {
    const trail = await fill();
    const forged = { ...trail[2]!, subject: 'nobody', previousHash: 'a'.repeat(64) };
    const inserted = { ...forged, hash: chainHash('ledger', forged) };
    await write([...trail.slice(0, 2), inserted, ...trail.slice(2).map((record) => ({ ...record, sequence: record.sequence + 1 }))]);
    expect(await findings()).toContain('INSERTED 3');
  });

  // SQLite takes any value for a number.
  const NEVER_GIVEN = engine === 'sqlite' ? [-5, 0, 2.5, 'x'] : [-5, 0];

  test.each(NEVER_GIVEN)('a record that was put in under the number %s is found', async (number) => {
    const trail = await fill(3);
    const sequence = number as number;
    const before = trail.findLast((record) => record.sequence < sequence);
    const forged = { ...trail[2]!, sequence, subject: 'nobody', previousHash: before?.hash ?? CHAIN_START };
    await write([...trail, { ...forged, hash: chainHash('ledger', forged) }]);
    expect(await findings(trail.map(headOf))).toEqual([`INSERTED ${number}`]);
  });

  test('a record that was put in behind the last is found, by the database’s own head', async () => {
    const trail = await fill(3);
    const forged = { ...trail[2]!, sequence: 4, subject: 'nobody', previousHash: trail[2]!.hash };
    await write([...trail, { ...forged, hash: chainHash('ledger', forged) }]);
    expect(await findings()).toEqual(['INSERTED 4']);
  });

  test('a number far away is one finding, not one for each number that it leaves out', async () => {
    const trail = await fill(3);
    await write([trail[0]!, trail[1]!, { ...trail[2]!, sequence: 2_000_000_000 }]);
    expect((await verify()).findings).toMatchObject([
      { tampering: 'REMOVED', sequence: 3, detail: expect.stringContaining('#3 to #1999999999') },
      { tampering: 'CHANGED', sequence: 2_000_000_000 },
      { tampering: 'INSERTED', sequence: 4 },
    ]);
  });

  test('a trail of which hundreds of thousands of records are gone is told in one sentence', async () => {
    const [first] = await fill(1);
    const exported = Array.from({ length: 300_000 }, (_, index) => ({ ...headOf(first!), sequence: index + 1 }));
    expect(await findings(exported)).toEqual(['CUT 2']);
  });

  test('records that changed places are found', async () => {
    const trail = await fill();
    const [three, four] = [trail[2]!, trail[3]!];
    await write([...trail.slice(0, 2), { ...four, sequence: 3 }, { ...three, sequence: 4 }, ...trail.slice(4)]);
    expect((await findings()).filter((each) => each.startsWith('REORDERED'))).toEqual(['REORDERED 3', 'REORDERED 4']);
  });

  test('a trail whose end was cut off is found, by the database’s own head', async () => {
    const trail = await fill();
    await write(trail.slice(0, 4));
    expect(await findings()).toEqual(['CUT 5']);
  });

  test('and by the exported heads when the database’s own head was set back with it', async () => {
    const trail = await fill();
    await write(trail.slice(0, 4));
    await opened.database.query(`UPDATE journal_head SET auditSequence = 4, auditHash = '${trail[3]!.hash}'`);
    expect(await findings()).toEqual([]);
    expect(await findings(trail.map(headOf))).toEqual(['CUT 5']);
    await write([]);
    await opened.database.query(`UPDATE journal_head SET auditSequence = 0, auditHash = '${'0'.repeat(64)}'`);
    expect(await findings([headOf(trail[5]!)])).toEqual(['CUT 1']);
  });

  test('a chain rewritten as a whole is found by a head that was exported before', async () => {
    const trail = await fill();
    const rewritten = rechained(trail.map((record) => (record.sequence === 2 ? { ...record, subject: 'another' } : record)));
    await write(rewritten);
    await opened.database.query(`UPDATE journal_head SET auditHash = '${rewritten[5]!.hash}'`);
    expect(await findings()).toEqual([]);
    expect(await findings([headOf(trail[4]!)])).toEqual(['REWRITTEN 5']);
  });

  test('a trail that was cut and has grown again is found by the head that was exported first', async () => {
    const trail = await fill();
    await write(trail.slice(0, 4));
    await opened.database.query(`UPDATE journal_head SET auditSequence = 4, auditHash = '${trail[3]!.hash}'`);
    for (let number = 0; number < 2; number += 1) await append('l-1', { ...TOWNSHIP, subject: 'another' });
    const grown = await records();
    expect(await findings(grown.map(headOf))).toEqual([]);
    expect((await findings([...trail, ...grown].map(headOf)))[0]).toBe('REWRITTEN 5');
  });

  test('the chain of one subgraph is not another’s', async () => {
    await fill(1);
    expect((await verifyAudit(opened.database, 'matters', [])).findings).toMatchObject([{ tampering: 'CHANGED', sequence: 1 }]);
  });

  test('a trail goes on with SM3 where SHA-256 began it, and back', async () => {
    await fill(2);
    await open('sm3');
    await append('l-1');
    await open('sha256');
    await append('l-1');
    expect((await records()).map(({ algorithm }) => algorithm)).toEqual(['sha256', 'sha256', 'sm3', 'sha256']);
    expect(await findings()).toEqual([]);
    expect(DIGEST_ALGORITHMS).toEqual(['sha256', 'sm3']);
  });

  test('words of all kinds come back from the database as they were hashed', async () => {
    const viewer = { ...TOWNSHIP, subject: '  王芳\u{20BB7}\ud800 ‮é\u0301 \\" ', organization: '11410225DEM012015M' };
    await ask(
      '{ ledger(id: "l-1") { keeper } }',
      { ...viewer, scopes: [...viewer.scopes, 'pii:read'] },
      {},
      { purpose: '核对信息 \u{1F600}' },
    );
    expect(await verify()).toEqual({ records: 1, findings: [] });
  });

  test('auditors read what was done in their divisions, newest or oldest first, and nobody else’s', async () => {
    const county = viewerOf(['410225'], ['matters:read', 'matters:handle', 'audit:read']);
    await append('l-1');
    await append('l-2', county);
    await append('l-2', { ...TOWNSHIP, subject: 'intruder' });
    const seen = async (viewer = TOWNSHIP, variables = {}) =>
      (await ask(AUDIT, viewer, variables)).data.ledgerAudit.nodes.map(({ sequence }: { sequence: number }) => sequence);
    expect(await seen()).toEqual([1, 3]);
    expect(await seen(viewerOf(['410225202'], ['audit:read']))).toEqual([2]);
    expect(await seen(county, { orderBy: 'NEWEST' })).toEqual([3, 2, 1]);
    expect(await seen(viewerOf(['330381'], ['audit:read']))).toEqual([]);
    for (const [filter, expected] of [
      [{ subject: 'intruder' }, [3]],
      [{ outcome: 'REFUSED' }, [3]],
      [{ targetId: 'l-2' }, [2]],
      [{ targetId: '%' }, []],
      [{ divisionCode: '410225202' }, [2]],
      [{ action: 'appendEntry', kind: 'COMMAND' }, [1, 2, 3]],
      [{ kind: 'PERSONAL_DATA_READING' }, []],
      [{ requestId: 'test' }, [1, 2, 3]],
      [{ at: { from: clock().toISOString() } }, [1, 2, 3]],
      [{ at: { to: clock().toISOString() } }, []],
    ] as const)
      expect([filter, await seen(county, { filter })]).toEqual([filter, expected]);
  });

  test('without audit:read the trail is closed', async () => {
    const { errors } = await ask(AUDIT, viewerOf(['410225201'], ['matters:read']));
    expect(errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'SCOPE_MISSING', scope: 'audit:read' });
  });
});

test('a line that a crash cut off is passed over; a line that is no head is named', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-heads-'));
  const file = path.join(directory, 'heads.jsonl');
  const head = { subgraph: 'ledger', sequence: 1, hash: 'a', at: 'b' };
  appendFileSync(file, `${JSON.stringify(head)}\n{"subgraph":"led`);
  expect(await readHeads(file)).toEqual([head]);
  appendFileSync(file, '\n');
  await expect(readHeads(file)).rejects.toThrow(/heads\.jsonl:2 is not an exported head/);
  rmSync(directory, { recursive: true });
});
