import { ENGINES } from '@township-graph/shared/testing/database';
import { CaseOffice, FINE_OF, HEAD, REVIEWER } from './testing/case-office';

describe.each(ENGINES)('the course of cases on %s', (engine) => {
  let office: CaseOffice;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
  });
  afterAll(() => office.close());

  test('from the clue to the file: each step on record, each clock kept', async () => {
    office.on('2026-03-02');
    const clue = await office.does('registerClue', { divisionCode: '410225201', source: 'GRID', facts: '有人占道', place: '示例路' });
    expect(clue).toMatchObject({ state: 'CLUE', version: 1, caseNumber: null, availableActions: ['checkClue', 'dismissClue', 'fileCase'] });
    let seen = await office.move('checkClue', clue);
    seen = await office.does('fileCase', { ...office.filing(), clueId: seen.id, expectedVersion: seen.version });
    expect(seen).toMatchObject({ state: 'FILED', caseNumber: '兰三义寨罚立字〔2026〕1号' });
    seen = await office.investigate(seen);
    seen = await office.ordered(seen);
    seen = await office.move('concludeInvestigation', seen, { reviewGrounds: ['COMPLEX'], needsDeliberation: true });
    seen = await office.notify(seen, FINE_OF('30000'));
    expect(seen).toMatchObject({ state: 'NOTIFIED', hearing: 'OFFERED', hearingUntil: '2026-03-09T15:59:59.999Z' });
    seen = await office.move('requestHearing', seen);
    seen = await office.move(
      'scheduleHearing',
      seen,
      { hostId: 'host', heldAt: '2026-03-11T01:00:00.000Z', place: '示例听证室' },
      REVIEWER,
    );
    office.on('2026-03-11');
    seen = await office.move('holdHearing', seen, { record: '听证笔录', report: '听证报告' }, REVIEWER);
    seen = await office.move('submitForLegalReview', seen);
    seen = await office.move('reviewCase', seen, { reviewerId: 'reviewer', result: 'PASSED', opinion: '同意' }, REVIEWER);
    const panel = { participants: ['示例甲', '示例乙', '示例丙'], record: '讨论笔录', conclusion: '罚款' };
    seen = await office.move('deliberateCase', seen, panel, HEAD);
    seen = await office.decide(seen, FINE_OF('30000'));
    expect(seen.decision).toMatchObject({ documentNumber: '兰三义寨罚决字〔2026〕1号', outcome: 'PENALTY', fine: '30000.00' });
    office.on('2026-03-13');
    seen = await office.serve(seen, '2026-03-12');
    expect(seen).toMatchObject({
      state: 'EXECUTING',
      isPaidUp: false,
      collection: { unpaid: '30000.00', parts: [{ dueOn: '2026-03-27' }] },
    });
    seen = await office.pay(seen, '30000', '2026-03-13');
    seen = await office.move('checkCorrection', seen, { orderId: seen.corrections[0].id, isCorrected: true, finding: '已改正' });
    seen = await office.move('closeCase', seen, { reason: '履行完毕' });
    seen = await office.move('archiveCase', seen, { archiveNumber: 'DEMO-2026-1' });
    expect(seen).toMatchObject({ state: 'ARCHIVED', isPaidUp: true });
    const { timeline, deadlines } = await office.see(
      seen.id,
      'id timeline { action from to legalBasis } deadlines { kind state dueOn basis }',
    );
    expect(timeline.map(({ action }: { action: string }) => action)).toEqual(
      'registerClue checkClue fileCase recordInvestigation orderCorrection concludeInvestigation notifyParty requestHearing scheduleHearing holdHearing submitForLegalReview passLegalReview deliberateCase decidePenalty serveToExecute recordPayment checkCorrection closeCase archiveCase'.split(
        ' ',
      ),
    );
    expect(deadlines.map(({ kind, state, dueOn }: Record<string, string>) => [kind, state, dueOn]).sort()).toEqual([
      ['DECISION', 'MET', '2026-06-01'],
      ['PAYMENT', 'MET', '2026-03-27'],
      ['PRE_CHECK', 'MET', '2026-03-23'],
      ['SERVICE', 'MET', '2026-03-20'],
    ]);
  });
});
