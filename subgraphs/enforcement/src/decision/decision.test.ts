import { citizenCheckCharacter } from '@township-graph/shared/citizen-id';
import { ENGINES } from '@township-graph/shared/testing/database';
import { CaseOffice, FINE_OF, HEAD, ORGANIZATION, PERSON, REVIEWER, type Seen } from '../case/testing/case-office';

const PANEL = { participants: ['示例甲', '示例乙', '示例丙'], record: '讨论笔录', conclusion: '罚款' };
const PASSED = { reviewerId: 'reviewer', result: 'PASSED', opinion: '同意' };

describe.each(ENGINES)('from the investigation to the decision on %s', (engine) => {
  let office: CaseOffice;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
  });
  beforeEach(() => office.on('2026-03-02'));
  afterAll(() => office.close());

  const conclude = async (seen: Seen) => office.move('concludeInvestigation', seen, { reviewGrounds: [], needsDeliberation: false });
  const heard = async (seen: Seen) => {
    const asked = seen.state === 'HEARING' ? seen : await office.move('requestHearing', seen);
    const now = await office.move(
      'scheduleHearing',
      asked,
      { hostId: 'host', heldAt: '2026-03-11T01:00:00.000Z', place: '示例听证室' },
      REVIEWER,
    );
    office.on('2026-03-11');
    return office.move('holdHearing', now, { record: '听证笔录', report: '听证报告' }, REVIEWER);
  };

  test('行政处罚法§44, §62: no penalty that the party was not told of', async () => {
    const seen = await office.investigated();
    expect(seen.availableActions).not.toContain('recordStatement');
    expect(await office.whyNotDecided(seen)).toBe('NOTICE_MISSING');
  });

  test('行政处罚法§45, §62: no penalty before the party spoke, waived it, or its time was over', async () => {
    const seen = await office.notified();
    expect(seen.statementUntil).toBe('2026-03-09T15:59:59.999Z');
    expect(await office.whyNotDecided(seen)).toBe('STATEMENT_OPEN');
    expect(await office.refused('recordStatement', seen, { content: '认为处罚过重' })).toBe('TEXT_LENGTH');
    expect(await office.refused('recordStatement', seen, {})).toBe('STATEMENT_EMPTY');
    const spoken = await office.move('recordStatement', seen, { content: '认为处罚过重', isAdopted: false, examination: '经复核不予采纳' });
    expect(spoken.statement).toBe('HEARD');
    expect((await office.decide(spoken, FINE_OF('1000'))).state).toBe('DECIDED');
    const silent = await office.notified();
    office.on('2026-03-10');
    expect((await office.decide(silent, FINE_OF('1000'))).state).toBe('DECIDED');
  });

  test('行政处罚法§45②: no heavier than was told; a new notice is heavier by new evidence only', async () => {
    let seen = await office.waive(await office.notified('1000'));
    expect(await office.whyNotDecided(seen, FINE_OF('1000.01'))).toBe('HEAVIER_THAN_TOLD');
    expect(await office.whyNotDecided(seen, [...FINE_OF('1000'), { kind: 'WARNING' }])).toBe('HEAVIER_THAN_TOLD');
    seen = await office.move('reopenInvestigation', seen, { reason: '当事人申辩' });
    expect(seen).toMatchObject({ state: 'INVESTIGATING', statement: 'OPEN' });
    seen = await conclude(seen);
    const told = { penalties: FINE_OF('2000'), facts: '占道', reasons: '情节' };
    expect(await office.refused('notifyParty', seen, told)).toBe('HEAVIER_THAN_TOLD');
    seen = await office.move('reopenInvestigation', seen, { reason: '新证据' });
    seen = await conclude(await office.investigate(seen));
    seen = await office.waive(await office.move('notifyParty', seen, told));
    expect((await office.decide(seen, FINE_OF('2000'))).decision.fine).toBe('2000.00');
  });

  test('行政处罚法§63, §64(1): five working days to ask for a hearing, which the notice opens where the penalty is large', async () => {
    const small = await office.notified('19999.99');
    expect(small).toMatchObject({ hearing: 'NONE', hearingUntil: null });
    expect(await office.refused('requestHearing', small)).toBe('NO_HEARING_RIGHT');
    expect((await office.refusal('recordStatement', { caseId: small.id, expectedVersion: small.version, waivesHearing: true }))[1]).toBe(
      'HEARING_NOT_OFFERED',
    );
    let seen = await office.waive(await office.notified('20000'));
    expect(seen.hearing).toBe('OFFERED');
    expect(await office.whyNotDecided(seen, FINE_OF('20000'))).toBe('HEARING_RIGHT_OPEN');
    const waived = await office.move('recordStatement', seen, { waivesHearing: true });
    expect((await office.decide(waived, FINE_OF('20000'))).state).toBe('DECIDED');
    seen = await office.waive(await office.notified('20000'));
    office.on('2026-03-10');
    expect(await office.refused('requestHearing', seen)).toBe('HEARING_REQUEST_LATE');
    expect((await office.decide(seen, FINE_OF('20000'))).state).toBe('DECIDED');
    office.on('2026-03-02');
    const closed = await office.notify(await office.investigated(), [{ kind: 'SUSPENSION_OF_BUSINESS', days: 10 }]);
    expect(closed.hearing).toBe('OFFERED');
  });

  test('行政处罚法§64(2)(4): seven working days ahead, by a host who neither investigated nor reviewed', async () => {
    let seen = await office.move('requestHearing', await office.notified('20000'));
    expect(seen.state).toBe('HEARING');
    const plan = { hostId: 'host', heldAt: '2026-03-11T01:00:00.000Z', place: '示例听证室' };
    const told = { record: '听证笔录', report: '听证报告' };
    expect(await office.refused('holdHearing', seen, told, REVIEWER)).toBe('HEARING_NOT_SCHEDULED');
    expect(await office.refused('scheduleHearing', seen, { ...plan, heldAt: '2026-03-10T09:00:00.000Z' }, REVIEWER)).toBe(
      'HEARING_NOTICE_SHORT',
    );
    expect(await office.refused('scheduleHearing', seen, { ...plan, hostId: 'one' }, REVIEWER)).toBe('HOST_INVESTIGATED');
    const investigator = { ...REVIEWER, subject: 'officer' };
    expect(await office.refused('scheduleHearing', seen, plan, investigator)).toBe('ACTOR_INVESTIGATED');
    seen = await office.move('scheduleHearing', seen, plan, REVIEWER);
    expect(await office.refused('holdHearing', seen, told, REVIEWER)).toBe('HEARING_NOT_DUE');
    expect(await office.whyNotDecided(seen, FINE_OF('20000'))).toBe('MOVE_NOT_ALLOWED');
    office.on('2026-03-11');
    seen = await office.move('holdHearing', seen, { ...told, isAbandoned: true }, REVIEWER);
    // §64(6): who stays away has given the hearing up, and may still state its case.
    expect(seen).toMatchObject({ state: 'HEARD', hearing: 'ABANDONED' });
  });

  test('行政处罚法§58: after a hearing, and where its grounds are given, nothing is decided that did not pass review', async () => {
    let seen = await heard(await office.notified('20000'));
    expect(await office.whyNotDecided(seen, FINE_OF('20000'))).toBe('REVIEW_MISSING');
    seen = await office.move('submitForLegalReview', seen);
    seen = await office.move('reviewCase', seen, PASSED, REVIEWER);
    expect((await office.decide(seen, FINE_OF('20000'))).state).toBe('DECIDED');
    office.on('2026-03-02');
    const grounds = { conclude: { reviewGrounds: ['PUBLIC_INTEREST'] } };
    const early = await office.move('submitForLegalReview', await office.investigated(grounds));
    const passed = await office.move('reviewCase', early, PASSED, REVIEWER);
    const asked = await office.move('requestHearing', await office.notify(passed, FINE_OF('20000')));
    const byReviewer = { hostId: 'reviewer', heldAt: '2026-03-11T01:00:00.000Z', place: '示例听证室' };
    expect(await office.refused('scheduleHearing', asked, byReviewer, REVIEWER)).toBe('HOST_REVIEWED');
    seen = await heard(asked);
    // The review knew nothing of the hearing (§58①(2)).
    expect(await office.whyNotDecided(seen, FINE_OF('20000'))).toBe('REVIEW_MISSING');
    office.on('2026-03-02');
    const unreviewed = await office.waive(await office.notified('1000', grounds));
    expect(await office.whyNotDecided(unreviewed)).toBe('REVIEW_MISSING');
    const back = await office.move('submitForLegalReview', unreviewed);
    expect((await office.move('reviewCase', back, { ...PASSED, result: 'RETURNED' }, REVIEWER)).state).toBe('INVESTIGATING');
  });

  test('行政处罚法§58②: by reviewers, qualified where it is their first, and by nobody who investigated', async () => {
    const seen = await office.move('submitForLegalReview', await office.investigated({ conclude: { reviewGrounds: ['COMPLEX'] } }));
    expect(await office.refused('reviewCase', seen, { ...PASSED, reviewerId: 'three' }, REVIEWER)).toBe('NOT_A_REVIEWER');
    expect(await office.refused('reviewCase', seen, { ...PASSED, reviewerId: 'novice' }, REVIEWER)).toBe('REVIEWER_UNQUALIFIED');
    expect(await office.refused('reviewCase', seen, { ...PASSED, reviewerId: 'neighbour' }, REVIEWER)).toBe('NOT_FOUND');
    expect(await office.refused('reviewCase', seen, PASSED, { ...REVIEWER, subject: 'officer' })).toBe('ACTOR_INVESTIGATED');
    expect((await office.refusal('reviewCase', { caseId: seen.id, expectedVersion: seen.version, ...PASSED }))[0]).toBe('FORBIDDEN');
    // Who reviewed before 2018 needs no qualification for it.
    expect((await office.move('reviewCase', seen, { ...PASSED, reviewerId: 'veteran' }, REVIEWER)).state).toBe('REVIEWED');
  });

  test('行政处罚法§57②: complex or grave cases are deliberated on, anew when the party spoke after', async () => {
    let seen = await office.waive(await office.notified('1000', { conclude: { needsDeliberation: true } }));
    expect(await office.whyNotDecided(seen)).toBe('DELIBERATION_MISSING');
    expect(
      (
        await office.refusal(
          'deliberateCase',
          { caseId: seen.id, expectedVersion: seen.version, ...PANEL, participants: ['示例甲', '示例甲', '示例乙'] },
          HEAD,
        )
      )[1],
    ).toBe('PARTICIPANTS_TOO_FEW');
    seen = await office.move('deliberateCase', seen, PANEL, HEAD);
    seen = await office.move('recordStatement', seen, { content: '补充申辩', isAdopted: false, examination: '不予采纳' });
    expect(seen.state).toBe('NOTIFIED');
    expect(await office.whyNotDecided(seen)).toBe('DELIBERATION_MISSING');
    seen = await office.move('deliberateCase', seen, PANEL, HEAD);
    expect((await office.decide(seen, FINE_OF('1000'))).state).toBe('DECIDED');
  });

  test('行政处罚法§60: after ninety days there is no penalty, unless the time was extended; not to punish is possible still', async () => {
    const seen = await office.waive(await office.notified());
    office.on('2026-06-02');
    expect((await office.see(seen.id)).availableActions).not.toContain('extendCase');
    expect(await office.whyNotDecided(seen)).toBe('DECISION_OVERDUE');
    const given = { outcome: 'NOT_ESTABLISHED', facts: '事实不能成立' };
    expect((await office.move('decideCase', seen, given, HEAD)).outcome).toBe('NOT_ESTABLISHED');
  });

  test('行政处罚法§28: with the penalty an order to correct, and the gains', async () => {
    let seen = await office.investigate(await office.filed({}, { gains: '5000' }));
    seen = await office.waive(
      await office.notify(await conclude(seen), [...FINE_OF('1000'), { kind: 'CONFISCATION_OF_GAINS', amount: '5000' }]),
    );
    expect(await office.whyNotDecided(seen)).toBe('CORRECTION_NOT_ORDERED');
    seen = await office.ordered(seen);
    expect(await office.whyNotDecided(seen)).toBe('GAINS_NOT_CONFISCATED');
    expect(await office.whyNotDecided(seen, FINE_OF('1000'), { restituted: '4999.99' })).toBe('GAINS_NOT_CONFISCATED');
    const both = [...FINE_OF('1000'), { kind: 'CONFISCATION_OF_GAINS', amount: '3000' }];
    expect((await office.decide(seen, both, { restituted: '2000' })).state).toBe('DECIDED');
  });

  test('行政处罚法§30, §33, §36: who is not punished, and why', async () => {
    const born = (first17: string) => ({ ...PERSON, idNumber: `${first17}${citizenCheckCharacter(first17)}` });
    const child = await office.investigated({ filing: { party: born('99000020150302001') } });
    expect(await office.refused('notifyParty', child, { penalties: FINE_OF('100'), facts: '占道', reasons: '情节' })).toBe(
      'PENALTY_FORBIDDEN',
    );
    const not = (ground: string | null, more: object = {}) => ({
      outcome: 'NOT_PUNISHED',
      facts: '占道',
      ground,
      education: '责令监护人管教',
      ...more,
    });
    expect(await office.refused('decideCase', child, not('FIRST_OFFENCE'), HEAD)).toBe('GROUND_UNFOUNDED');
    expect(await office.refused('decideCase', child, not(null), HEAD)).toBe('GROUND_MISSING');
    expect(await office.refused('decideCase', child, not('UNDER_FOURTEEN', { education: null }), HEAD)).toBe('TEXT_LENGTH');
    const free = await office.move('decideCase', child, not('UNDER_FOURTEEN'), HEAD);
    expect(free.decision.documentNumber).toMatch(/^兰三义寨不罚字〔2026〕\d+号$/);
    const minor = await office.waive(await office.notified('1000', { filing: { party: born('99000020100302001') } }));
    expect(await office.whyNotDecided(minor)).toBe('MITIGATION_MISSING');
    expect((await office.decide(minor, FINE_OF('1000'), { mitigation: '未成年人' })).state).toBe('DECIDED');
    let first = await office.investigated({ filing: { party: { ...PERSON, name: '示例乙', idNumber: null } } });
    expect(await office.refused('decideCase', first, not('FIRST_OFFENCE'), HEAD)).toBe('GROUND_UNFOUNDED');
    first = await office.move('checkCorrection', first, { orderId: first.corrections[0].id, isCorrected: true, finding: '已改正' });
    expect((await office.move('decideCase', first, not('FIRST_OFFENCE'), HEAD)).outcome).toBe('NOT_PUNISHED');
  });

  test('行政处罚法§33①: who was punished for the same before is no first offender', async () => {
    const party = { ...ORGANIZATION, name: '示例复犯有限公司', creditCode: '91410225DEM000049N' };
    await office.decided('1000', { filing: { party } });
    let again = await office.investigated({ filing: { party } });
    again = await office.move('checkCorrection', again, { orderId: again.corrections[0].id, isCorrected: true, finding: '已改正' });
    const first = { outcome: 'NOT_PUNISHED', facts: '占道', ground: 'FIRST_OFFENCE', education: '教育' };
    expect(await office.refused('decideCase', again, first, HEAD)).toBe('GROUND_UNFOUNDED');
  });

  test('行政处罚法§59: a decision names the address, numbers, basis, remedies; contradictions are refused', async () => {
    const homeless = await office.waive(await office.notified('1000', { filing: { party: { ...ORGANIZATION, address: null } } }));
    expect(await office.whyNotDecided(homeless)).toBe('ADDRESS_MISSING');
    const seen = await office.waive(await office.notified());
    expect(await office.whyNotDecided(seen, [])).toBe('PENALTIES_MISSING');
    expect(await office.whyNotDecided(seen, FINE_OF('1000'), { ground: 'NO_FAULT' })).toBe('GROUND_CONTRADICTS');
    const both = { outcome: 'NOT_PUNISHED', facts: '占道', ground: 'NO_FAULT', education: '教育', penalties: FINE_OF('1') };
    expect(await office.refused('decideCase', seen, both, HEAD)).toBe('PENALTY_CONTRADICTS');
    const { decision } = await office.decide(seen, FINE_OF('1000'));
    expect(decision.remedies).toContain('六十日内依法申请行政复议');
    expect(decision.remedies).toContain('六个月内依法向人民法院提起行政诉讼');
  });
});
