import { ENGINES } from '@township-graph/shared/testing/database';
import { CaseOffice, HEAD, type Seen } from '../case/testing/case-office';

const THINGS = {
  things: [{ name: '示例货架', quantity: 2 }],
  officerIds: ['one', 'two'],
  approvedBy: '示例负责人',
  reason: '证据可能灭失',
};
const SEIZE = { ...THINGS, kind: 'SEIZURE', legalBasis: '示例法§2' };

describe.each(ENGINES)('investigation on %s', (engine) => {
  let office: CaseOffice;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
  });
  beforeEach(() => office.on('2026-03-02'));
  afterAll(() => office.close());

  const last = ({ measures }: Seen) => measures.at(-1);

  test('行政处罚法§42, §55: two of the case’s own officers, who showed their certificates', async () => {
    const seen = await office.filed();
    const given = { officerIds: ['one', 'two'], showedCertificates: true, evidence: [] };
    expect(await office.refused('recordInvestigation', seen, { ...given, officerIds: ['one'] })).toBe('TOO_FEW_OFFICERS');
    expect(await office.refused('recordInvestigation', seen, { ...given, officerIds: ['one', 'three'] })).toBe('OFFICER_NOT_OF_CASE');
    expect(await office.refused('recordInvestigation', seen, { ...given, showedCertificates: false })).toBe('CERTIFICATES_NOT_SHOWN');
    const assigned = await office.move('assignCaseOfficers', seen, { officerIds: ['two', 'three'], reason: '回避' }, HEAD);
    expect(await office.refused('recordInvestigation', assigned, given)).toBe('OFFICER_NOT_OF_CASE');
    expect((await office.investigate(assigned, { officerIds: ['two', 'three'] })).state).toBe('INVESTIGATING');
    expect(await office.refused('assignCaseOfficers', assigned, { officerIds: ['two'], reason: '回避' }, HEAD)).toBe('TOO_FEW_OFFICERS');
  });

  test('行政处罚法§40, §46②, §57①(3): without verified evidence there is no penalty to tell of, and nothing is established', async () => {
    const unverified = { kind: 'WITNESS', name: '证言', proves: '占道', isVerified: false };
    let seen = await office.investigate(await office.filed(), { evidence: [unverified] });
    seen = await office.move('concludeInvestigation', seen, { reviewGrounds: [], needsDeliberation: false });
    const fine = { penalties: [{ kind: 'FINE', amount: '1000' }], facts: '占道', reasons: '情节' };
    expect(await office.refused('notifyParty', seen, fine)).toBe('EVIDENCE_MISSING');
    const minor = { outcome: 'NOT_PUNISHED', facts: '轻微', ground: 'NO_FAULT', education: '教育' };
    expect(await office.refused('decideCase', seen, minor, HEAD)).toBe('EVIDENCE_MISSING');
    const none = await office.investigate(await office.filed(), { evidence: [unverified] });
    const over = await office.move('concludeInvestigation', none, { reviewGrounds: [], needsDeliberation: false });
    const decided = await office.move('decideCase', over, { outcome: 'NOT_ESTABLISHED', facts: '违法事实不能成立' }, HEAD);
    expect(decided).toMatchObject({ state: 'DECIDED', outcome: 'NOT_ESTABLISHED' });
    seen = await office.investigate(await office.move('reopenInvestigation', seen, { reason: '补充' }));
    seen = await office.move('concludeInvestigation', seen, { reviewGrounds: [], needsDeliberation: false });
    expect((await office.move('notifyParty', seen, fine)).state).toBe('NOTIFIED');
    const { evidence } = await office.see(seen.id, 'evidence { kind isVerified collectedOn }');
    expect(evidence.map(({ kind }: { kind: string }) => kind)).toEqual(['WITNESS', 'SITE_RECORD']);
  });

  test('行政处罚法§56: kept for seven working days, then only given back', async () => {
    let seen = await office.move('preserveEvidence', await office.filed(), THINGS);
    expect(last(seen)).toMatchObject({ kind: 'PRESERVATION', dueAt: '2026-03-11T15:59:59.999Z', outcome: null });
    const measureId = last(seen).id;
    expect(await office.refused('extendSeizure', seen, { measureId, days: 5, reason: '复杂' }, HEAD)).toBe('PRESERVATION_NOT_EXTENDED');
    expect(await office.refused('resolveMeasure', seen, { measureId, outcome: 'CONFISCATED' })).toBe('NOT_CONFISCATED');
    office.on('2026-03-12');
    expect(await office.refused('resolveMeasure', seen, { measureId, outcome: 'EXAMINED' })).toBe('MEASURE_EXPIRED');
    seen = await office.move('resolveMeasure', seen, { measureId, outcome: 'RETURNED' });
    expect(await office.refused('resolveMeasure', seen, { measureId, outcome: 'RETURNED' })).toBe('MEASURE_ENDED');
  });

  test('行政强制法§25, §28: thirty days and thirty more, once; natural days that no holiday lengthens', async () => {
    let seen = await office.move('seizeProperty', await office.filed(), SEIZE);
    const measureId = last(seen).id;
    expect(last(seen).dueAt).toBe('2026-04-01T15:59:59.999Z');
    expect(
      (
        await office.refusal('extendSeizure', { caseId: seen.id, expectedVersion: seen.version, measureId, days: 31, reason: '复杂' }, HEAD)
      )[1],
    ).toBe('EXTENSION_TOO_LONG');
    seen = await office.move('extendSeizure', seen, { measureId, days: 30, reason: '情况复杂' }, HEAD);
    // 1 May is a holiday, and nothing is held a day longer for it.
    expect(last(seen)).toMatchObject({ isExtended: true, dueAt: '2026-05-01T15:59:59.999Z' });
    expect(await office.refused('extendSeizure', seen, { measureId, days: 1, reason: '复杂' }, HEAD)).toBe('SEIZURE_EXTENDED');
    office.on('2026-05-02');
    expect(await office.refused('resolveMeasure', seen, { measureId, outcome: 'DESTROYED' })).toBe('MEASURE_EXPIRED');
    seen = await office.move('resolveMeasure', seen, { measureId, outcome: 'RETURNED' });
    office.on('2026-03-02');
    const late = await office.move('seizeProperty', await office.filed(), SEIZE);
    office.on('2026-04-02');
    expect(await office.refused('extendSeizure', late, { measureId: last(late).id, days: 1, reason: '复杂' }, HEAD)).toBe(
      'SEIZURE_EXPIRED',
    );
  });

  test('行政强制法§17: never under an entrusted power, neither at once nor by way of preservation', async () => {
    let seen = await office.filed({ powerId: 'entrusted' });
    expect(seen.availableActions).not.toContain('seizeProperty');
    expect(await office.refused('seizeProperty', seen, SEIZE)).toBe('COERCION_ENTRUSTED');
    seen = await office.move('preserveEvidence', seen, THINGS);
    const resolve = { measureId: last(seen).id, outcome: 'SEIZED', seizedAs: 'SEIZURE', legalBasis: '示例法§2', approvedBy: '示例负责人' };
    expect(await office.refused('resolveMeasure', seen, resolve)).toBe('COERCION_ENTRUSTED');
  });

  test('行政强制法§10, §18, §22: only what a law provides, by two officers, approved by the head', async () => {
    const seen = await office.filed({ powerId: 'uncoercive' });
    expect(await office.refused('seizeProperty', seen, SEIZE)).toBe('MEASURE_NOT_PROVIDED');
    const lawful = await office.filed();
    expect(await office.refused('seizeProperty', lawful, { ...SEIZE, kind: 'PRESERVATION' })).toBe('MEASURE_KIND');
    expect(await office.refused('seizeProperty', lawful, { ...SEIZE, kind: 'FREEZING' })).toBe('FREEZING_FORBIDDEN');
    expect(await office.refused('seizeProperty', lawful, { ...SEIZE, officerIds: ['one'] })).toBe('TOO_FEW_OFFICERS');
    expect(await office.refused('seizeProperty', lawful, { ...SEIZE, approvedBy: '' })).toBe('TEXT_LENGTH');
    expect(await office.refused('seizeProperty', lawful, { ...SEIZE, things: [] })).toBe('THINGS_UNLISTED');
    const kept = await office.move('preserveEvidence', lawful, THINGS);
    const turn = { measureId: last(kept).id, outcome: 'SEIZED', seizedAs: 'SEALING', legalBasis: '示例法§2' };
    expect(await office.refused('resolveMeasure', kept, { ...turn, officerIds: ['one', 'two'] })).toBe('TEXT_LENGTH');
    expect(await office.refused('resolveMeasure', kept, { ...turn, approvedBy: '示例负责人' })).toBe('TOO_FEW_OFFICERS');
    const approved = { ...turn, approvedBy: '示例负责人', officerIds: ['one', 'two'] };
    const ended = await office.move('terminateCase', kept, { reason: '示例' }, HEAD);
    expect(await office.refused('resolveMeasure', ended, approved)).toBe('MOVE_NOT_ALLOWED');
    const again = await office.move('preserveEvidence', await office.filed(), THINGS);
    const turned = await office.move('resolveMeasure', again, { ...approved, measureId: last(again).id });
    expect(turned.measures.map(({ kind, outcome }: Record<string, string>) => [kind, outcome])).toEqual([
      ['PRESERVATION', 'SEIZED'],
      ['SEALING', null],
    ]);
  });

  test('行政强制法§19: what cannot wait is taken at once, told within 24 hours, and ends at once where the head does not approve', async () => {
    const urgent = { ...SEIZE, approvedBy: null, isEmergency: true };
    const fields = 'id version availableActions measures { id kind approval outcome deadlines { kind state dueAt } }';
    const filed = await office.filed();
    expect(await office.refused('seizeProperty', filed, { ...SEIZE, isEmergency: true })).toBe('EMERGENCY_CONTRADICTS');
    expect(await office.refused('seizeProperty', await office.filed({ powerId: 'entrusted' }), urgent)).toBe('COERCION_ENTRUSTED');
    let seen = await office.move('seizeProperty', filed, urgent);
    const measureId = last(seen).id;
    const approve = { measureId, isApproved: true, reason: '情况属实' };
    expect((await office.see(seen.id, fields)).measures[0]).toMatchObject({
      approval: 'PENDING',
      deadlines: [{ kind: 'SEIZURE' }, { kind: 'EMERGENCY_REPORT', state: 'RUNNING', dueAt: '2026-03-03T02:00:00.000Z' }],
    });
    expect((await office.refusal('approveMeasure', { caseId: seen.id, expectedVersion: seen.version, ...approve }))[0]).toBe('FORBIDDEN');
    expect(await office.refused('extendSeizure', seen, { measureId, days: 30, reason: '复杂' }, HEAD)).toBe('MEASURE_UNAPPROVED');
    office.now = new Date('2026-03-03T01:59:00.000Z');
    expect(await office.refused('approveMeasure', { ...seen, version: seen.version - 1 }, approve, HEAD)).toBe('STALE_VERSION');
    seen = await office.move('approveMeasure', seen, approve, HEAD);
    expect(await office.refused('approveMeasure', seen, approve, HEAD)).toBe('NOTHING_TO_APPROVE');
    expect((await office.see(seen.id, fields)).measures[0]).toMatchObject({ approval: 'AFTERWARDS', outcome: null });
    office.on('2026-03-03');
    let late = await office.move('seizeProperty', await office.filed(), urgent);
    office.now = new Date('2026-03-04T02:00:01.000Z');
    expect(await office.refused('approveMeasure', late, { ...approve, measureId: last(late).id }, HEAD)).toBe('MEASURE_REPORT_LATE');
    late = await office.move('approveMeasure', late, { measureId: last(late).id, isApproved: false, reason: '超过时限' }, HEAD);
    expect((await office.see(late.id, fields)).measures[0]).toMatchObject({
      approval: 'DENIED',
      outcome: 'RETURNED',
      deadlines: [{ state: 'MET' }, { state: 'OVERDUE' }],
    });
  });

  test('行政处罚法§58, §64(4): by whose account a case was investigated in any step, it is not reviewed', async () => {
    const both = { ...HEAD, subject: 'both' };
    let seen = await office.move('preserveEvidence', await office.filed(), THINGS, both);
    seen = await office.move('resolveMeasure', seen, { measureId: last(seen).id, outcome: 'RETURNED' });
    seen = await office.ordered(await office.investigate(seen));
    seen = await office.move('concludeInvestigation', seen, { reviewGrounds: ['COMPLEX'], needsDeliberation: false });
    seen = await office.move('submitForLegalReview', seen);
    const review = { reviewerId: 'reviewer', result: 'PASSED', opinion: '同意' };
    expect(await office.refused('reviewCase', seen, review, both)).toBe('ACTOR_INVESTIGATED');
    expect((await office.move('reviewCase', seen, review, HEAD)).state).toBe('REVIEWED');
  });

  test('行政处罚法§60: the ninety days stand still and are lengthened only by a rule that is named, before they are over', async () => {
    let seen = await office.investigate(await office.filed());
    expect(seen.decideBy).toBe('2026-06-01T15:59:59.999Z');
    const suspension = { ground: 'EXAMINATION', reason: '送检', legalBasis: '示例规章§64' };
    expect(await office.refused('suspendCase', seen, { ...suspension, legalBasis: ' ' }, HEAD)).toBe('TEXT_LENGTH');
    expect((await office.refusal('suspendCase', { caseId: seen.id, expectedVersion: seen.version, ...suspension }))[0]).toBe('FORBIDDEN');
    seen = await office.move('suspendCase', seen, suspension, HEAD);
    office.on('2026-03-12');
    seen = await office.move('resumeCase', seen);
    // Nine days more: 3 to 11 March did not count.
    expect(seen).toMatchObject({ state: 'INVESTIGATING', decideBy: '2026-06-09T15:59:59.999Z' });
    const extension = { days: 30, reason: '案情复杂', legalBasis: '示例规章§64' };
    expect(await office.refused('extendCase', seen, { ...extension, days: 31 }, HEAD)).toBe('EXTENSION_TOO_LONG');
    seen = await office.move('extendCase', seen, extension, HEAD);
    expect(seen.decideBy).toBe('2026-07-09T15:59:59.999Z');
    office.on('2026-07-11');
    expect(await office.refused('extendCase', seen, extension, HEAD)).toBe('DEADLINE_OVERDUE');
  });

  test('行政处罚法§28: an order to correct is checked, and not found unmet before its day', async () => {
    let seen = await office.investigate(await office.filed());
    seen = await office.move('orderCorrection', seen, { content: '清理', legalBasis: '示例条例§1', dueOn: '2026-03-10' });
    const orderId = seen.corrections[0].id;
    const check = { orderId, isCorrected: false, finding: '未清理' };
    expect(await office.refused('checkCorrection', seen, check)).toBe('CORRECTION_NOT_DUE');
    office.on('2026-03-11');
    seen = await office.move('checkCorrection', seen, check);
    expect(await office.refused('checkCorrection', seen, check)).toBe('CORRECTION_CHECKED');
    expect(await office.refused('orderCorrection', seen, { content: '清理', legalBasis: '示例条例§1', dueOn: '2026-03-10' })).toBe(
      'CORRECTION_DAY',
    );
  });
});
