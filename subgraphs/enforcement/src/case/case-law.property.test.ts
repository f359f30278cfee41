import { OutboxEvent } from '@township-graph/shared/command/outbox-event.entity';
import { ENGINES } from '@township-graph/shared/testing/database';
import * as fc from 'fast-check';
import { mutationOf } from './testing/attempted-mutation';
import { CaseOffice } from './testing/case-office';
import { type Attempt, FIRST_TEAM, SECOND_TEAM } from './testing/law-attempts';
import { LawModel } from './testing/law-model';

/** Everything that may be tried; what is lawful now is tried more often, so that cases get anywhere. */
const ATTEMPTS: readonly Attempt[] = [
  ...(
    [
      'order',
      'listen',
      'believe',
      'exclude',
      'recuse',
      'dismiss',
      'staff',
      'waive',
      'speak',
      'waiveHearing',
      'ask',
      'hold',
      'submit',
      'deliberate',
      'reopen',
      'acquit',
      'suspend',
    ] as const
  ).map((does) => ({ does })),
  ...(['resume', 'terminate', 'accuse', 'approve', 'deny', 'handOver', 'giveBack', 'preserve', 'release', 'take', 'serve'] as const).map(
    (does) => ({ does }),
  ),
  ...(['check', 'close', 'archive', 'revoke', 'contest', 'uphold', 'annul', 'repay', 'dispute', 'keep', 'assign'] as const).map((does) => ({
    does,
  })),
  { does: 'investigate', officers: FIRST_TEAM },
  { does: 'investigate', officers: SECOND_TEAM },
  ...['one', 'reviewer', 'host'].map((to): Attempt => ({ does: 'object', to })),
  { does: 'mitigate', yuan: 500 },
  { does: 'conclude', isComplex: false, isGrave: false },
  { does: 'conclude', isComplex: true, isGrave: true },
  ...[1000, 20_000].flatMap((yuan): Attempt[] => [
    { does: 'notify', yuan },
    { does: 'decide', yuan },
    { does: 'pay', yuan },
  ]),
  { does: 'schedule', inDays: 5, host: 'host' },
  { does: 'schedule', inDays: 14, host: 'host' },
  { does: 'schedule', inDays: 14, host: 'one' },
  { does: 'schedule', inDays: 14, host: 'three' },
  { does: 'review', passes: true, reviewer: 'reviewer' },
  { does: 'review', passes: false, reviewer: 'reviewer' },
  { does: 'review', passes: true, reviewer: 'one' },
  { does: 'review', passes: true, reviewer: 'veteran' },
  ...[1, 9, 40].map((days): Attempt => ({ does: 'wait', days })),
];

/** Ends of the story, and what takes it back: put off, to leave room for it. */
const ENDS = new Set(['terminate', 'acquit', 'revoke', 'annul', 'accuse', 'reopen', 'suspend', 'preserve', 'exclude', 'assign']);

/** What the law is most about: it is tried at every turn. */
const GRAVEST = ATTEMPTS.filter(({ does }) => ['decide', 'deliberate', 'close', 'notify', 'submit', 'hold'].includes(does));

/** What some story comes to, or they would prove nothing. */
const WANTED: readonly Attempt['does'][] = [
  ...(['decide', 'hold', 'review', 'deliberate', 'giveBack', 'pay', 'close', 'annul'] as const),
  ...(['recuse', 'staff', 'believe', 'exclude', 'mitigate', 'repay', 'keep', 'assign'] as const),
];

const told = (yuan: number, isComplex: boolean, isGrave: boolean): Attempt[] => [
  { does: 'investigate', officers: FIRST_TEAM },
  { does: 'order' },
  { does: 'conclude', isComplex, isGrave },
  { does: 'notify', yuan },
];

