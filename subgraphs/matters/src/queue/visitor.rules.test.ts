import { MatterKind } from '../matter/matter.enums';
import { categoryOf, ticketNumber } from './ticket-number';
import { checkedName, checkedPhone } from './visitor.rules';

test.each([
  ['13800000000', '13800000000'],
  ['138 0000-0000', '13800000000'],
  ['+86 138 0000 0000', '13800000000'],
  ['0371-60000000', '037160000000'],
])('the telephone %s is kept as %s', (written, kept) => expect(checkedPhone(written)).toBe(kept));

test.each(['', '12345', '1380000000a', '23800000000', '138000000000'])('%j is no telephone', (written) => {
  expect(() => checkedPhone(written)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'VISITOR_PHONE' }));
});

test.each(['', '   ', '甲\n乙', '甲'.repeat(51)])('%j is no name', (name) => {
  expect(() => checkedName(name)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'VISITOR_NAME' }));
});

test('each kind of matter has a letter of its own, and appointments have theirs', () => {
  const letters = [null, ...Object.values(MatterKind)].map((kind) => categoryOf(kind, false));
  expect(letters.slice(0, 3)).toEqual(['A', 'B', 'C']);
  expect(new Set(letters).size).toBe(letters.length);
  expect(letters).not.toContain(categoryOf(MatterKind.LICENSING, true));
});

test('a number has three digits, and four when three are not enough', () => {
  expect(ticketNumber('A', 1)).toBe('A001');
  expect(ticketNumber('A', 1000)).toBe('A1000');
});
