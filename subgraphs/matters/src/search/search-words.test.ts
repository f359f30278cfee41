import { bigramsOf, nameKeyOf, normalised, searchedText, sieveOf, tokensOf, wordsOf } from './search-words';

test('full-width forms, capitals and punctuation make no difference', () => {
  expect(normalised('食品经营许可（首次申请，ＡＢ１）')).toBe('食品经营许可首次申请ab1');
  expect(nameKeyOf('户口迁移 （变更）')).toBe(nameKeyOf('户口迁移(变更)'));
  expect(nameKeyOf('户口迁移')).not.toBe(nameKeyOf('户口迁出'));
});

test('words are parted by blanks and punctuation, and wildcards are no words', () => {
  expect(wordsOf(' 低保　变更，低保 ')).toEqual(['低保', '变更']);
  expect(wordsOf(' %_！ ')).toEqual([]);
});

test('a name is found by pairs and single characters, a word by its pairs or itself', () => {
  expect(tokensOf('医保')).toEqual(['医', '保', '医保']);
  expect(bigramsOf('宅基地')).toEqual(['宅基', '基地']);
  expect(sieveOf('证')).toEqual(['证']);
  expect(sieveOf('𠮷野')).toEqual(['𠮷野']);
});

test('a formal name is also found by what people call it', () => {
  expect(searchedText('最低生活保障金给付')).toBe('最低生活保障金给付 低保');
  expect(tokensOf(searchedText('户口迁移'))).not.toContain('移户');
});
