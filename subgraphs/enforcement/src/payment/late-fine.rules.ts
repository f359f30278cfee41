import { addDays } from '@township-graph/shared/calendar';

/** Days from one up to, and without, another; open while `to` is null. */
export interface Days {
  readonly from: string;
  readonly to: string | null;
}

/** What is due by when, in fen. */
export interface Instalment {
  readonly dueOn: string;
  readonly fen: number;
}

export interface Paid {
  readonly on: string;
  readonly fen: number;
}

export interface LateFineFacts {
  /** One, or as many as were approved (§66②). */
  readonly instalments: readonly Instalment[];
  readonly paid: readonly Paid[];
  /** Review and litigation: not counted (§73③). */
  readonly pauses: readonly Days[];
  /** The last day that counts. */
  readonly until: string;
}

const PERCENT_A_DAY = 3;

/**
 * The added fine in fen: for each day that a part of the fine is overdue, three percent of that part, and all of it no more than
 * the fine itself (行政处罚法§72①(1), 行政强制法§45②). Counted on what is unpaid, which is never more than the law's "罚款数额".
 */
export function lateFine({ instalments, paid, pauses, until }: LateFineFacts): number {
  const principal = instalments.reduce((sum, { fen }) => sum + fen, 0);
  const first = instalments.reduce((least, { dueOn }) => (dueOn < least ? dueOn : least), until);
  let hundredths = 0;
  for (let day = addDays(first, 1); day <= until && hundredths < principal * 100; day = addDays(day, 1)) {
    if (pauses.some(({ from, to }) => day >= from && (to === null || day < to))) continue;
    const due = instalments.reduce((sum, { dueOn, fen }) => (dueOn < day ? sum + fen : sum), 0);
    const given = paid.reduce((sum, each) => (each.on < day ? sum + each.fen : sum), 0);
    hundredths += Math.max(0, due - given) * PERCENT_A_DAY;
  }
  return Math.min(principal, Math.floor(hundredths / 100));
}

/** Whether anything of it is overdue on the day. */
export const isOverdue = ({ instalments, paid, until }: LateFineFacts) => {
  const due = instalments.reduce((sum, { dueOn, fen }) => (dueOn < until ? sum + fen : sum), 0);
  return due > paid.reduce((sum, { fen }) => sum + fen, 0);
};