/** Where stories begin. */
const BEGINNINGS: readonly (readonly Attempt[])[] = [
  [],
  told(1000, false, false),
  told(20_000, false, false),
  told(1000, true, true),
  told(20_000, true, false),
  [...told(1000, false, true), { does: 'waive' }],
  [...told(1000, false, false), { does: 'waive' }, { does: 'decide', yuan: 1000 }, { does: 'serve' }],
  [
    ...told(1000, false, false),
    { does: 'waive' },
    { does: 'decide', yuan: 1000 },
    { does: 'serve' },
    { does: 'contest' },
    { does: 'annul' },
  ],
  [
    ...told(1000, false, false),
    { does: 'waive' },
    { does: 'decide', yuan: 1000 },
    { does: 'serve' },
    { does: 'pay', yuan: 1000 },
    { does: 'contest' },
    { does: 'mitigate', yuan: 500 },
  ],
  [
    ...told(1000, true, false),
    { does: 'submit' },
    { does: 'review', passes: true, reviewer: 'reviewer' },
    { does: 'object', to: 'reviewer' },
  ],
  [{ does: 'object', to: 'one' }, { does: 'recuse' }],
  [...told(1000, false, false), { does: 'accuse' }, { does: 'approve' }, { does: 'handOver' }],
  [...told(20_000, false, true), { does: 'ask' }, { does: 'schedule', inDays: 14, host: 'host' }],
  [...told(1000, false, false), { does: 'waive' }, { does: 'wait', days: 40 }, { does: 'wait', days: 40 }],
];

/** One of all, one of the gravest, or a lawful one that was done least so far: so the story moves on. */
function chosen(law: LawModel, choice: number): Attempt {
  const of = (attempts: readonly Attempt[]) => attempts[Math.floor(choice / 10) % attempts.length]!;
  if (choice % 10 < 2) return of(ATTEMPTS);
  if (choice % 10 < 5) return of(GRAVEST);
  const lawful = ATTEMPTS.filter((each) => law.isLawful(each) && (choice % 10 === 9 || !ENDS.has(each.does)));
  const done = ({ does }: Attempt) => law.deeds.filter((deed) => deed.does === does).length;
  const least = Math.min(...lawful.map(done));
  return of(lawful.filter((each) => done(each) === least));
}

describe.each(ENGINES)('any order of commands on %s', (engine) => {
  let office: CaseOffice;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
  });
  afterAll(() => office.close());

  /** Tells one story, and finds at each step that the graph does what the law allows, and nothing else. */
  async function tellStory(beginning: readonly Attempt[], choices: readonly number[]): Promise<Attempt['does'][]> {
    office.on('2026-03-02');
    let seen = await office.filed();
    const law = new LawModel('2026-03-02');
    for (const choice of [...beginning, ...choices]) {
      const attempt = typeof choice === 'number' ? chosen(law, choice) : choice;
      const isLawful = law.isLawful(attempt);
      if (attempt.does !== 'wait') {
        const [name, more, who] = mutationOf(attempt, seen, office.now);
        const { data, errors } = await office.tryTo(name, { caseId: seen.id, expectedVersion: seen.version, ...more }, who);
        const told = { attempt, story: law.deeds.map(({ does }) => does), isDone: !errors, reason: errors?.[0]?.extensions?.reason };
        expect(told).toEqual({ ...told, isDone: isLawful });
        if (!errors) seen = data[name].case;
      }
      if (isLawful) law.tell(attempt);
      office.on(law.today);
    }
    const { timeline } = await office.see(seen.id, 'timeline { action }');
    expect(timeline).toHaveLength(law.deeds.length + 1);
    const events = await office.opened.database.manager.findBy(OutboxEvent, { subjectId: seen.id, subjectType: 'EnforcementCase' });
    expect(events.filter(({ type }) => type.startsWith('CASE_'))).toHaveLength(law.deeds.length + 1);
    expect(seen.version).toBe(law.deeds.length + 1);
    return law.deeds.map(({ does }) => does);
  }

  test('does what an independent reading of the law allows, refuses all else, and loses no event', async () => {
    const deeds: string[] = [];
    const stories = fc.tuple(fc.constantFrom(...BEGINNINGS), fc.array(fc.nat({ max: 1_000_000 }), { minLength: 16, maxLength: 22 }));
    await fc.assert(
      fc.asyncProperty(stories, async ([beginning, choices]) => {
        deeds.push(...(await tellStory(beginning, choices)));
      }),
      { seed: 20_260_302, numRuns: engine === 'sqlite' ? 30 : 8, endOnFailure: true },
    );
    if (engine === 'sqlite') for (const does of WANTED) expect(deeds).toContain(does);
  });
});
