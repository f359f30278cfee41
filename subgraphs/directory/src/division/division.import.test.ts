import { importCsv } from '@township-graph/shared/csv-import';
import { type CsvText, csvString } from '@township-graph/shared/csv-text';
import { ImportCheckpoint } from '@township-graph/shared/import-checkpoint';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { DIRECTORY_SCHEMA } from '../database';
import { createDirectorySubgraph } from '../subgraph';
import { Division } from './division.entity';
import { divisionImport } from './division.import';

const PROVINCES = 'code,name\n44,"广东省"\n';
const CITIES = 'code,name,provinceCode\n4419,"东莞市",44\n';
const STREETS = 'code,name,areaCode,provinceCode,cityCode\n441900003,"东城街道",441900,44,4419\n441900004,"南城街道",441900,44,4419\n';
const villages = (count: number) =>
  `code,name,streetCode,provinceCode,cityCode,areaCode\n${Array.from({ length: count }, (_, index) => `441900003${200 + index},"第${index}村",441900003,44,4419,441900`).join('\n')}\n`;

describe.each(ENGINES)('many who import divisions at once on %s', (engine) => {
  let opened: TestDatabase;
  let send: (csv: string) => Promise<{ rows: number; inserted: number; updated: number; unchanged: number }>;

  beforeEach(async () => {
    opened = await freshDatabase(engine, DIRECTORY_SCHEMA);
    const ask = asking((await createDirectorySubgraph({ database: opened.database })).execute);
    const mutation = 'mutation ($input: ImportDivisionsInput!) { importDivisions(input: $input) { inserted updated unchanged } }';
    send = async (csv) => (await ask(mutation, viewerOf(['441900'], ['directory:manage']), { input: { csv } })).data?.importDivisions;
  });

  afterEach(() => opened.close());

  test('find that one of them was first', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(STREETS)));
    expect(answers.map((answer) => answer?.inserted).sort()).toEqual([0, 0, 0, 0, 0, 2]);
    expect(answers.map((answer) => answer?.unchanged).sort()).toEqual([0, 2, 2, 2, 2, 2]);
  });

  test('give each name a version of its own', async () => {
    await send(STREETS);
    const renamed = await Promise.all(Array.from({ length: 6 }, (_, index) => send(`code,name\n441900003,"街道${index}"\n`)));
    const { version } = await opened.database.manager.findOneByOrFail(Division, { code: '441900003' });
    expect(version).toBe(1 + renamed.filter(({ updated }) => updated === 1).length);
    expect(version).toBe(7);
  });
});

