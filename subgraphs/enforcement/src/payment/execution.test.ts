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
  const late = async () => {
    office.on('2026-03-02');
    const seen = await served();
    office.on('2026-03-27');
    return seen;
  };
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

  test('行政强制法§42: agreed on in stages, with what was added waived for making good; not performed, it is enforced again', async () => {
    const agreements =
      'executionAgreements { signedOn remedialMeasures waived brokenOn parts { dueOn amount } } collection { lateFine lateFineWaived } deadlines { kind state }';
    let seen = await served();
    const agree = {
      parts: [
        { dueOn: '2026-04-27', amount: '400' },
        { dueOn: '2026-05-27', amount: '600' },
      ],
      terms: '分两期履行',
      waived: '270',
      remedialMeasures: '已恢复原状，联系电话 13800000000',
      harmsNobody: true,
    };
    expect(await office.refused('agreeExecution', seen, agree, HEAD)).toBe('NOT_OVERDUE');
    office.on('2026-03-27');
    expect((await office.refusal('agreeExecution', { caseId: seen.id, expectedVersion: seen.version, ...agree }))[0]).toBe('FORBIDDEN');
    expect(await office.refused('agreeExecution', seen, { ...agree, waived: '271' }, HEAD)).toBe('WAIVER_TOO_MUCH');
    expect(await office.refused('resumeEnforcement', seen)).toBe('AGREEMENT_KEPT');
    seen = await office.move('agreeExecution', seen, agree, HEAD);
    expect(await office.refused('agreeExecution', seen, agree, HEAD)).toBe('AGREEMENT_STANDS');
    expect(await office.refused('remindParty', seen, { servedOn: '2026-03-27' })).toBe('AGREEMENT_STANDS');
    seen = await office.pay(seen, '400', '2026-03-27');
    office.on('2026-05-27');
    expect(await office.see(seen.id, agreements)).toMatchObject({
      executionAgreements: [
        {
          signedOn: '2026-03-27',
          remedialMeasures: '已恢复原状，联系电话 ***',
          waived: '270.00',
          brokenOn: null,
          parts: agree.parts.map((part) => ({ ...part, amount: `${part.amount}.00` })),
        },
      ],
      collection: { lateFine: '270.00', lateFineWaived: '270.00' },
      deadlines: expect.arrayContaining([
        { kind: 'PAYMENT', state: 'OVERDUE' },
        { kind: 'AGREEMENT', state: 'RUNNING' },
      ]),
    });
    expect(await office.refused('resumeEnforcement', seen)).toBe('AGREEMENT_KEPT');
    const kept = await office.pay(seen, '600', '2026-05-27');
    expect(kept.isPaidUp).toBe(true);
    office.on('2026-03-27');
    seen = await office.move('agreeExecution', await late(), agree, HEAD);
    office.on('2026-04-30');
    seen = await office.move('resumeEnforcement', seen);
    expect(await office.refused('resumeEnforcement', seen)).toBe('AGREEMENT_KEPT');
    // Ten days before it, and from 28 to 30 April again.
    expect(await office.see(seen.id, agreements)).toMatchObject({
      executionAgreements: [{ brokenOn: '2026-04-28' }],
      collection: { lateFine: '360.00', lateFineWaived: '0.00' },
    });
    expect((await office.move('remindParty', seen, { servedOn: '2026-04-30' })).state).toBe('EXECUTING');
  });

  test('行政强制法§40: execution ends where nothing can be carried out any more, and the case can be closed', async () => {
    const seen = await corrected(await served());
    const end = { ground: 'PARTY_DISSOLVED', reason: '已注销，无财产可供执行' };
    expect((await office.refusal('endExecution', { caseId: seen.id, expectedVersion: seen.version, ...end }))[0]).toBe('FORBIDDEN');
    const ended = await office.move('endExecution', seen, end, HEAD);
    expect(await office.refused('endExecution', ended, end, HEAD)).toBe('NOTHING_UNPAID');
    expect((await office.move('closeCase', ended, close)).state).toBe('CLOSED');
  });

  test('行政处罚法§67, 行政强制法§54: of confiscated gains alone the party is reminded too', async () => {
    const gains = [{ kind: 'CONFISCATION_OF_GAINS', amount: '300' }];
    let seen = await office.waive(await office.notify(await office.investigated({ filing: { powerId: 'gains' } }), gains));
    seen = await office.serve(await office.decide(seen, gains), '2026-03-02');
    expect(seen).toMatchObject({ state: 'EXECUTING', collection: { unpaid: '0.00', parts: [] } });
    expect(await office.refused('remindParty', seen, { servedOn: '2026-03-02' })).toBe('NOT_OVERDUE');
    office.on('2026-03-18');
    seen = await office.move('remindParty', seen, { servedOn: '2026-03-18' });
    seen = await office.pay(seen, '300', '2026-03-18', { purpose: 'GAINS' });
    expect(seen.isPaidUp).toBe(true);
  });

  test('行政复议法§64②, 行政诉讼法§71: revoked with the order to decide anew, it is investigated again, and not decided the same on the same', async () => {
    let seen = await office.move('fileRemedy', await served('2000'), { kind: 'LITIGATION', body: '示例法院', filedOn: '2026-03-02' });
    const conclude = {
      remedyId: seen.remedies[0].id,
      outcome: 'REVOKED',
      concludedOn: '2026-03-02',
      redo: { ground: 'EVIDENCE', until: '2026-05-08' },
    };
    expect(await office.refused('concludeRemedy', seen, { ...conclude, outcome: 'UPHELD' })).toBe('REDO_CONTRADICTS');
    expect(await office.refused('concludeRemedy', seen, { ...conclude, redo: { ground: 'EVIDENCE', until: '2026-03-02' } })).toBe(
      'REDO_DAY',
    );
    const first = seen.decision.documentNumber;
    seen = await office.move('concludeRemedy', seen, conclude);
    expect(seen).toMatchObject({
      state: 'INVESTIGATING',
      outcome: null,
      isPaidUp: null,
      collection: null,
      decideBy: '2026-05-08T15:59:59.999Z',
    });
    const act = { sameActAs: seen.id };
    expect((await office.refusal('fileCase', office.filing({}, act)))[1]).toBe('FILED_ALREADY');
    const again = async (amount: string) => {
      seen = await office.move('concludeInvestigation', seen, { reviewGrounds: [], needsDeliberation: false });
      seen = await office.waive(await office.notify(seen, FINE_OF(amount)));
      return office.whyNotDecided(seen, FINE_OF(amount));
    };
    expect(await again('2000')).toBe('SAME_DECISION');
    seen = await office.move('reopenInvestigation', seen, { reason: '补充证据' });
    seen = await office.investigate(seen);
    seen = await office.move('concludeInvestigation', seen, { reviewGrounds: [], needsDeliberation: false });
    seen = await office.waive(await office.notify(seen, FINE_OF('2000')));
    seen = await office.decide(seen, FINE_OF('2000'));
    const publicity = await office.see(seen.id, 'availableActions redoGround decisions { documentNumber revocation }');
    expect(publicity).toMatchObject({
      availableActions: expect.arrayContaining(['publishDecision']),
      redoGround: null,
      decisions: [
        { documentNumber: first, revocation: '被示例法院撤销' },
        { documentNumber: seen.decision.documentNumber, revocation: null },
      ],
    });
    seen = await office.pay(await office.serve(seen, '2026-03-02'), '2000', '2026-03-02');
    expect((await office.move('closeCase', await corrected(seen), close)).state).toBe('CLOSED');
  });

  test('行政诉讼法§71: what was revoked for its procedure alone may be decided the same; without a set time it is sixty days', async () => {
    let seen = await office.move('fileRemedy', await served(), { kind: 'REVIEW', body: '兰考县人民政府', filedOn: '2026-03-02' });
    const redo = { ground: 'PROCEDURE' };
    seen = await office.move('concludeRemedy', seen, {
      remedyId: seen.remedies[0].id,
      outcome: 'REVOKED',
      concludedOn: '2026-03-02',
      redo,
    });
    // The sixtieth day is a holiday.
    expect(seen.decideBy).toBe('2026-05-06T15:59:59.999Z');
    seen = await office.move('concludeInvestigation', seen, { reviewGrounds: [], needsDeliberation: false });
    seen = await office.waive(await office.notify(seen, FINE_OF('1000')));
    expect((await office.decide(seen, FINE_OF('1000'))).state).toBe('DECIDED');
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
