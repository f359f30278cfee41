import fc from 'fast-check';
import type { Level } from '../scoring/grade';
import { regraded, type SeatDecision, type Standing } from './regrade';

const standing = (id: string, points: number, level: Level, more: Partial<Standing> = {}): Standing => ({
  id,
  points,
  earned: points >= 90 ? 1 : points >= 80 ? 2 : points >= 60 ? 3 : 4,
  level,
  isCorrected: false,
  isDecided: false,
  ...more,
});
const corrected = { isCorrected: true };
const decision = (seats: number | null, displaced: string[] = [], chosen: string[] = []): SeatDecision => ({
  seats,
  displaced: new Set(displaced),
  chosen: new Set(chosen),
});
const levelsOf = (standings: readonly Standing[], given: SeatDecision) => {
  const graded = regraded(standings, given);
  return 'refused' in graded ? { refused: graded.refused, ids: graded.ids, seats: graded.seats } : Object.fromEntries(graded.levels);
};

test('who is corrected has the grade of the score; without a quota whoever reaches it is excellent', () => {
  const standings = [standing('a', 95, 1), standing('b', 92, 3, corrected), standing('c', 55, 2, corrected)];
  expect(levelsOf(standings, decision(null))).toEqual({ a: 1, b: 1, c: 4 });
});

test('where all seats are taken, nobody loses theirs unnamed; named, the worst one gives way to who is better', () => {
  const standings = [standing('a', 95, 1), standing('b', 93, 1), standing('c', 96, 2, corrected), standing('d', 70, 3)];
  expect(levelsOf(standings, decision(2))).toEqual({ refused: 'FULL', ids: ['b'], seats: 2 });
  expect(levelsOf(standings, decision(2, ['a']))).toEqual({ refused: 'NOT_DISPLACED', ids: ['a'], seats: 2 });
  expect(levelsOf(standings, decision(2, ['d']))).toMatchObject({ refused: 'FULL' });
  expect(levelsOf(standings, decision(3, ['b']))).toEqual({ refused: 'NOT_DISPLACED', ids: ['b'], seats: 3 });
  expect(levelsOf(standings, decision(2, ['b']))).toEqual({ a: 1, b: 2, c: 1, d: 3 });
});

test('no better than who holds the seats, the corrected one has none, and nobody is asked to give way', () => {
  expect(levelsOf([standing('a', 95, 1), standing('b', 95, 2, corrected)], decision(1))).toEqual({ a: 1, b: 2 });
});

test('a seat that is freed goes to the next by score; of equals who it is has to be said, once and rightly', () => {
  const freed = [standing('a', 70, 1, corrected), standing('b', 94, 2), standing('c', 93, 2)];
  expect(levelsOf(freed, decision(1))).toEqual({ a: 3, b: 1, c: 2 });
  const equals = [standing('a', 70, 1, corrected), standing('b', 94, 2), standing('c', 94, 2)];
  expect(levelsOf(equals, decision(1))).toEqual({ refused: 'TIED', ids: ['b', 'c'], seats: 1 });
  expect(levelsOf(equals, decision(1, [], ['c']))).toEqual({ a: 3, b: 2, c: 1 });
  expect(levelsOf(equals, decision(1, [], ['b', 'c']))).toMatchObject({ refused: 'TIED' });
  expect(levelsOf(freed, decision(1, [], ['c']))).toEqual({ refused: 'TIED', ids: ['c'], seats: 0 });
});

test('a grade that was decided stands, whatever the score would give, and holds its seat', () => {
  const decided = { isDecided: true };
  const standings = [standing('a', 85, 1, decided), standing('b', 97, 2, decided), standing('c', 96, 3, corrected)];
  expect(levelsOf(standings, decision(1))).toEqual({ a: 1, b: 2, c: 2 });
});

/** Some round as it was confirmed, in which one score is corrected; by whole points, so that many are alike. */
const rounds = fc
  .record({
    points: fc.array(fc.integer({ min: 55, max: 99 }), { minLength: 2, maxLength: 12 }),
    quota: fc.integer({ min: 0, max: 4 }),
    at: fc.nat(),
    to: fc.integer({ min: 55, max: 99 }),
  })
  .map(({ points, quota, at, to }) => {
    const best = points
      .map((each, index) => [each, index] as const)
      .filter(([each]) => each >= 90)
      .toSorted(([a, i], [b, j]) => b - a || i - j)
      .slice(0, quota);
    const holds = new Set(best.map(([, index]) => index));
    const standings = points.map((each, index) => {
      const before = standing(`s${index}`, each, 1);
      const level = before.earned === 1 && !holds.has(index) ? 2 : before.earned!;
      return { ...before, level };
    });
    const one = at % points.length;
    const after = standings.map((each, index) =>
      index === one ? { ...standing(each.id, to, each.level), isCorrected: to !== each.points } : each,
    );
    return { standings: after, seats: quota };
  });

/** Says what the refusal asks for, until there is nothing left to say. */
function settled(standings: readonly Standing[], seats: number): ReadonlyMap<string, Level | null> {
  const [displaced, chosen]: [string[], string[]] = [[], []];
  for (let asked = 0; asked < 4; asked += 1) {
    const graded = regraded(standings, decision(seats, displaced, chosen));
    if (!('refused' in graded)) return graded.levels;
    if (graded.refused === 'NOT_DISPLACED') throw new Error('what was asked for is refused');
    if (graded.refused === 'FULL') displaced.push(graded.ids[0]!);
    else chosen.push(...graded.ids.slice(0, graded.seats));
  }
  throw new Error('never settled');
}

test('whatever is corrected: no more are excellent than seats, no seat stays empty that somebody has earned, nobody worse sits before a better one', () => {
  fc.assert(
    fc.property(rounds, ({ standings, seats }) => {
      const levels = settled(standings, seats);
      const excellent = standings.filter(({ id }) => levels.get(id) === 1);
      const others = standings.filter(({ id, earned }) => earned === 1 && levels.get(id) !== 1);
      expect(excellent.length).toBe(Math.min(seats, standings.filter(({ earned }) => earned === 1).length));
      for (const each of excellent) for (const other of others) expect(each.points).toBeGreaterThanOrEqual(other.points!);
      for (const each of others) expect(levels.get(each.id)).toBe(2);
      for (const each of standings) if (each.earned !== 1) expect(levels.get(each.id)).toBe(each.earned);
    }),
    { numRuns: 2000 },
  );
});

test('nobody else loses a grade unless named', () => {
  fc.assert(
    fc.property(rounds, ({ standings, seats }) => {
      const graded = regraded(standings, decision(seats));
      if ('refused' in graded) return;
      for (const { id, level, isCorrected } of standings) if (!isCorrected) expect(graded.levels.get(id)).toBeLessThanOrEqual(level!);
    }),
    { numRuns: 2000 },
  );
});
