import type { Level } from '../scoring/grade';

/** One result of a round, as it was confirmed or corrected since, and as the corrected cards would have it. */
export interface Standing {
  readonly id: string;
  /** Score in hundredths; null of who has none. */
  readonly points: number | null;
  /** The level that the score alone gives; of who was vetoed the last. */
  readonly earned: Level | null;
  readonly level: Level | null;
  /** Whether its own score is what was corrected. */
  readonly isCorrected: boolean;
  /** Its grade was set by a decision, and stands whatever is computed. */
  readonly isDecided: boolean;
}

/** What those who correct say of the seats of the excellent. */
export interface SeatDecision {
  /** How many may be excellent; null for any number. */
  readonly seats: number | null;
  /** Who gives up a seat to who is better by the corrected score. */
  readonly displaced: ReadonlySet<string>;
  /** Of equals for whom there are not seats enough: who has one. */
  readonly chosen: ReadonlySet<string>;
}

/** `FULL`: one of these has to give up a seat; `TIED`: of these so many are to be chosen; `NOT_DISPLACED`: nobody takes these seats. */
export interface SeatsRefused {
  readonly refused: 'FULL' | 'TIED' | 'NOT_DISPLACED';
  readonly ids: readonly string[];
  readonly seats: number;
}

export type Regraded = { readonly levels: ReadonlyMap<string, Level | null> } | SeatsRefused;

/**
 * The grades after scores were corrected. Who is corrected has the grade that the score gives; nobody else loses one but who is named
 * to give up a seat, and a seat that is free goes to the next by score. There are never more excellent than seats.
 */
export function regraded(standings: readonly Standing[], { seats, displaced, chosen }: SeatDecision): Regraded {
  const levels = new Map<string, Level | null>(
    standings.map(({ id, level, earned, isCorrected }) => [id, isCorrected ? earned : displaced.has(id) ? 2 : level]),
  );
  if (seats === null) return { levels };
  const holders = standings.filter(({ id, level, isCorrected }) => level === 1 && !isCorrected && !displaced.has(id));
  const claimants = standings.filter(
    ({ id, earned, level, isCorrected, isDecided }) => earned === 1 && !displaced.has(id) && (isCorrected || (level === 2 && !isDecided)),
  );
  let free = seats - holders.length;
  const seated: Standing[] = [];
  for (const equals of byPoints(claimants)) {
    const seen = free >= equals.length ? equals : equals.filter(({ id }) => chosen.has(id));
    if (free > 0 && free < equals.length && seen.length !== free) return { refused: 'TIED', ids: idsOf(equals), seats: free };
    const within = free > 0 ? seen : [];
    for (const each of equals) levels.set(each.id, within.includes(each) ? 1 : 2);
    seated.push(...within);
    free -= within.length;
  }
  const idleChoice = [...chosen].filter((id) => !seated.some((each) => each.id === id));
  if (idleChoice.length > 0) return { refused: 'TIED', ids: idleChoice, seats: 0 };
  const yielding = unjustlyHeld(holders, claimants, seated);
  if (yielding.length > 0) return { refused: 'FULL', ids: idsOf(yielding), seats };
  const idle = standings.filter((each) => displaced.has(each.id) && !isTaken(each, holders, seated, free));
  return idle.length > 0 ? { refused: 'NOT_DISPLACED', ids: idsOf(idle), seats } : { levels };
}

/** The worst of those who hold a seat, while somebody whose corrected score is better has none. */
function unjustlyHeld(holders: readonly Standing[], claimants: readonly Standing[], seated: readonly Standing[]): Standing[] {
  const without = claimants.filter((each) => each.isCorrected && !seated.includes(each));
  const best = Math.max(-1, ...without.map(({ points }) => points!));
  const worse = holders.filter(({ points, isDecided }) => !isDecided && points! < best);
  const worst = Math.min(...worse.map(({ points }) => points!));
  return worse.filter(({ points }) => points === worst);
}

/** The seat that was given up went to somebody better, and nobody worse has kept theirs. */
function isTaken({ level, points, isDecided }: Standing, holders: readonly Standing[], seated: readonly Standing[], free: number): boolean {
  const isLast = holders.every((holder) => holder.isDecided || holder.points! >= points!);
  return level === 1 && !isDecided && free === 0 && isLast && seated.some((each) => each.isCorrected && each.points! > points!);
}

/** The best first, who is alike together. */
function byPoints(standings: readonly Standing[]): Standing[][] {
  const points = [...new Set(standings.map((each) => each.points!))].toSorted((a, b) => b - a);
  return points.map((those) => standings.filter((each) => each.points === those));
}

const idsOf = (standings: readonly Standing[]): string[] => standings.map(({ id }) => id);
