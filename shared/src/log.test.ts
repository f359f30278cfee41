import fc from 'fast-check';
import { ENGINES, freshDatabase } from '../testing/database';
import { LEDGER_SCHEMA, Ledger } from '../testing/ledger';
import { createLog, logOfRequest } from './log';
import { maskPersonalData } from './masking';

function capture(level = 'info') {
  const lines: string[] = [];
  const log = createLog({ name: 'test', level, destination: { write: (line: string) => void lines.push(line) } });
  return { log, lines };
}

test.each([
  ['a citizen number', '身份证 410225199003071234 已登记', '身份证 *** 已登记'],
  ['a citizen number that ends in X', '41022519900307123X', '***'],
  ['a mobile number beside Chinese text', '联系电话13812345678。', '联系电话***。'],
  ['a mobile number after an escaped line break', '{"msg":"tel\\n13812345678"}', '{"msg":"tel\\n***"}'],
  ['a mobile number in groups', '138-1234-5678 / 138 1234 5678', '*** / ***'],
  ['a mobile number with the country code', '+8613812345678', '***'],
  ['a mobile number with the country code as it is dialled', '008613812345678', '***'],
  ['a mobile number right behind a word', 'phone13812345678', 'phone***'],
])('%s is masked', (_, line, expected) => {
  expect(maskPersonalData(line)).toBe(expected);
});

test.each([
  ['a UUID whose last group looks like a mobile number', '019a8e5c-1b2c-7def-8a3b-13812345678a'],
  ['a UUID that ends in a mobile number', '019a8e5c-1b2c-7def-8a3b-a13812345678'],
  ['a UUID that begins with a mobile number in groups', 'e1337608-1264-4966-a81d-c67409a8c919'],
  ['a UUID in whose middle a mobile number stands in groups', '019a8e5c-1381-2345-8678-b3812345678a'],
  ['a hash that ends in a mobile number', 'c0ffee13812345678'],
  ['a millisecond time', '{"time":1795255200000}'],
  ['a division code', '410225201001'],
  ['a credit code', '91410225MA3X12345K'],
])('%s stays as it is', (_, line) => {
  expect(maskPersonalData(line)).toBe(line);
});

test('no UUID is changed, whatever digits it has', () => {
  const digits = fc.string({ unit: fc.constantFrom('1', '3', '8', 'a'), minLength: 32, maxLength: 32 });
  const uuid = digits.map((hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
  fc.assert(
    fc.property(uuid, (id) => maskPersonalData(`{"requestId":"${id}"}`) === `{"requestId":"${id}"}`),
    { numRuns: 2000 },
  );
});

test('a mobile number beside a UUID is masked', () => {
  const id = 'e1337608-1264-4966-a81d-c67409a8c919';
  expect(maskPersonalData(`13812345678 ${id},138-1234-5678`)).toBe(`*** ${id},***`);
});

test('a bare number is masked without breaking the JSON', () => {
  expect(JSON.parse(maskPersonalData(JSON.stringify({ phone: 13812345678, list: [13812345678] })))).toEqual({ phone: 0, list: [0] });
  expect(() => JSON.parse(maskPersonalData(JSON.stringify({ below: -13812345678, between: 13812345678.5 })))).not.toThrow();
});

test('a personal number in an error message and in a nested field never reaches the sink', () => {
  const { log, lines } = capture();
  log.error({ err: new Error('duplicate entry 13812345678'), input: { idNumber: '410225199003071234' } }, 'refused 13812345678');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/13812345678|410225199003071234/);
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'error', name: 'test', msg: 'refused ***' });
});

test.each(ENGINES)('what a statement that failed on %s was to write never reaches the sink', async (engine) => {
  const { database, close } = await freshDatabase(engine, LEDGER_SCHEMA);
  const ledger = { id: 'l-1', divisionCode: '410225201', keeper: '王小芳', phone: null, total: 0, version: 1 };
  const { log, lines } = capture();
  await database.manager.insert(Ledger, ledger);
  await database.manager.insert(Ledger, ledger).catch((err) => log.child({ subgraph: 'ledger' }).error({ err }, 'failed'));
  await close();
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('王小芳');
  expect(JSON.parse(lines[0]!).err).toMatchObject({
    type: 'QueryFailedError',
    query: expect.stringContaining('INSERT INTO'),
    code: expect.any(String),
  });
});

test('the log of a request carries its id on each line', () => {
  const { log, lines } = capture();
  logOfRequest(log, 'request-1').info('hello');
  expect(JSON.parse(lines[0]!)).toMatchObject({ requestId: 'request-1', msg: 'hello' });
});

test('a log made under jest without a level says nothing', () => {
  expect(createLog({ name: 'test' }).level).toBe('silent');
});
