/** An exact rational number: scores are added and divided without a digit being lost, and rounded once, at the end. */
export interface Exact {
  readonly over: bigint;
  /** Above 0. */
  readonly under: bigint;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

export const ZERO: Exact = { over: 0n, under: 1n };
export const HUNDRED: Exact = { over: 100n, under: 1n };

/** The number that a decimal text says. Throws for what is none: texts of clients are checked by their scalar. */
export function exact(text: string): Exact {
  const match = DECIMAL.exec(text);
  if (!match) throw new RangeError('exact: not a decimal');
  const [, sign, whole, fraction = ''] = match;
  return reduced(BigInt(`${sign}${whole}${fraction}`), 10n ** BigInt(fraction.length));
}

export const exactOf = (count: number): Exact => ({ over: BigInt(count), under: 1n });

export const plus = (a: Exact, b: Exact): Exact => reduced(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Exact, b: Exact): Exact => reduced(a.over * b.under - b.over * a.under, a.under * b.under);
export const times = (a: Exact, b: Exact): Exact => reduced(a.over * b.over, a.under * b.under);
export const dividedBy = (a: Exact, b: Exact): Exact =>
  b.over < 0n ? reduced(-a.over * b.under, a.under * -b.over) : reduced(a.over * b.under, a.under * b.over);
export const sumOf = (numbers: readonly Exact[]): Exact => numbers.reduce(plus, ZERO);
export const meanOf = (numbers: readonly Exact[]): Exact => dividedBy(sumOf(numbers), exactOf(numbers.length));

/** Below 0, 0 or above 0, as a is less than, equal to or more than b. */
export function compared(a: Exact, b: Exact): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export const smaller = (a: Exact, b: Exact): Exact => (compared(a, b) <= 0 ? a : b);
export const larger = (a: Exact, b: Exact): Exact => (compared(a, b) >= 0 ? a : b);

/** Rounded half away from zero, with this many digits after the point (四舍五入). */
export function rounded({ over, under }: Exact, places: number): string {
  const scaled = over * 10n ** BigInt(places);
  const size = scaled < 0n ? -scaled : scaled;
  const units = (size * 2n + under) / (under * 2n);
  const digits = units.toString().padStart(places + 1, '0');
  const sign = scaled < 0n && units > 0n ? '-' : '';
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** What is kept in hundredths, as it is written: 9250 → 92.50. */
export function decimalOfHundredths(hundredths: number): string {
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function reduced(over: bigint, under: bigint): Exact {
  if (under === 0n) throw new RangeError('exact: divided by zero');
  const divisor = greatestDivisor(over < 0n ? -over : over, under);
  return { over: over / divisor, under: under / divisor };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
