import fc from 'fast-check';
import { demoCreditCode } from './credit-code';
import { ExerciseLevel, isImplementationCode, isLocalCode, makeImplementationCode, parseImplementationCode } from './implementation-code';

const LIVE = '12441500196720244T3442199806003';
const malformed = expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'MALFORMED_IMPLEMENTATION_CODE' });

test('a live code is taken apart and put together again', () => {
  const parts = {
    creditCode: '12441500196720244T',
    exerciseLevel: ExerciseLevel.PREFECTURE,
    basicCode: '442199806003',
  };
  expect(parseImplementationCode(` ${LIVE} `)).toEqual({ code: LIVE, ...parts });
  expect(makeImplementationCode(parts)).toBe(LIVE);
  expect(isImplementationCode(LIVE)).toBe(true);
});

test.each([
  ['too short', LIVE.slice(0, 30)],
  ['too long', `${LIVE}0`],
  ['level 0', '12441500196720244T0442199806003'],
  ['level 8', '12441500196720244T8442199806003'],
  ['a wrong check character in the credit code', '12441500196720244U3442199806003'],
  ['small letters', LIVE.toLowerCase()],
  ['nothing', ''],
])('%s is refused', (_what, text) => {
  expect(isImplementationCode(text)).toBe(false);
  expect(() => parseImplementationCode(text)).toThrow(malformed);
});

test('parts that do not fit make no code', () => {
  const parts = { creditCode: '12441500196720244T', exerciseLevel: ExerciseLevel.TOWNSHIP, basicCode: '44219980600' };
  expect(() => makeImplementationCode(parts)).toThrow(malformed);
  expect(() => makeImplementationCode({ ...parts, creditCode: '1244' })).toThrow(malformed);
});

test('making and parsing are inverse for every level', () => {
  const parts = fc.record({
    creditCode: fc.integer({ min: 0, max: 9999 }).map((serial) => demoCreditCode('11', '410225', serial)),
    exerciseLevel: fc.constantFrom(...Object.values(ExerciseLevel)),
    basicCode: fc.stringMatching(/^[0-9A-Z]{12}$/),
  });
  fc.assert(
    fc.property(parts, (made) => {
      const code = makeImplementationCode(made);
      expect(parseImplementationCode(code)).toEqual({ code, ...made });
    }),
  );
});

test.each([
  ['511A0138000000-511602000000-000-11511602008778183N-1-00', false],
  ['511A0138000000-511602000000-000-115116020087-1-00', true],
  ['511A0138000000', true],
  [`${LIVE}01`, true],
  [LIVE, false],
  ['', false],
  ['-1', false],
  ['事项1', false],
  ['a b', false],
])('"%s" is a local code: %s', (text, expected) => {
  expect(isLocalCode(text)).toBe(expected);
});
