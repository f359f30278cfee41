import fc from 'fast-check';
import {
  CountyKindHint,
  countyKindHint,
  covers,
  DivisionKind,
  DivisionLevel,
  kindOf,
  levelOf,
  parentCodeOf,
  parseDivisionCode,
  prefixRange,
  scopePrefixOf,
} from './division-code';

const malformed = expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'MALFORMED_DIVISION_CODE' });

test.each([
  ['410000', DivisionLevel.PROVINCE, null, '41'],
  ['410200', DivisionLevel.PREFECTURE, '410000', '4102'],
  ['410225', DivisionLevel.COUNTY, '410200', '410225'],
  ['419001', DivisionLevel.COUNTY, '419000', '419001'],
  ['410225001', DivisionLevel.TOWNSHIP, '410225', '410225001'],
  ['441900003', DivisionLevel.TOWNSHIP, '441900', '441900003'],
  ['321003011202', DivisionLevel.VILLAGE, '321003011', '321003011202'],
])('%s is a %s below %s, with scope %s', (code, level, parent, prefix) => {
  expect(levelOf(code)).toBe(level);
  expect(parentCodeOf(code)).toBe(parent);
  expect(scopePrefixOf(code)).toBe(prefix);
});

test.each([
  ['410225001000', '410225001'],
  ['410225000000', '410225'],
  ['410225000', '410225'],
  ['410200000000', '410200'],
  ['410000000000', '410000'],
  ['410225200000', '410225200'],
  [' 410225001213 ', '410225001213'],
])('the padded form %s is stored as %s', (padded, code) => {
  expect(parseDivisionCode(padded)).toBe(code);
});

test.each(['', '41', '4102', '41022', '4102250', '410225000001', '010225', '41022A', '４１０２２５', '4102250010001'])(
  '"%s" is refused as a division code',
  (text) => {
    expect(() => parseDivisionCode(text)).toThrow(malformed);
  },
);

test('a refusal does not repeat what was sent', () => {
  expect(() => parseDivisionCode('张三')).toThrow(expect.not.objectContaining({ message: expect.stringContaining('张三') }));
});

test.each([
  ['410225001', DivisionKind.SUBDISTRICT],
  ['330381002', DivisionKind.SUBDISTRICT],
  ['410225099', DivisionKind.SUBDISTRICT],
  ['330381116', DivisionKind.TOWN],
  ['320707101', DivisionKind.TOWN],
  ['410225200', DivisionKind.TOWNSHIP],
  ['410225399', DivisionKind.TOWNSHIP],
  ['410225401', DivisionKind.TOWNSHIP_EQUIVALENT],
  ['410225600', null],
  ['410225001001', DivisionKind.RESIDENTS_COMMITTEE],
  ['410225001213', DivisionKind.VILLAGERS_COMMITTEE],
  ['410225401498', DivisionKind.RESIDENTS_EQUIVALENT],
  ['410225401598', DivisionKind.VILLAGERS_EQUIVALENT],
  ['410225', null],
])('%s is by its number a %s', (code, kind) => {
  expect(kindOf(code)).toBe(kind);
});

test.each([
  ['330205', CountyKindHint.DISTRICT],
  ['410225', CountyKindHint.COUNTY],
  ['130171', CountyKindHint.STATISTICAL_UNIT],
  ['330381', CountyKindHint.COUNTY_LEVEL_CITY],
  ['419001', CountyKindHint.COUNTY_LEVEL_CITY],
  ['410200', null],
  ['410225001', null],
])('%s is shown as %s', (code, hint) => {
  expect(countyKindHint(code)).toBe(hint);
});

test.each([
  ['410225', '410225201', true],
  ['410225', '410225', true],
  ['410225', '410226', false],
  ['410200', '410225', true],
  ['410200', '410200', true],
  ['410200', '410325', false],
  ['410000', '410225201', true],
  ['410000', '420000', false],
  ['4102', '410225201', true],
  ['410225001', '410225', false],
  ['410225001000', '410225001213', true],
  ['410225001213', '410225001', false],
])('%s covers %s: %s', (above, below, expected) => {
  expect(covers(above, below)).toBe(expected);
});

test.each(['', '4', '410', '00', '%', '41022'])('"%s" is no scope, so that nothing is covered by accident', (prefix) => {
  expect(() => scopePrefixOf(prefix)).toThrow(malformed);
  expect(() => covers(prefix, '410225')).toThrow(malformed);
  expect(() => prefixRange(prefix)).toThrow(malformed);
});

test('a scope prefix is its own scope', () => {
  for (const prefix of ['41', '4102', '410225', '410225001', '410225001213']) expect(scopePrefixOf(prefix)).toBe(prefix);
});

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const codes = fc
  .tuple(fc.integer({ min: 11, max: 99 }), fc.constantFrom(4, 7, 10))
  .chain(([province, rest]) => digits(rest).map((tail) => `${province}${tail}`))
  .filter((code) => code.slice(6, 9) !== '000')
  .map(parseDivisionCode);

test('the index range holds exactly the codes that the prefix covers', () => {
  const nearby = fc.tuple(codes, codes, fc.boolean()).map(([a, b, near]) => [a, near ? a.slice(0, 6) + b.slice(6) : b] as const);
  fc.assert(
    fc.property(nearby, ([above, below]) => {
      const { from, to } = prefixRange(above);
      expect(below >= from && below < to).toBe(covers(above, below));
    }),
  );
});

test('every code is covered by its parent and by itself, and climbing ends at a province', () => {
  fc.assert(
    fc.property(codes, (code) => {
      let current = code;
      for (let parent = parentCodeOf(current); parent; parent = parentCodeOf(current)) {
        expect(covers(parent, code)).toBe(true);
        current = parent;
      }
      expect(levelOf(current)).toBe(DivisionLevel.PROVINCE);
      expect(covers(code, code)).toBe(true);
    }),
  );
});
