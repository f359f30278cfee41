import { ENGINES } from '@township-graph/shared/testing/database';
import type { Viewer } from '@township-graph/shared/viewer';
import { CaseOffice, FINE_OF, HEAD, NEIGHBOURS, OFFICER, PERSON, REVIEWER, type Seen } from '../case/testing/case-office';
import { COUNTY } from '../case/testing/people-and-powers';

const RELATED = { applicant: 'PARTY', ground: 'OTHER_RELATION', facts: '与当事人系亲属' };
const WHY = { reason: '经审查属实' };
/** The officer's own account, with every scope that it could have. */
const ONE: Viewer = { ...HEAD, subject: 'staff-one' };
const DESK = `{ caseDesk(divisionCode: "${COUNTY}") { waiting { undecidedRecusals } }
  enforcementCases(filter: { hasUndecidedRecusal: true }, first: 100) { nodes { id } } }`;
const FIELDS = 'recusals { id applicant ground facts isGranted decidedAt decisionReason officer { id } }';

describe.each(ENGINES)('recusal on %s', (engine) => {
  let office: CaseOffice;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
  });
  beforeEach(() => office.on('2026-03-02'));
  afterAll(() => office.close());

  const applied = (seen: Seen, officerId = 'one', more: object = {}) =>
    office.move('applyForRecusal', seen, { officerId, ...RELATED, ...more });
  const open = async ({ id }: Seen): Promise<string> =>
    (await office.see(id, FIELDS)).recusals.find(({ isGranted }: { isGranted: boolean | null }) => isGranted === null).id;
  const decided = async (seen: Seen, isGranted: boolean) =>
    office.move('decideRecusal', seen, { recusalId: await open(seen), isGranted, ...WHY }, HEAD);
  const recused = async (seen: Seen, officerId = 'one') => decided(await applied(seen, officerId), true);
  /** Whether the desk has it before it, as the list does and the count says. */
  const waiting = async ({ id }: Seen): Promise<boolean> => {
    const { data } = await office.ask(DESK, HEAD);
    expect(data.caseDesk.waiting.undecidedRecusals).toBe(data.enforcementCases.nodes.length);
    return data.enforcementCases.nodes.some((node: { id: string }) => node.id === id);
  };
  const assign = (officerIds: string[]) => ({ officerIds, reason: '回避后另行指派' });

  test('is asked about an officer of the place, once at a time, by nobody of elsewhere, and the same key asks once', async () => {
    const seen = await office.filed();
    const asked = { officerId: 'one', ...RELATED };
    expect(await office.refused('applyForRecusal', seen, asked, NEIGHBOURS)).toBe('NOT_FOUND');
    expect(await office.refused('applyForRecusal', seen, asked, REVIEWER)).toBe('SCOPE_MISSING');
    expect(await office.refused('applyForRecusal', seen, { ...asked, officerId: 'neighbour' })).toBe('NOT_FOUND');
    expect(await office.refused('applyForRecusal', seen, { ...asked, facts: ' ' })).toBe('TEXT_LENGTH');
    const input = { caseId: seen.id, expectedVersion: seen.version, idempotencyKey: `recusal-${engine}`, ...asked };
    const [first, again] = [await office.does('applyForRecusal', input), await office.does('applyForRecusal', input)];
    expect(again).toMatchObject({ id: first.id, version: first.version });
    expect(await office.refused('applyForRecusal', seen, { ...asked, officerId: 'two' })).toBe('STALE_VERSION');
    expect(await office.refused('applyForRecusal', first, asked)).toBe('RECUSAL_PENDING');
    expect((await office.see(seen.id, FIELDS)).recusals).toEqual([
      { id: expect.any(String), ...RELATED, isGranted: null, decidedAt: null, decisionReason: null, officer: { id: 'one' } },
    ]);
  });

  test('行政处罚法§43③: the head decides, never the officer concerned; the investigation goes on, but nothing is decided before', async () => {
    let seen = await applied(await office.filed());
    expect(await waiting(seen)).toBe(true);
    const answer = { recusalId: await open(seen), isGranted: false, ...WHY };
    expect(await office.refused('decideRecusal', seen, answer)).toBe('SCOPE_MISSING');
    expect(await office.refused('decideRecusal', seen, answer, ONE)).toBe('OWN_RECUSAL');
    expect(await office.refused('decideRecusal', seen, answer, { ...NEIGHBOURS, scopes: HEAD.scopes })).toBe('NOT_FOUND');
    expect(await office.refused('decideRecusal', seen, { ...answer, reason: '' }, HEAD)).toBe('TEXT_LENGTH');
    expect(await office.refused('decideRecusal', await office.filed(), answer, HEAD)).toBe('NOT_FOUND');
    seen = await office.move('concludeInvestigation', await office.ordered(await office.investigate(seen)), {
      reviewGrounds: [],
      needsDeliberation: false,
    });
    expect(await office.refused('decideCase', seen, { outcome: 'NOT_ESTABLISHED', facts: '不成立' }, HEAD)).toBe('RECUSAL_UNDECIDED');
    seen = await office.waive(await office.notify(seen, FINE_OF('1000')));
    expect(await office.whyNotDecided(seen)).toBe('RECUSAL_UNDECIDED');
    seen = await office.move('decideRecusal', seen, answer, HEAD);
    expect(await office.refused('decideRecusal', seen, answer, HEAD)).toBe('RECUSAL_DECIDED');
    expect(await waiting(seen)).toBe(false);
    expect((await office.see(seen.id, FIELDS)).recusals).toEqual([
      expect.objectContaining({ isGranted: false, decisionReason: '经审查属实', decidedAt: '2026-03-02T02:00:00.000Z' }),
    ]);
    expect((await office.decide(seen, FINE_OF('1000'))).state).toBe('DECIDED');
  });

  test('行政处罚法§42, §43①: who is recused takes no step, in no function and by no account; fewer than two do not go on', async () => {
    let seen = await recused(await office.filed());
    const investigation = { officerIds: ['one', 'two'], showedCertificates: true, evidence: [] };
    expect(await office.refused('recordInvestigation', seen, investigation)).toBe('OFFICERS_MISSING');
    expect(seen.availableActions).not.toContain('recordInvestigation');
    for (const [name, given] of [
      ['recordInvestigation', investigation],
      ['assignCaseOfficers', assign(['two', 'three'])],
      ['terminateCase', WHY],
      ['applyForRecusal', { officerId: 'two', ...RELATED }],
    ] as const)
      expect(await office.refused(name, seen, given, ONE)).toBe('RECUSED');
    expect((await office.see(seen.id, undefined, ONE)).availableActions).toEqual([]);
    const issue = 'mutation ($input: IssueDocumentInput!) { issueDocument(input: $input) { document { id } } }';
    const { errors } = await office.ask(issue, ONE, { input: { caseId: seen.id, expectedVersion: seen.version, kind: 'FILING_APPROVAL' } });
    expect(errors?.[0]?.extensions?.reason).toBe('RECUSED');
    expect(await office.refused('assignCaseOfficers', seen, assign(['one', 'three']), HEAD)).toBe('OFFICER_RECUSED');
    expect(await office.refused('applyForRecusal', seen, { officerId: 'one', ...RELATED })).toBe('OFFICER_RECUSED');
    seen = await office.move('assignCaseOfficers', seen, assign(['two', 'three']), HEAD);
    expect(await office.refused('recordInvestigation', seen, investigation)).toBe('OFFICER_NOT_OF_CASE');
    expect((await office.investigate(seen, { officerIds: ['two', 'three'] })).state).toBe('INVESTIGATING');
  });

  test('wherever the case has come to, it stops until another is named, and is decided then', async () => {
    let seen = await recused(await office.waive(await office.notified()));
    expect(await office.whyNotDecided(seen)).toBe('OFFICERS_MISSING');
    expect(
      await office.refused('deliberateCase', seen, { participants: ['甲', '乙', '丙'], record: '记录', conclusion: '罚款' }, HEAD),
    ).toBe('OFFICERS_MISSING');
    seen = await office.move('assignCaseOfficers', seen, assign(['two', 'three']), HEAD);
    seen = await office.decide(seen, FINE_OF('1000'));
    expect(await office.refused('applyForRecusal', seen, { officerId: 'two', ...RELATED })).toBe('MOVE_NOT_ALLOWED');
  });

  test('行政处罚法§58: a review by somebody who was recused is none, and that officer reviews no more', async () => {
    const review = { reviewerId: 'reviewer', result: 'PASSED', opinion: '同意' };
    let seen = await office.investigated({ conclude: { reviewGrounds: ['COMPLEX'] } });
    seen = await office.move('reviewCase', await office.move('submitForLegalReview', seen), review, REVIEWER);
    seen = await recused(seen, 'reviewer');
    expect(seen.state).toBe('INVESTIGATING');
    seen = await office.move('concludeInvestigation', seen, { reviewGrounds: ['COMPLEX'], needsDeliberation: false });
    seen = await office.waive(await office.notify(seen, FINE_OF('1000')));
    expect(await office.whyNotDecided(seen)).toBe('REVIEW_MISSING');
    seen = await office.move('submitForLegalReview', seen);
    expect(await office.refused('reviewCase', seen, review, REVIEWER)).toBe('OFFICER_RECUSED');
    seen = await office.move('reviewCase', seen, { ...review, reviewerId: 'veteran' }, REVIEWER);
    expect((await office.decide(seen, FINE_OF('1000'))).state).toBe('DECIDED');
  });

  test('行政处罚法§64(4): a hearing that is planned gets another host; one that was held is held anew', async () => {
    const at = { heldAt: '2026-03-20T01:00:00.000Z', place: '示例听证室' };
    const hold = { record: '听证笔录', report: '听证报告' };
    let seen = await office.move('requestHearing', await office.notified('20000'));
    seen = await office.move('scheduleHearing', seen, { hostId: 'host', ...at }, REVIEWER);
    expect(await office.refused('assignCaseOfficers', seen, assign(['two', 'host']), HEAD)).toBe('HOST_INVESTIGATED');
    seen = await recused(seen, 'host');
    expect(seen).toMatchObject({ state: 'HEARING', hearing: 'REQUESTED' });
    office.on('2026-03-21');
    expect(await office.refused('holdHearing', seen, hold, REVIEWER)).toBe('HEARING_NOT_SCHEDULED');
    expect(await office.refused('scheduleHearing', seen, { hostId: 'host', ...at, heldAt: '2026-04-20T01:00:00.000Z' }, REVIEWER)).toBe(
      'OFFICER_RECUSED',
    );
    seen = await office.move('scheduleHearing', seen, { hostId: 'three', ...at, heldAt: '2026-04-20T01:00:00.000Z' }, REVIEWER);
    office.on('2026-04-21');
    seen = await recused(await office.move('holdHearing', seen, hold, REVIEWER), 'three');
    expect(seen).toMatchObject({ state: 'INVESTIGATING', hearing: 'NONE' });
  });

  test('what is said about an officer names neither the officer nor the party', async () => {
    const seen = await applied(await office.filed({ party: PERSON }), 'one', { facts: '示例one与示例甲为亲属' });
    const { recusals } = await office.see(seen.id, FIELDS, OFFICER);
    expect(recusals[0].facts).not.toMatch(/示例one|示例甲/);
  });
});
