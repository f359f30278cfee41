import { DivisionKind, DivisionLevel, kindOf, levelOf, parentCodeOf } from '../src/division-code';
import { DEMO_COUNTIES, demoChildrenOf, demoDivision, demoDivisions, JIANGBEI, LANKAO, RUIAN } from './divisions';

const below = (code: string) => demoDivisions().filter((division) => division.code.startsWith(code) && division.code !== code);

test.each([
  [LANKAO, 22, 470],
  [RUIAN, 23, 515],
  [JIANGBEI, 8, 152],
])('%s has its %i townships and %i villages', (county, townships, villages) => {
  expect(demoChildrenOf(county)).toHaveLength(townships);
  expect(below(county).filter(({ code }) => levelOf(code) === DivisionLevel.VILLAGE)).toHaveLength(villages);
});

test('every division comes after its parent, once, and its code says the same parent', () => {
  const seen = new Set<string>();
  for (const { code, parentCode } of demoDivisions()) {
    expect(seen.has(code)).toBe(false);
    if (parentCode) expect(seen.has(parentCode)).toBe(true);
    expect(parentCode).toBe(parentCodeOf(code));
    seen.add(code);
  }
});

test('the three streets of 兰考 hold its 32 residents’ committees, the other townships its villages', () => {
  const committees = below(LANKAO).filter(({ code }) => kindOf(code) === DivisionKind.RESIDENTS_COMMITTEE);
  expect(committees).toHaveLength(32);
  expect(new Set(committees.map(({ parentCode }) => parentCode))).toEqual(new Set(['410225001', '410225002', '410225003']));
});

test('瑞安 is 12 streets, 9 towns and 2 townships', () => {
  const count = (kind: DivisionKind) => demoChildrenOf(RUIAN).filter(({ code }) => kindOf(code) === kind).length;
  expect([DivisionKind.SUBDISTRICT, DivisionKind.TOWN, DivisionKind.TOWNSHIP].map(count)).toEqual([12, 9, 2]);
});

test('the provinces above the counties are there, and 江苏省, of which figures are published', () => {
  expect(demoChildrenOf(null).map(({ name }) => name)).toEqual(['江苏省', '浙江省', '河南省']);
  expect(DEMO_COUNTIES.map((code) => demoDivision(code).name)).toEqual(['兰考县', '瑞安市', '江北区']);
  expect(() => demoDivision('999999')).toThrow('999999');
});
