import { NumberKind, numberOf, numberPatternsFrom, organWordOf } from './case-number.rules';

test.each([
  ['兰考县三义寨乡人民政府', '兰三义寨'],
  ['兰考县兰阳街道办事处', '兰兰阳'],
  ['兰考县城市管理局', '兰城市管理'],
  ['瑞安市马屿镇人民政府', '瑞马屿'],
  ['开封市兰考县谷营镇人民政府', '兰谷营'],
  ['河南省开封市兰考县谷营镇人民政府', '兰谷营'],
])('%s numbers as %s', (name, word) => {
  expect(organWordOf(name)).toBe(word);
});

test('GB/T 9704-2012: hexagonal brackets, no 第, no leading zero; a word with $ stays what it is', () => {
  const { patterns } = numberPatternsFrom({});
  expect(numberOf(patterns.CASE, { organ: '兰三义寨', year: 2026, serial: 7 })).toBe('兰三义寨罚立字〔2026〕7号');
  expect(numberOf(patterns.PENALTY, { organ: "$'", year: 2026, serial: 12 })).toBe("$'罚决字〔2026〕12号");
});

test('patterns and words are settings, and a pattern that could not number is refused', () => {
  const env = { ENFORCEMENT_NUMBER_PATTERNS: '{"CASE":"{organ}执立〔{year}〕{serial}号"}', ENFORCEMENT_ORGAN_WORDS: '{"X":"兰综"}' };
  expect(numberPatternsFrom(env)).toMatchObject({ patterns: { CASE: '{organ}执立〔{year}〕{serial}号' }, organWords: { X: '兰综' } });
  expect(Object.keys(numberPatternsFrom({}).patterns)).toEqual(Object.values(NumberKind));
  for (const bad of ['{"CASE":"{organ}〔{year}〕号"}', '{"OTHER":"{organ}{year}{serial}"}', '[1]', '{"CASE":""}'])
    expect(() => numberPatternsFrom({ ENFORCEMENT_NUMBER_PATTERNS: bad })).toThrow(RangeError);
});
