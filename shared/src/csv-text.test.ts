import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { csvRows } from './csv-rows';
import { csvFile, csvString, encodingOf } from './csv-text';

const directory = mkdtempSync(path.join(tmpdir(), 'csv-'));
afterAll(() => rmSync(directory, { recursive: true }));

const TEXT = 'code,name\n410225201,三义寨乡\n410225206,孟寨乡\n';
/** “三义寨乡”, “孟寨乡” as a spreadsheet on Chinese Windows writes them. */
const GBK = Buffer.concat([
  Buffer.from('code,name\n410225201,'),
  Buffer.from('c8fdd2e5d5afcfe7', 'hex'),
  Buffer.from('\n410225206,'),
  Buffer.from('c3cfd5afcfe7', 'hex'),
  Buffer.from('\n'),
]);

async function rowsIn(bytes: Buffer | string): Promise<unknown[]> {
  const file = path.join(directory, 'file.csv');
  writeFileSync(file, bytes);
  return all(await csvFile(file));
}

async function all(text: Awaited<ReturnType<typeof csvFile>>): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const row of csvRows(text, ['code', 'name']))
    rows.push('error' in row ? [row.line, row.error.reason] : [row.line, row.values.code, row.values.name]);
  return rows;
}

const BOTH = [
  [2, '410225201', '三义寨乡'],
  [3, '410225206', '孟寨乡'],
];

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['GBK', GBK],
  ['Windows line ends', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
])('%s is read', async (_, bytes) => {
  expect(await rowsIn(bytes)).toEqual(BOTH);
});

test.each([['bytes that are no text', Buffer.from([0x63, 0xff, 0x00, 0xff, 0x81])]])('%s are refused clearly', async (_, bytes) => {
  await expect(rowsIn(bytes)).rejects.toMatchObject({ reason: 'ENCODING_UNKNOWN' });
});

test('a file that turns into another encoding halfway is refused, not read as rubbish', async () => {
  const long = Buffer.concat([Buffer.from(`code,name\n${'410225201,三义寨乡\n'.repeat(20_000)}`), Buffer.from('c8fdd2e5d5afcfe7', 'hex')]);
  await expect(rowsIn(long)).rejects.toMatchObject({ reason: 'ENCODING_UNKNOWN' });
});

test('a sample that ends within a character is still UTF-8', () => {
  expect(encodingOf(Buffer.from('三义寨').subarray(0, 7))).toBe('utf-8');
});

test('a missing file, a missing column and an empty file are refused by name', async () => {
  await expect(csvFile(path.join(directory, 'none.csv'))).rejects.toMatchObject({ reason: 'FILE_UNREADABLE' });
  await expect(csvFile(directory)).rejects.toMatchObject({ reason: 'FILE_UNREADABLE' });
  await expect(rowsIn('code,title\n1,2\n')).rejects.toMatchObject({ reason: 'COLUMNS_MISSING', details: { columns: ['name'] } });
  await expect(rowsIn('')).rejects.toMatchObject({ reason: 'COLUMNS_MISSING' });
});

test('half a row and a quote left open are bad rows with their line, and the rest is read', async () => {
  expect(await rowsIn('code,name\n410225201\n410225206,孟寨乡\n')).toEqual([
    [2, 'ROW_WIDTH'],
    [3, '410225206', '孟寨乡'],
  ]);
  expect(await rowsIn('code,name\n410225206,孟寨乡\n410225207,"许河')).toEqual([
    [2, '410225206', '孟寨乡'],
    [3, 'ROW_MALFORMED'],
  ]);
});

test('a text of a request is read the same way', async () => {
  expect(await all(csvString(TEXT))).toEqual(BOTH);
});
