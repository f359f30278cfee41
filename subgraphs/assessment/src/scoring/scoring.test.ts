import fc from 'fast-check';
import { exact, rounded } from './exact';
import { type Outcome, type ScoredSubject, type ScoringInputs, type ScoringRules, score } from './scoring';

const RULES: ScoringRules = {
  indicators: [{ code: 'A', weight: '100', isByGraph: false, isBundled: false, worst: null, best: null }],
  raters: [{ code: 'T', weight: '100', quorum: null }],
  bonusCap: '3',
  cutOffs: ['90', '80', '60'],
  quotaPercent: 20,
};
const subject = (id: string, points: string, more: Partial<ScoredSubject> = {}): ScoredSubject => ({
  id,
  raters: [{ id: 'r', group: 'T' }],
  cards: [{ raterId: 'r', group: 'T', scores: { A: points } }],
  bonuses: [],
  deductions: [],
  isVetoed: false,
  answers: {},
  ...more,
});
const scored = (subjects: readonly ScoredSubject[], rules: Partial<ScoringRules> = {}) =>
  score({ rules: { ...RULES, ...rules }, subjects, bundles: [] });
const shown = (outcomes: readonly Outcome[]) => outcomes.map(({ score: points, rank, level, isTied }) => [points, rank, level, isTied]);

test.each([
  ['1.005', 2, '1.01'],
  ['1.0049', 2, '1.00'],
  ['-0.005', 2, '-0.01'],
  ['99.995', 2, '100.00'],
  ['0.5', 0, '1'],
])('%s is rounded to %i digits as %s', (text, places, expected) => {
  expect(rounded(exact(text), places)).toBe(expected);
});

test('equals have the same rank, and the next one skips it: 1, 1, 3', () => {
  expect(shown(scored([subject('a', '88'), subject('b', '88'), subject('c', '87.99')], { quotaPercent: null }))).toEqual([
    ['88.00', 1, 2, false],
    ['88.00', 1, 2, false],
    ['87.99', 3, 2, false],
  ]);
});

test('no more are excellent than a fifth, rounded down; of four, nobody', () => {
  const five = ['95', '94', '93', '92', '91'].map((points, index) => subject(`s${index}`, points));
  expect(scored(five).map(({ level }) => level)).toEqual([1, 2, 2, 2, 2]);
  expect(scored(five.slice(0, 4)).map(({ level }) => level)).toEqual([2, 2, 2, 2]);
});

test('those that stand equal where the quota ends are left to a panel; whoever is above them has a seat', () => {
  const ten = ['96', '95', '95', '91', '70', '70', '70', '70', '70', '70'].map((points, index) => subject(`s${index}`, points));
  expect(shown(scored(ten)).slice(0, 4)).toEqual([
    ['96.00', 1, 1, false],
    ['95.00', 2, 2, true],
    ['95.00', 2, 2, true],
    ['91.00', 4, 2, false],
  ]);
});

test('bonuses count up to the cap, and deductions to nothing', () => {
  const [praised, blamed] = scored([subject('a', '80', { bonuses: ['2', '2.5'] }), subject('b', '1', { deductions: ['2'] })]);
  expect([praised!.bonus, praised!.score, blamed!.score]).toEqual(['3.00', '83.00', '0.00']);
});

test('a veto gives the lowest grade and no rank, and the others their ranks without it', () => {
  expect(shown(scored([subject('a', '99', { isVetoed: true }), subject('b', '70')]))).toEqual([
    ['99.00', null, 4, false],
    ['70.00', 1, 3, false],
  ]);
});

describe('what is missing is named, and never made up', () => {
  const two = [
    { code: 'T', weight: '60', quorum: null },
    { code: 'D', weight: '40', quorum: null },
  ];

  test('a group without cards', () => {
    const [outcome] = scored([subject('a', '90')], { raters: two });
    expect(outcome).toMatchObject({
      score: null,
      rank: null,
      level: null,
      missing: [{ indicator: 'A', rater: 'D', reason: 'CARDS_MISSING' }],
    });
  });

  test('one of several raters, unless the scheme has a quorum', () => {
    const raters = ['r', 'q', 'p'].map((id) => ({ id, group: 'T' }));
    expect(scored([subject('a', '90', { raters })])[0]!.score).toBeNull();
    const quorum = (count: number) => [{ code: 'T', weight: '100', quorum: count }];
    expect(scored([subject('a', '90', { raters })], { raters: quorum(1) })[0]!.score).toBe('90.00');
    expect(scored([subject('a', '90', { raters })], { raters: quorum(2) })[0]!.score).toBeNull();
  });

  test('whose weight is 0 is heard, and does not count', () => {
    const raters = [
      { code: 'T', weight: '100', quorum: null },
      { code: 'L', weight: '0', quorum: null },
    ];
    expect(
      scored(
        [
          subject('a', '90', {
            raters: [
              { id: 'r', group: 'T' },
              { id: 'l', group: 'L' },
            ],
          }),
        ],
        { raters },
      )[0]!.score,
    ).toBe('90.00');
  });

  test('what the graph did not answer', () => {
    const indicators = [{ code: 'G', weight: '100', isByGraph: true, isBundled: false, worst: '50', best: '100' }];
    const answers = (answer: ScoredSubject['answers'][string]) => [subject('a', '0', { cards: [], answers: { G: answer } })];
    const points = (answer: ScoredSubject['answers'][string]) => scored(answers(answer), { indicators })[0]!;
    expect(points({ notScored: 'UNREACHABLE' })).toMatchObject({
      score: null,
      missing: [{ indicator: 'G', rater: null, reason: 'UNREACHABLE' }],
    });
    expect(['100', '75', '40', '120'].map((value) => points({ value }).score)).toEqual(['100.00', '50.00', '0.00', '100.00']);
  });
});

