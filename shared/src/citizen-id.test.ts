import fc from 'fast-check';
import { addDays } from './calendar';
import { citizenCheckCharacter, isCitizenId, maskCitizenId, parseCitizenId, Sex } from './citizen-id';

// Valid numbers lie on the unassigned prefix 99, so that they are nobody's; the one exception is the example that GB 11643 prints.
const EXAMPLE_OF_THE_STANDARD = '11010519491231002X';
const invalid = expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'INVALID_CITIZEN_ID' });
const withCheck = (first17: string) => `${first17}${citizenCheckCharacter(first17)}`;

test('a number tells birth date and sex', () => {
  expect(parseCitizenId('990000198502280010')).toEqual({
    number: '990000198502280010',
    divisionCode: '990000',
    birthDate: '1985-02-28',
    sex: Sex.MALE,
  });
  expect(parseCitizenId(' 11010519491231002x ')).toEqual({
    number: EXAMPLE_OF_THE_STANDARD,
    divisionCode: '110105',
    birthDate: '1949-12-31',
    sex: Sex.FEMALE,
  });
});

test.each([
  ['a day that does not exist', withCheck('99000019850229001')],
  ['a month that does not exist', withCheck('99000019851301001')],
  ['a birth before 1800', withCheck('99000017991231001')],
  ['a wrong check character', '990000198502280011'],
  ['fifteen digits', '990000850228001'],
  ['a leading zero', withCheck('09000019850228001')],
  ['full-width digits', '９90000198502280010'],
  ['nothing', ''],
])('%s is refused', (_what, text) => {
  expect(isCitizenId(text)).toBe(false);
  expect(() => parseCitizenId(text)).toThrow(invalid);
});

test('a leap day in a leap year is accepted', () => {
  expect(isCitizenId(withCheck('99000019840229001'))).toBe(true);
});

test('a refusal does not repeat the number', () => {
  const message = expect.stringContaining('990000198502280011');
  expect(() => parseCitizenId('990000198502280011')).toThrow(expect.not.objectContaining({ message }));
});

test.each([
  ['410200198502280010', '4102**********0010'],
  [EXAMPLE_OF_THE_STANDARD, '1101**********002X'],
  ['990000850228001', '******************'],
  ['', '******************'],
])('%s is shown as %s', (number, masked) => {
  expect(maskCitizenId(number)).toBe(masked);
});

const numbers = fc
  .tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 999 }))
  .map(([n, sequence]) => addDays('1910-01-01', n).replaceAll('-', '') + String(sequence).padStart(3, '0'))
  .map((tail) => withCheck(`990000${tail}`));

test('every made number is valid', () => {
  fc.assert(fc.property(numbers, isCitizenId));
});

test('any one wrong digit is caught', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 17 }), fc.constantFrom(...'0123456789X'), (number, place, character) => {
      fc.pre(number[place] !== character);
      expect(isCitizenId(number.slice(0, place) + character + number.slice(place + 1))).toBe(false);
    }),
  );
});

test('two neighbouring digits that changed places are caught', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 15 }), (number, place) => {
      fc.pre(number[place] !== number[place + 1]);
      const swapped = `${number.slice(0, place)}${number[place + 1]}${number[place]}${number.slice(place + 2)}`;
      expect(isCitizenId(swapped)).toBe(false);
    }),
  );
});
