import { localeOf } from './context';

test.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['en', 'en'],
  ['en-US,en;q=0.9', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en;q=0.1,zh;q=0.9', 'zh'],
  ['zh;q=0.1,en;q=0.9', 'en'],
  ['fr,en;q=0.5', 'en'],
  ['fr', 'zh'],
  ['*', 'zh'],
] as const)('%s is answered in %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});
