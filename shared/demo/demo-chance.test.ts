import { isCitizenId } from '../src/citizen-id';
import { demoId, demoIdAt } from './demo-id';
import { demoPerson } from './demo-person';
import { DemoRandom } from './random';
import { scaleOf } from './scale';

const drawn = (seed: string, count: number) => {
  const random = new DemoRandom(seed);
  return Array.from({ length: count }, () => random.below(1000));
};

test('the same words give the same sequence, other words another', () => {
  expect(drawn('2020-01-01', 20)).toEqual(drawn('2020-01-01', 20));
  expect(drawn('2020-01-01', 20)).not.toEqual(drawn('2020-01-02', 20));
});

test('the numbers are spread over the whole of their range', () => {
  const tenths = drawn('spread', 10_000).map((number) => Math.floor(number / 100));
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = tenths.filter((each) => each === tenth).length;
    expect(share).toBeGreaterThan(850);
    expect(share).toBeLessThan(1150);
  }
});

test('identifiers by name stay what they were', () => {
  expect(demoId('organization:410225:JUSTICE')).toBe('016baad4-c800-7ebb-aa33-6af14f562152');
});

test('identifiers of an instant are UUIDv7 of it, and no two are alike', () => {
  const random = new DemoRandom('ids');
  const at = new Date('2020-05-06T01:30:00Z');
  const ids = Array.from({ length: 10_000 }, () => demoIdAt(at, random));
  expect(new Set(ids).size).toBe(10_000);
  for (const id of ids) expect(id).toMatch(/^0171e79a-95c0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('persons are nobody: a name that says so, a valid number of no division, a telephone of no one', () => {
  const random = new DemoRandom('persons');
  for (let count = 0; count < 1000; count += 1) {
    const { name, idNumber, phone } = demoPerson(random);
    expect(name).toMatch(/^示例/);
    expect(idNumber).toMatch(/^990000/);
    expect(isCitizenId(idNumber)).toBe(true);
    expect(phone).toMatch(/^1380000\d{4}$/);
  }
});

test.each([
  ['0', 0],
  ['0.01', 0.01],
  ['1%', 0.01],
  [' 50 % ', 0.5],
  ['1', 1],
  ['100%', 1],
])('the scale %p', (text, scale) => {
  expect(scaleOf(text)).toBe(scale);
});

test.each(['', '-1', '2', '101%', '1e-2', 'NaN', '0.01x', '١', '.5', '0x1'])('no scale: %p', (text) => {
  expect(() => scaleOf(text)).toThrow('from 0 to 1');
});
