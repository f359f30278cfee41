import { OutboxEvent } from '@township-graph/shared/command/outbox-event.entity';
import { ENGINES } from '@township-graph/shared/testing/database';
import * as fc from 'fast-check';
import { CaseOffice, FINE_OF, HEAD, REVIEWER, type Seen } from './testing/case-office';
import { type Attempt, LawModel } from './testing/law-model';

/** Everything that may be tried; what is lawful now is tried more often, so that cases get anywhere. */
const ATTEMPTS: readonly Attempt[] = [
  ...(
    [
      'investigate',
      'order',
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
  ...(['check', 'close', 'archive', 'revoke', 'contest', 'uphold', 'annul'] as const).map((does) => ({ does })),
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
  { does: 'review', passes: true, reviewer: 'reviewer' },
  { does: 'review', passes: false, reviewer: 'reviewer' },
  { does: 'review', passes: true, reviewer: 'one' },
  ...[1, 9, 40].map((days): Attempt => ({ does: 'wait', days })),
];

/** Ends of the story, and what takes it back: put off, to leave room for it. */
const ENDS = new Set(['terminate', 'acquit', 'revoke', 'annul', 'accuse', 'reopen', 'suspend', 'preserve']);

/** What the law is most about: it is tried at every turn. */
const GRAVEST = ATTEMPTS.filter(({ does }) => ['decide', 'deliberate', 'close', 'notify', 'submit', 'hold'].includes(does));

const told = (yuan: number, isComplex: boolean, isGrave: boolean): Attempt[] => [
  { does: 'investigate' },
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

const THINGS = { things: [{ name: '示例货架', quantity: 1 }], officerIds: ['one', 'two'], approvedBy: '示例负责人', reason: '证据' };
const PANEL = { participants: ['示例甲', '示例乙', '示例丙'], record: '讨论笔录', conclusion: '罚款' };
const EVIDENCE = [{ kind: 'SITE_RECORD', name: '现场笔录', proves: '占道', isVerified: true }];

/** The attempt as a mutation. */
function mutationOf(attempt: Attempt, seen: Seen, office: CaseOffice, today: string): [name: string, more: object, who?: typeof HEAD] {
  const open = (rows: readonly { id: string; outcome?: unknown; isCorrected?: unknown }[], column: 'outcome' | 'isCorrected') =>
    rows.find((row) => row[column] === null)?.id ?? 'none';
  const transfer = { transferId: seen.transfers.at(-1)?.id ?? 'none', reason: '示例理由' };
  switch (attempt.does) {
    case 'investigate':
      return ['recordInvestigation', { officerIds: ['one', 'two'], showedCertificates: true, evidence: EVIDENCE }];
    case 'order':
      return ['orderCorrection', { content: '清理', legalBasis: '示例条例§1', dueOn: today }];
    case 'waive':
      return ['recordStatement', { waivesStatement: true }];
    case 'speak':
      return ['recordStatement', { content: '过重', isAdopted: false, examination: '不予采纳' }];
    case 'waiveHearing':
      return ['recordStatement', { waivesHearing: true }];
    case 'ask':
      return ['requestHearing', {}];
    case 'schedule': {
      const heldAt = new Date(office.now.getTime() + attempt.inDays * 86_400_000 - 3_600_000).toISOString();
      return ['scheduleHearing', { hostId: attempt.host, heldAt, place: '示例听证室' }, REVIEWER];
    }
    case 'hold':
      return ['holdHearing', { record: '听证笔录', report: '听证报告' }, REVIEWER];
    case 'submit':
      return ['submitForLegalReview', {}];
    case 'review':
      return ['reviewCase', { reviewerId: attempt.reviewer, result: attempt.passes ? 'PASSED' : 'RETURNED', opinion: '意见' }, REVIEWER];
    case 'deliberate':
      return ['deliberateCase', PANEL, HEAD];
    case 'reopen':
      return ['reopenInvestigation', { reason: '补充' }];
    case 'conclude':
      return ['concludeInvestigation', { reviewGrounds: attempt.isComplex ? ['COMPLEX'] : [], needsDeliberation: attempt.isGrave }];
    case 'notify':
      return ['notifyParty', { penalties: FINE_OF(String(attempt.yuan)), facts: '占道', reasons: '情节' }];
    case 'decide':
      return ['decideCase', { outcome: 'PENALTY', facts: '占道', penalties: FINE_OF(String(attempt.yuan)) }, HEAD];
    case 'acquit':
      return ['decideCase', { outcome: 'NOT_ESTABLISHED', facts: '不成立' }, HEAD];
    case 'suspend':
      return ['suspendCase', { ground: 'EXAMINATION', reason: '送检', legalBasis: '示例规章§64' }, HEAD];
    case 'resume':
      return ['resumeCase', {}];
    case 'terminate':
      return ['terminateCase', { reason: '终止' }, HEAD];
    case 'accuse':
      return ['transferCase', { kind: 'POLICE', recipient: '示例公安局', reason: '涉嫌犯罪' }];
    case 'approve':
    case 'deny':
      return ['decideTransfer', { ...transfer, isApproved: attempt.does === 'approve' }, HEAD];
    case 'handOver':
      return ['handOverTransfer', { transferId: transfer.transferId }];
    case 'giveBack':
      return ['answerTransfer', { ...transfer, isTakenOver: false }];
    case 'preserve':
      return ['preserveEvidence', THINGS];
    case 'release':
    case 'take':
      return [
        'resolveMeasure',
        { measureId: open(seen.measures, 'outcome'), outcome: attempt.does === 'take' ? 'CONFISCATED' : 'RETURNED' },
      ];
    case 'serve':
      return ['serveDecision', { method: 'DIRECT', on: today }];
    case 'pay':
      return ['recordPayment', { purpose: 'FINE', amount: String(attempt.yuan), paidOn: today, channel: 'BANK' }];
    case 'check':
      return ['checkCorrection', { orderId: open(seen.corrections, 'isCorrected'), isCorrected: true, finding: '已改正' }];
    case 'close':
      return ['closeCase', { reason: '履行完毕' }];
    case 'archive':
      return ['archiveCase', { archiveNumber: 'DEMO' }];
    case 'revoke':
      return ['revokeDecision', { reason: '有误', legalBasis: '自行撤销' }, HEAD];
    case 'contest':
      return ['fileRemedy', { kind: 'LITIGATION', body: '示例法院', filedOn: today }];
    case 'uphold':
    case 'annul': {
      const annulled = attempt.does === 'annul' && { outcome: 'REVOKED', redo: { ground: 'EVIDENCE' } };
      return ['concludeRemedy', { remedyId: open(seen.remedies, 'outcome'), outcome: 'UPHELD', concludedOn: today, ...annulled }];
    }
    case 'wait':
      throw new Error('nobody is asked to wait');
  }
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
        const [name, more, who] = mutationOf(attempt, seen, office, law.today);
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
    // The stories get somewhere, or they would prove nothing.
    if (engine === 'sqlite')
      for (const does of ['decide', 'hold', 'review', 'deliberate', 'giveBack', 'pay', 'close', 'annul']) expect(deeds).toContain(does);
  });
});