describe.each(ENGINES)('importing divisions on %s', (engine) => {
  let opened: TestDatabase;
  const load = (csv: string | CsvText, options = {}) =>
    importCsv(
      opened.database.manager,
      typeof csv === 'string' ? csvString(csv) : csv,
      () => divisionImport({ validFrom: '2023-06-30', today: '2026-01-05' }),
      options,
    );
  const count = () => opened.database.manager.count(Division);

  beforeEach(async () => {
    opened = await freshDatabase(engine, DIRECTORY_SCHEMA);
  });

  afterEach(() => opened.close());

  test('all levels are taken with their parents, kinds and the day of the snapshot', async () => {
    for (const csv of [PROVINCES, CITIES, STREETS, villages(3)]) expect(await load(csv)).toMatchObject({ bad: 0, isWritten: true });
    const rows = await opened.database.manager.find(Division, { order: { code: 'ASC' } });
    expect(rows.map(({ code, parentCode, level, kind, validFrom }) => [code, parentCode, level, kind, validFrom])).toEqual([
      ['440000', null, 'PROVINCE', null, '2023-06-30'],
      ['441900', '440000', 'PREFECTURE', null, '2023-06-30'],
      ['441900003', '441900', 'TOWNSHIP', 'SUBDISTRICT', '2023-06-30'],
      ['441900003200', '441900003', 'VILLAGE', 'VILLAGERS_COMMITTEE', '2023-06-30'],
      ['441900003201', '441900003', 'VILLAGE', 'VILLAGERS_COMMITTEE', '2023-06-30'],
      ['441900003202', '441900003', 'VILLAGE', 'VILLAGERS_COMMITTEE', '2023-06-30'],
      ['441900004', '441900', 'TOWNSHIP', 'SUBDISTRICT', '2023-06-30'],
    ]);
  });

  test('the same file again changes nothing; a new name renames', async () => {
    await load(STREETS);
    expect(await load(STREETS)).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
    expect(await load(STREETS.replace('南城', '新城'))).toMatchObject({ inserted: 0, updated: 1, unchanged: 1 });
    expect(await opened.database.manager.findOneByOrFail(Division, { code: '441900004' })).toMatchObject({ name: '新城街道', version: 2 });
  });

  test('a file with bad rows is refused whole, each with its line; the good ones are taken only when asked', async () => {
    await load(STREETS);
    const before = await count();
    const csv = [
      'code,name,streetCode',
      '441900003200,甲村,441900003',
      '44190000320,乙村,441900003',
      '441900003202,丙村,441900004',
      '441900003203,,441900003',
      '441900003200,甲村,441900003',
      '441900009201,丁村,441900009',
      '441900003204',
      '441900003205,"戊村',
      '',
    ].join('\n');
    const refused = await load(csv);
    expect(refused.badRows.map(({ line, error }) => [line, error.reason])).toEqual([
      [3, 'MALFORMED_DIVISION_CODE'],
      [4, 'PARENT_MISMATCH'],
      [5, 'NAME_LENGTH'],
      [6, 'CODE_REPEATED'],
      [7, 'PARENT_UNKNOWN'],
      [8, 'ROW_WIDTH'],
      [9, 'ROW_MALFORMED'],
    ]);
    expect(refused).toMatchObject({ rows: 8, bad: 7, isWritten: false, inserted: 0 });
    expect(await count()).toBe(before);
    expect(await load(csv, { skipBadRows: true })).toMatchObject({ isWritten: true, inserted: 1 });
    expect(await count()).toBe(before + 1);
  });

  test('an abolished code is never taken again', async () => {
    await load(STREETS);
    await opened.database.manager.update(Division, { code: '441900004' }, { validTo: '2024-01-01' });
    expect((await load(STREETS)).badRows.map(({ error }) => error.reason)).toEqual(['DIVISION_ABOLISHED']);
  });

  test('a village needs a township that exists, or did not end yet', async () => {
    await load(STREETS);
    await opened.database.query("UPDATE division SET validTo = '2024-01-01'");
    expect((await load(villages(1))).badRows.map(({ error }) => error.reason)).toEqual(['PARENT_UNKNOWN']);
    await opened.database.query("UPDATE division SET validTo = '2099-01-01'");
    expect(await load(villages(1))).toMatchObject({ inserted: 1 });
  });

  test('an import cut off goes on after the last batch that was written, and ends as if it never stopped', async () => {
    await load(STREETS);
    const text = villages(250);
    let reading = 0;
    const dying: CsvText = {
      bytes: text.length,
      async *read() {
        reading += 1;
        const cut = reading === 2 ? text.length / 2 : text.length;
        for (let at = 0; at < cut; at += 500) yield text.slice(at, at + 500);
        if (reading === 2) throw new Error('power cut');
      },
    };
    await expect(load(dying, { batchSize: 50 })).rejects.toThrow('power cut');
    const written = (await count()) - 2;
    expect(written).toBeGreaterThan(0);
    expect(written % 50).toBe(0);
    expect(await load(text, { batchSize: 50 })).toMatchObject({ resumedAfter: written, inserted: 250 - written });
    expect(await count()).toBe(252);
    expect(await opened.database.manager.count(ImportCheckpoint)).toBe(0);
  });

  test('through the graph a clerk imports within its own divisions only', async () => {
    await load(STREETS);
    const ask = asking((await createDirectorySubgraph({ database: opened.database })).execute);
    const mutation =
      'mutation ($input: ImportDivisionsInput!) { importDivisions(input: $input) { rows inserted isWritten rejected { line reason message } } }';
    const input = { csv: 'code,name\n441900003200,甲村\n441900004200,乙村\n' };
    const clerk = viewerOf(['441900003'], ['directory:manage']);
    const { data, errors } = await ask(mutation, clerk, { input });
    expect(errors).toBeUndefined();
    expect(data.importDivisions).toEqual({
      rows: 2,
      inserted: 0,
      isWritten: false,
      rejected: [{ line: 3, reason: 'OUTSIDE_DIVISIONS', message: expect.any(String) }],
    });
    expect((await ask(mutation, clerk, { input: { ...input, skipBadRows: true } })).data.importDivisions).toMatchObject({
      inserted: 1,
      isWritten: true,
    });
    expect((await ask(mutation, viewerOf(['441900003']), { input })).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect((await ask(mutation, clerk, { input: { csv: 'nonsense' } })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'COLUMNS_MISSING',
    });
  });
});
