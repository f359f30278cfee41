import { demoDivision } from '@township-graph/shared/demo/divisions';
import figures from './reported-figures.json';

const QUALIFIERS = ['EXACT', 'AT_LEAST', 'AT_MOST', 'APPROXIMATELY', 'MORE_THAN'];
const RECONCILES = ['YES', 'NO', 'NOT_APPLICABLE', 'PENDING'];

test('every key is a stable snake name, once', () => {
  expect(figures.filter(({ key }) => !/^[a-z][a-z0-9_]*$/.test(key))).toEqual([]);
  expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
});

test('every value is a plain decimal, and its digits stand in the text that it was taken from', () => {
  expect(figures.filter(({ value }) => !/^-?\d+(\.\d+)?$/.test(value))).toEqual([]);
  const unfounded = figures.filter(({ value, quote }) => !writings(value).some((writing) => quote.replaceAll(',', '').includes(writing)));
  expect(unfounded).toEqual([]);
});

test('every figure stands in a bundled division, under its name', () => {
  expect(figures.filter(({ divisionCode, divisionName }) => demoDivision(divisionCode).name !== divisionName)).toEqual([]);
});

test('hedges and reconciliation are known words, and what does not reconcile says why', () => {
  expect(figures.filter(({ qualifier, reconciles }) => !QUALIFIERS.includes(qualifier) || !RECONCILES.includes(reconciles))).toEqual([]);
  expect(figures.filter(({ reconciles, note }) => reconciles === 'NO' && !note)).toEqual([]);
});

/** The ways in which a text may write this value: digits, ten-thousands (万), a small number in Chinese. */
function writings(value: string): string[] {
  const chinese = '零一二三四五六七八'.charAt(Number(value));
  return [value.replace('-', '−'), `${Number(value) / 10_000}`, ...(chinese ? [chinese] : [])];
}
