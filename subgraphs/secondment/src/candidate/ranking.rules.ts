/** Points in hundredths, as they are stored: 8850 is 88.50. */
export type Hundredths = number;

/** Weights of the two parts, in whole per cent that sum to 100. */
export interface Weights {
  readonly written: number;
  readonly interview: number;
}

export interface Examined {
  readonly id: string;
  readonly written: Hundredths;
  readonly interview: Hundredths;
}

export interface Ranked {
  readonly id: string;
  /** In ten-thousandths of a point: exact, for weights are whole per cent. */
  readonly total: number;
  readonly rank: number;
}

/** Total and rank of each: by the total, then by the written examination; who is alike in both shares a rank, and the next is left out (1, 1, 3). */
export function ranked(examined: readonly Examined[], { written, interview }: Weights): Ranked[] {
  const scored = examined
    .map((each) => ({ ...each, total: each.written * written + each.interview * interview }))
    .sort((a, b) => b.total - a.total || b.written - a.written || (a.id < b.id ? -1 : 1));
  const isAlike = (a: (typeof scored)[number], b: (typeof scored)[number]) => a.total === b.total && a.written === b.written;
  return scored.map(({ id, total }, index) => ({ id, total, rank: scored.findIndex((other) => isAlike(other, scored[index]!)) + 1 }));
}

/** Whose turn it is: nobody of a better rank is still to choose. */
export const isTurnOf = (rank: number, undecided: readonly number[]): boolean => undecided.every((other) => other >= rank);

/** Of choices in the order in which they were made: the first that did not wait for its turn, and for which rank it had to. */
export function firstOutOfTurn(
  order: readonly number[],
  undecided: readonly number[],
): { readonly at: number; readonly waitingFor: number } | null {
  const waiting = undecided.toSorted((a, b) => a - b);
  for (const [at, rank] of order.entries()) {
    if (!isTurnOf(rank, waiting)) return { at, waitingFor: waiting[0]! };
    waiting.splice(waiting.indexOf(rank), 1);
  }
  return null;
}

export const weightsSumUp = ({ written, interview }: Weights): boolean =>
  [written, interview].every((weight) => Number.isInteger(weight) && weight >= 0) && written + interview === 100;

/** Points as they are written, from a whole number of `decimals`: (8850, 2) is "88.50". */
export function pointsOf(scaled: number, decimals: 2 | 4): string {
  const digits = String(scaled).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Hundredths of points from 0 to 100 with two decimals at most; null for anything else. */
export function hundredthsOf(points: string): Hundredths | null {
  const [, whole = '', part = ''] = /^(\d{1,3})(?:\.(\d{1,2})0{0,4})?$/.exec(points) ?? [];
  const value = whole === '' ? Number.NaN : Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return value <= 100_00 ? value : null;
}
