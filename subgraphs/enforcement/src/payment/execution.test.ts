import { ENGINES } from '@township-graph/shared/testing/database';
import { CaseOffice, FINE_OF, HEAD, type Seen } from '../case/testing/case-office';

describe.each(ENGINES)('from the decision to the file on %s', (engine) => {
  let office: CaseOffice;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
  });
  beforeEach(() => office.on('2026-03-02'));
  afterAll(() => office.close());

  const served = async (amount = '1000') => office.serve(await office.decided(amount), '2026-03-02');
  const corrected = (seen: Seen) =>
    office.move('checkCorrection', seen, { orderId: seen.corrections[0].id, isCorrected: true, finding: '已改正' });
  const close = { reason: '履行完毕' };

  test('行政处罚法§61: how a decision is served, and when it counts', async () => {
    const seen = await office.decided();
    const why = (given: object) => office.refused('serveDecision', seen, given);
    expect(await why({ method: 'ELECTRONIC', on: '2026-03-02' })).toBe('CONFIRMATION_MISSING');
    expect(await why({ method: 'DIRECT', on: '2026-03-01' })).toBe('SERVED_BEFORE_DECISION');
    expect(await why({ method: 'DIRECT', on: '2026-03-03' })).toBe('NOT_SERVED_YET');
    expect(await why({ method: 'PUBLIC_NOTICE', on: '2026-03-02' })).toBe('NOT_SERVED_YET');
    office.on('2026-04-01');
    expect(await why({ method: 'ON_THE_SPOT', on: '2026-04-01' })).toBe('NOT_ON_THE_SPOT');
    const told = await office.serve(seen, '2026-03-02', { method: 'PUBLIC_NOTICE' });
    expect(told.decision.servedOn).toBe('2026-04-01');
    const { deadlines } = await office.see(told.id, 'deadlines { kind state }');
    // Served, and late: seven working days ended on 11 March.
    expect(deadlines).toContainEqual({ kind: 'SERVICE', state: 'OVERDUE' });
  });

  test('行政处罚法§67: at a bank; not before it was served, not more than is owed, not in cash', async () => {
    const seen = await served();
    expect(seen.collection.parts).toEqual([{ dueOn: '2026-03-17', amount: '1000.00' }]);
    const why = (given: object) =>
      office.refused('recordPayment', seen, { purpose: 'FINE', amount: '1000', paidOn: '2026-03-02', channel: 'BANK', ...given });
    expect(await why({ paidOn: '2026-03-01' })).toBe('PAYMENT_DAY');
    expect(await why({ amount: '1000.01' })).toBe('OVERPAID');
    expect(await why({ purpose: 'LATE_FINE', amount: '1' })).toBe('OVERPAID');
    expect(await why({ channel: 'CASH', receiptNumber: 'DEMO1' })).toBe('CASH_GROUND_MISSING');
    expect(await why({ channel: 'CASH', receiptNumber: 'DEMO1', cashGround: 'HARD_TO_ENFORCE' })).toBe('CASH_FORBIDDEN');
    expect(await why({ amount: '0' })).toBe('AMOUNT');
    expect(await office.refused('closeCase', seen, close)).toBe('UNPAID');
  });

  test('行政处罚法§72, §73③: three percent a day up to the fine, standing still during review; closed when all is paid', async () => {
    let seen = await served();
    office.on('2026-03-27');
    expect((await office.see(seen.id)).collection.lateFine).toBe('300.00');
    seen = await office.move('fileRemedy', seen, { kind: 'REVIEW', body: '兰考县人民政府', filedOn: '2026-03-27' });
    expect(await office.refused('fileRemedy', seen, { kind: 'LITIGATION', body: '示例法院', filedOn: '2026-03-27' })).toBe('REMEDY_OPEN');
    office.on('2026-04-27');
    expect((await office.see(seen.id)).collection.lateFine).toBe('270.00');
    seen = await office.pay(seen, '1000', '2026-04-27');
    expect(seen.isPaidUp).toBe(false);
    seen = await office.pay(await corrected(seen), '270', '2026-04-27', { purpose: 'LATE_FINE' });
    expect(seen.isPaidUp).toBe(true);
    expect(await office.refused('closeCase', seen, close)).toBe('UNDER_REMEDY');
    seen = await office.move('concludeRemedy', seen, { remedyId: seen.remedies[0].id, outcome: 'UPHELD', concludedOn: '2026-04-27' });
    expect((await office.move('closeCase', seen, close)).state).toBe('CLOSED');
    office.on('2026-03-02');
    const capped = await served();
    office.on('2027-04-27');
    expect((await office.see(capped.id)).collection.lateFine).toBe('1000.00');
  });

  test('行政处罚法§66②: in parts, on the party’s application, before it is due', async () => {
    let seen = await served();
    const parts = [
      { dueOn: '2026-04-30', amount: '400' },
      { dueOn: '2026-05-29', amount: '600' },
    ];
    const why = (given: object) => office.refused('extendPayment', seen, { parts, hardship: '确有经济困难', ...given }, HEAD);
    expect(await why({ hardship: '' })).toBe('HARDSHIP_MISSING');
    expect(await why({ parts: [parts[0]] })).toBe('PLAN_SUM');
    seen = await office.move('extendPayment', seen, { parts, hardship: '确有经济困难' }, HEAD);
    office.on('2026-05-01');
    expect((await office.see(seen.id)).collection.lateFine).toBe('12.00');
    seen = await office.pay(seen, '400', '2026-05-01');
    expect((await office.see(seen.id, 'deadlines { kind state dueOn }')).deadlines).toContainEqual({
      kind: 'PAYMENT',
      state: 'RUNNING',
      dueOn: '2026-05-29',
    });
    office.on('2026-06-01');
    expect(await why({ parts: [{ dueOn: '2026-07-01', amount: '600' }] })).toBe('PAYMENT_OVERDUE');
  });

  test('行政强制法§53, §54: reminded, ten working days later and once the time to sue is over, within three months', async () => {
    let seen = await served();
    expect(await office.refused('remindParty', seen, { servedOn: '2026-03-02' })).toBe('NOT_OVERDUE');
    expect(await office.refused('applyToCourt', seen, {}, HEAD)).toBe('REMINDER_MISSING');
    office.on('2026-08-20');
    seen = await office.move('remindParty', seen, { servedOn: '2026-08-20' });
    expect(await office.refused('applyToCourt', seen, {}, HEAD)).toBe('REMINDER_FRESH');
    office.on('2026-12-03');
    expect(await office.refused('applyToCourt', seen, {}, HEAD)).toBe('COURT_TOO_LATE');
    office.on('2026-09-04');
    seen = await office.move('applyToCourt', seen, {}, HEAD);
    expect(await office.refused('closeCase', await corrected(seen), close)).toBe('UNPAID');
    seen = await office.move('recordCourtResult', await office.see(seen.id), { result: 'ENFORCED' });
    expect(await office.refused('recordCourtResult', seen, { result: 'ENFORCED' })).toBe('NO_COURT_APPLICATION');
    seen = await office.move('closeCase', seen, close);
    expect((await office.see(seen.id, 'deadlines { kind state dueOn }')).deadlines).toContainEqual({
      kind: 'COURT_APPLICATION',
      state: 'MET',
      dueOn: '2026-12-02',
    });
  });

  test('行政处罚法§73, 行政复议法§63: changed for the better only; revoked, the fine falls and the act may be judged anew', async () => {
    let seen = await office.move('fileRemedy', await served('2000'), { kind: 'REVIEW', body: '兰考县人民政府', filedOn: '2026-03-02' });
    const conclude = { remedyId: seen.remedies[0].id, outcome: 'CHANGED', concludedOn: '2026-03-02' };
    expect(await office.refused('concludeRemedy', seen, { ...conclude, penalties: FINE_OF('2001') })).toBe('CHANGED_FOR_THE_WORSE');
    seen = await office.move('concludeRemedy', seen, { ...conclude, penalties: FINE_OF('500') });
    expect(seen).toMatchObject({ state: 'EXECUTING', decision: { fine: '500.00' }, collection: { unpaid: '500.00' } });
    expect(await office.refused('concludeRemedy', seen, conclude)).toBe('REMEDY_CONCLUDED');
    seen = await office.move('fileRemedy', seen, { kind: 'LITIGATION', body: '示例法院', filedOn: '2026-03-02' });
    const revoked = await office.move('concludeRemedy', seen, {
      remedyId: seen.remedies[1].id,
      outcome: 'REVOKED',
      concludedOn: '2026-03-02',
    });
    expect(revoked).toMatchObject({ state: 'REVOKED', availableActions: expect.not.arrayContaining(['recordPayment', 'closeCase']) });
    const own = await office.move('revokeDecision', await office.decided(), { reason: '事实认定有误', legalBasis: '自行撤销' }, HEAD);
    expect(own.state).toBe('REVOKED');
  });

  test('行政处罚法§56, 行政强制法§27: what is held still keeps a case from being closed; confiscated goods are taken by the decision', async () => {
    const things = { things: [{ name: '示例货架', quantity: 1 }], officerIds: ['one', 'two'], approvedBy: '示例负责人', reason: '证据' };
    let seen = await office.move('seizeProperty', await office.investigate(await office.filed()), {
      ...things,
      kind: 'SEIZURE',
      legalBasis: '示例法§2',
    });
    seen = await office.move('concludeInvestigation', await office.ordered(seen), { reviewGrounds: [], needsDeliberation: false });
    const penalties = [{ kind: 'CONFISCATION_OF_PROPERTY', amount: '300', object: '示例货架' }];
    seen = await office.waive(await office.notify(seen, penalties));
    seen = await office.serve(await office.decide(seen, penalties), '2026-03-02');
    expect(seen.state).toBe('SERVED');
    expect(await office.refused('closeCase', seen, close)).toBe('MEASURE_OPEN');
    seen = await office.move('resolveMeasure', seen, { measureId: seen.measures[0].id, outcome: 'CONFISCATED' });
    expect(await office.refused('closeCase', seen, close)).toBe('CORRECTION_UNCHECKED');
    expect((await office.move('closeCase', await corrected(seen), close)).state).toBe('CLOSED');
  });
});
