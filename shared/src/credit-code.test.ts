import fc from 'fast-check';
import {
  CreditCodeWarning,
  creditCheckCharacter,
  demoCreditCode,
  isCreditCode,
  makeCreditCode,
  organizationCheckCharacter,
  parseCreditCode,
} from './credit-code';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const malformed = expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'MALFORMED_CREDIT_CODE' });
const wrongCheck = expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'WRONG_CREDIT_CODE_CHECK' });

test.each([
  ['11511301008778183N'],
  ['115113010833722043'],
  ['12441500196720244T'],
  ['91110000802100433B'],
  ['11330000002482162H'],
  ['11330000002482517J'],
  ['113300000024822425'],
  ['12330000727183266J'],
])('the published code %s is valid inside and out', (code) => {
  expect(isCreditCode(code)).toBe(true);
  expect(parseCreditCode(code).warnings).toEqual([]);
  expect(makeCreditCode(code.slice(0, 17))).toBe(code);
});

test.each([
  ['11', '410225', 1, '11410225DEM000014C'],
  ['12', '410225', 2, '12410225DEM0000224'],
  ['91', '410225', 4, '91410225DEM000049N'],
  ['92', '410225', 5, '92410225DEM000057E'],
  ['N2', '410225', 6, 'N2410225DEM000065U'],
])('the demo code of %s in %s, number %i, is %s', (prefix, division, serial, code) => {
  expect(demoCreditCode(prefix, division, serial)).toBe(code);
  expect(parseCreditCode(code).warnings).toEqual([]);
});

test('a code is taken apart', () => {
  expect(parseCreditCode(' 12441500196720244t ')).toEqual({
    code: '12441500196720244T',
    register: '1',
    category: '2',
    divisionCode: '441500',
    organizationCode: '196720244',
    warnings: [],
  });
});

test('a right organisation code does not make up for a wrong check character', () => {
  expect(() => parseCreditCode('11330000002482197H')).toThrow(wrongCheck);
  expect(isCreditCode('113300000024821974')).toBe(true);
});

test('a wrong inner check is a warning, not a refusal', () => {
  const odd = makeCreditCode('12441500196720245');
  expect(isCreditCode(odd)).toBe(true);
  expect(parseCreditCode(odd).warnings).toEqual([CreditCodeWarning.ORGANIZATION_CODE_CHECK]);
});

test.each(['', '1244150019672024', '12441500196720244T0', '12441500I96720244T', '124415OO196720244T', '１２441500196720244T'])(
  '"%s" is malformed',
  (text) => {
    expect(isCreditCode(text)).toBe(false);
    expect(() => parseCreditCode(text)).toThrow(malformed);
  },
);

test('a check character is not computed over too little or over strange characters', () => {
  expect(() => creditCheckCharacter('1244150019672024')).toThrow(malformed);
  expect(() => creditCheckCharacter('1244150019672024O')).toThrow(malformed);
  expect(() => organizationCheckCharacter('1967202')).toThrow(malformed);
  expect(() => organizationCheckCharacter('1967202-')).toThrow(malformed);
});

test('a refusal does not repeat the code', () => {
  const message = expect.stringContaining('92410225DEM000057F');
  expect(() => parseCreditCode('92410225DEM000057F')).toThrow(wrongCheck);
  expect(() => parseCreditCode('92410225DEM000057F')).toThrow(expect.not.objectContaining({ message }));
});

const codes = fc
  .tuple(fc.constantFrom('11', '12', '51', '91', '92', 'N2'), fc.integer({ min: 110000, max: 999999 }), fc.integer({ min: 0, max: 9999 }))
  .map(([prefix, division, serial]) => demoCreditCode(prefix, String(division), serial));

test('every made code is valid', () => {
  fc.assert(fc.property(codes, (code) => isCreditCode(code) && parseCreditCode(code).code === code));
});

test('any one wrong character is caught', () => {
  const corruptions = fc.tuple(codes, fc.integer({ min: 0, max: 17 }), fc.constantFrom(...ALPHABET));
  fc.assert(
    fc.property(corruptions, ([code, place, character]) => {
      fc.pre(code[place] !== character);
      expect(isCreditCode(code.slice(0, place) + character + code.slice(place + 1))).toBe(false);
    }),
  );
});

test.each([-1, 10_000, 1.5])('there is no demo code number %d', (serial) => {
  expect(() => demoCreditCode('11', '410225', serial)).toThrow(RangeError);
});
