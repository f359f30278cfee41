import fc from 'fast-check';
import { makeAcceptanceNumber, parseAcceptanceNumber } from './acceptance-number';
import { addDays } from './calendar';

const IMPLEMENTATION_CODE = '12441500196720244T3442199806003';
const LIVE = `${IMPLEMENTATION_CODE}202206230068`;
const malformed = expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'MALFORMED_ACCEPTANCE_NUMBER' });

test('a live number is taken apart and put together again', () => {
  const parts = { implementationCode: IMPLEMENTATION_CODE, day: '2022-06-23', serial: 68 };
  expect(parseAcceptanceNumber(` ${LIVE}`)).toEqual({ number: LIVE, ...parts });
  expect(makeAcceptanceNumber(parts)).toBe(LIVE);
  expect(LIVE).toHaveLength(43);
});

test('making and parsing are inverse', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2015-01-01', n));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 9999 }), (day, serial) => {
      const parts = { implementationCode: IMPLEMENTATION_CODE, day, serial };
      const number = makeAcceptanceNumber(parts);
      expect(parseAcceptanceNumber(number)).toEqual({ number, ...parts });
    }),
  );
});

test.each([
  ['no serial', LIVE.slice(0, 39)],
  ['serial 0000', `${IMPLEMENTATION_CODE}202206230000`],
  ['a day that does not exist', `${IMPLEMENTATION_CODE}202202300001`],
  ['an implementation code with a wrong check', `12441500196720244U3442199806003202206230068`],
  ['five digits of serial', `${LIVE}1`],
  ['nothing', ''],
])('%s is refused', (_what, text) => {
  expect(() => parseAcceptanceNumber(text)).toThrow(malformed);
});

test('the 10,000th application of a day is refused and not given an old number', () => {
  const parts = { implementationCode: IMPLEMENTATION_CODE, day: '2026-11-21', serial: 10_000 };
  const exhausted = { code: 'CONFLICT', reason: 'ACCEPTANCE_SERIAL_EXHAUSTED', details: expect.objectContaining({ day: '2026-11-21' }) };
  expect(() => makeAcceptanceNumber(parts)).toThrow(expect.objectContaining(exhausted));
  expect(makeAcceptanceNumber({ ...parts, serial: 9999 })).toMatch(/9999$/);
});

test('serials start at 1 and are whole', () => {
  for (const serial of [0, -1, 1.5, Number.NaN]) {
    const parts = { implementationCode: IMPLEMENTATION_CODE, day: '2026-11-21', serial };
    expect(() => makeAcceptanceNumber(parts)).toThrow(RangeError);
  }
});

test('a number is made only of a real matter and a real day', () => {
  const parts = { implementationCode: IMPLEMENTATION_CODE, day: '2026-02-30', serial: 1 };
  expect(() => makeAcceptanceNumber(parts)).toThrow(expect.objectContaining({ reason: 'MALFORMED_DAY' }));
  expect(() => makeAcceptanceNumber({ ...parts, day: '2026-02-28', implementationCode: 'X' })).toThrow(malformed);
});