test('an indicator that is bundled has one score for both, from the cards of either', () => {
  const inputs: ScoringInputs = {
    rules: { ...RULES, indicators: [{ ...RULES.indicators[0]!, isBundled: true }] },
    subjects: [
      subject('town', '80', { raters: [{ id: 'x', group: 'T' }], cards: [{ raterId: 'x', group: 'T', scores: { A: '80' } }] }),
      subject('bureau', '90'),
    ],
    bundles: [{ indicator: 'A', subjectIds: ['town', 'bureau'] }],
  };
  expect(score(inputs).map((outcome) => outcome.score)).toEqual(['85.00', '85.00']);
});

/** A model of its own: whole numbers over one denominator, cards by their places. */
function modelScore(
  weights: readonly number[],
  raterWeights: readonly number[],
  cards: readonly (readonly (readonly number[])[])[],
): string {
  let thousandths = 0n;
  const common = cards.reduce((product, group) => product * BigInt(group.length), 1n);
  weights.forEach((weight, indicator) => {
    raterWeights.forEach((raterWeight, group) => {
      const sum = cards[group]!.reduce((total, card) => total + BigInt(card[indicator]!), 0n);
      thousandths += (BigInt(weight) * BigInt(raterWeight) * sum * common) / BigInt(cards[group]!.length);
    });
  });
  // Weights are of 100 each, cards in tenths: 100 · 100 · 10 times the common denominator; to hundredths, half up.
  const under = 100_000n * common;
  const hundredths = (thousandths * 100n * 2n + under) / (under * 2n);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

const parts = (count: number) =>
  fc.array(fc.integer({ min: 1, max: 99 }), { minLength: count - 1, maxLength: count - 1 }).map((cuts) => {
    const edges = [0, ...[...new Set(cuts)].sort((a, b) => a - b), 100];
    return edges.slice(1).map((edge, index) => edge - edges[index]!);
  });

test('scores are those of an independent model, to the digit, whatever the weights and cards', () => {
  const appraisal = fc.tuple(parts(4), parts(3)).chain(([weights, raterWeights]) =>
    fc.record({
      weights: fc.constant(weights),
      raterWeights: fc.constant(raterWeights),
      cards: fc.tuple(
        ...raterWeights.map(() =>
          fc.array(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: weights.length, maxLength: weights.length }), {
            minLength: 1,
            maxLength: 7,
          }),
        ),
      ),
    }),
  );
  fc.assert(
    fc.property(appraisal, ({ weights, raterWeights, cards }) => {
      const given = cards as number[][][];
      const inputs: ScoringInputs = {
        rules: {
          ...RULES,
          indicators: weights.map((weight, index) => ({ ...RULES.indicators[0]!, code: `i${index}`, weight: String(weight) })),
          raters: raterWeights.map((weight, index) => ({ code: `g${index}`, weight: String(weight), quorum: null })),
        },
        subjects: [
          subject('s', '0', {
            raters: given.flatMap((group, at) => group.map((_, card) => ({ id: `${at}.${card}`, group: `g${at}` }))),
            cards: given.flatMap((group, at) =>
              group.map((points, card) => ({
                raterId: `${at}.${card}`,
                group: `g${at}`,
                scores: Object.fromEntries(points.map((tenths, index) => [`i${index}`, `${Math.floor(tenths / 10)}.${tenths % 10}`])),
              })),
            ),
          }),
        ],
        bundles: [],
      };
      expect(score(inputs)[0]!.score).toBe(modelScore(weights, raterWeights, given));
      expect(JSON.stringify(score(JSON.parse(JSON.stringify(inputs))))).toBe(JSON.stringify(score(inputs)));
    }),
    { numRuns: 200 },
  );
});
