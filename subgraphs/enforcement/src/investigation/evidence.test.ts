import { ENGINES } from '@township-graph/shared/testing/database';
import { CaseOffice, FINE_OF, HEAD, NEIGHBOURS, OFFICER, REVIEWER, type Seen } from '../case/testing/case-office';
import { EvidenceKind } from './evidence.enums';

const PHOTO = { kind: 'AUDIOVISUAL', name: '监控录像', proves: '占道经营', isVerified: false, isFromMonitoring: true };
const WITNESS = { kind: 'WITNESS', name: '证言', proves: '占道经营', isVerified: false };
const REVIEWED = { isCompliant: true, legalOpinion: '设置合法、地点已公布', technicalOpinion: '记录真实、清晰、完整、准确' };
const ILLEGAL = { ground: 'ILLEGAL_MEANS', reason: '以威胁方式取得' };
const TOLD = { penalties: FINE_OF('1000'), facts: '占道', reasons: '情节' };
const CONCLUDE = { reviewGrounds: [], needsDeliberation: false };

describe.each(ENGINES)('evidence on %s', (engine) => {
  let office: CaseOffice;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
  });
  beforeEach(() => office.on('2026-03-02'));
  afterAll(() => office.close());

  const evidenceOf = async ({ id }: Seen) =>
    (await office.see(id, 'evidence { id name isVerified isMonitoringCompliant partyToldOn exclusion exclusionReason excludedAt }'))
      .evidence;
  const last = async (seen: Seen): Promise<string> => (await evidenceOf(seen)).at(-1).id;
  const found = (evidence: object[]) => async (seen: Seen) => office.investigate(seen, { evidence });
  const excluded = async (seen: Seen, evidenceId: string) => office.move('excludeEvidence', seen, { evidenceId, ...ILLEGAL }, HEAD);

  test('行政处罚法§46①: of eight kinds', () => {
    expect(Object.keys(EvidenceKind)).toHaveLength(8);
  });

  test('行政处罚法§46②: what was not true when it was taken counts once it was found to be, by those who investigate', async () => {
    let seen = await found([WITNESS])(await office.filed());
    const evidenceId = await last(seen);
    const verify = { evidenceId, finding: '与现场笔录相互印证' };
    expect(await office.refused('verifyEvidence', seen, verify, NEIGHBOURS)).toBe('NOT_FOUND');
    expect(await office.refused('verifyEvidence', seen, verify, REVIEWER)).toBe('SCOPE_MISSING');
    expect(await office.refused('verifyEvidence', await office.filed(), verify)).toBe('NOT_FOUND');
    expect(await office.refused('verifyEvidence', seen, { ...verify, partyToldOn: '2026-03-02' })).toBe('TOLD_DAY');
    expect(await office.refused('reviewMonitoringRecord', seen, { evidenceId, ...REVIEWED }, REVIEWER)).toBe('NOT_FROM_MONITORING');
    const input = { caseId: seen.id, expectedVersion: seen.version, idempotencyKey: `verify-${engine}`, ...verify };
    const [first, again] = [await office.does('verifyEvidence', input), await office.does('verifyEvidence', input)];
    expect(again.version).toBe(first.version);
    expect(await office.refused('verifyEvidence', seen, verify)).toBe('EVIDENCE_VERIFIED');
    expect(await office.refused('verifyEvidence', first, verify)).toBe('EVIDENCE_VERIFIED');
    seen = await office.move('concludeInvestigation', first, CONCLUDE);
    expect((await office.move('notifyParty', seen, TOLD)).state).toBe('NOTIFIED');
  });

  test('行政处罚法§41: what a device recorded is no evidence before its review, nor before the party was told', async () => {
    const filed = await office.filed({ source: 'MONITORING' });
    const unreviewed = { officerIds: ['one', 'two'], showedCertificates: true, evidence: [{ ...PHOTO, isVerified: true }] };
    expect(await office.refused('recordInvestigation', filed, unreviewed)).toBe('MONITORING_UNREVIEWED');
    let seen = await found([PHOTO])(filed);
    const evidenceId = await last(seen);
    const verify = { evidenceId, finding: '核对无误' };
    expect(await office.refused('verifyEvidence', seen, { ...verify, partyToldOn: '2026-03-02' })).toBe('MONITORING_UNREVIEWED');
    expect(await office.refused('reviewMonitoringRecord', seen, { evidenceId, ...REVIEWED }, OFFICER)).toBe('SCOPE_MISSING');
    expect(await office.refused('reviewMonitoringRecord', seen, { evidenceId, ...REVIEWED, technicalOpinion: '' }, REVIEWER)).toBe(
      'TEXT_LENGTH',
    );
    seen = await office.move('reviewMonitoringRecord', seen, { evidenceId, ...REVIEWED }, REVIEWER);
    expect(await office.refused('reviewMonitoringRecord', seen, { evidenceId, ...REVIEWED }, REVIEWER)).toBe('MONITORING_REVIEWED');
    expect(await office.refused('verifyEvidence', seen, verify)).toBe('PARTY_NOT_TOLD_OF_MONITORING');
    expect(await office.refused('verifyEvidence', seen, { ...verify, partyToldOn: '2026-03-03' })).toBe('TOLD_DAY');
    seen = await office.move('verifyEvidence', seen, { ...verify, partyToldOn: '2026-03-02' });
    expect(await evidenceOf(seen)).toEqual([
      expect.objectContaining({ isVerified: true, isMonitoringCompliant: true, partyToldOn: '2026-03-02', exclusion: null }),
    ]);
    expect((await office.move('concludeInvestigation', seen, CONCLUDE)).state).toBe('INVESTIGATED');
  });

  test('行政处罚法§41②: a record that does not meet the law is out', async () => {
    let seen = await found([PHOTO])(await office.filed());
    const evidenceId = await last(seen);
    seen = await office.move('reviewMonitoringRecord', seen, { evidenceId, ...REVIEWED, isCompliant: false }, REVIEWER);
    expect(await evidenceOf(seen)).toEqual([
      expect.objectContaining({ isVerified: false, isMonitoringCompliant: false, exclusion: 'MONITORING' }),
    ]);
    expect(await office.refused('verifyEvidence', seen, { evidenceId, finding: '核对', partyToldOn: '2026-03-02' })).toBe(
      'EVIDENCE_EXCLUDED',
    );
    seen = await office.move('concludeInvestigation', seen, CONCLUDE);
    expect(await office.refused('notifyParty', seen, TOLD)).toBe('EVIDENCE_MISSING');
  });

  test('行政处罚法§46③: excluded, it stays on record and is the basis of nothing: notice and review are made anew', async () => {
    const conclude = { reviewGrounds: ['COMPLEX'], needsDeliberation: false };
    let seen = await office.move('submitForLegalReview', await office.investigated({ conclude }));
    seen = await office.move('reviewCase', seen, { reviewerId: 'reviewer', result: 'PASSED', opinion: '同意' }, REVIEWER);
    seen = await office.waive(await office.notify(seen, FINE_OF('1000')));
    const evidenceId = await last(seen);
    expect(await office.refused('excludeEvidence', seen, { evidenceId, ...ILLEGAL })).toBe('SCOPE_MISSING');
    expect(await office.refused('excludeEvidence', seen, { evidenceId, ...ILLEGAL }, { ...NEIGHBOURS, scopes: HEAD.scopes })).toBe(
      'NOT_FOUND',
    );
    expect(await office.refused('excludeEvidence', seen, { evidenceId, ...ILLEGAL, reason: '' }, HEAD)).toBe('TEXT_LENGTH');
    seen = await excluded(seen, evidenceId);
    expect(seen).toMatchObject({ state: 'INVESTIGATING', statement: 'OPEN' });
    expect(await evidenceOf(seen)).toEqual([
      expect.objectContaining({
        isVerified: true,
        exclusion: 'ILLEGAL_MEANS',
        exclusionReason: '以威胁方式取得',
        excludedAt: '2026-03-02T02:00:00.000Z',
      }),
    ]);
    expect(await office.refused('excludeEvidence', seen, { evidenceId, ...ILLEGAL }, HEAD)).toBe('EVIDENCE_EXCLUDED');
    const concluded = await office.move('concludeInvestigation', seen, conclude);
    expect(await office.refused('notifyParty', concluded, TOLD)).toBe('EVIDENCE_MISSING');
    seen = await office.investigate(await office.move('reopenInvestigation', concluded, { reason: '补充调查' }));
    seen = await office.move('concludeInvestigation', seen, conclude);
    seen = await office.waive(await office.notify(seen, FINE_OF('1000')));
    expect(await office.whyNotDecided(seen)).toBe('REVIEW_MISSING');
  });

  test('行政处罚法§45②: what replaces excluded evidence is new; what was excluded is not, and no document rests on it', async () => {
    let seen = await office.notified('1000');
    seen = await office.investigate(await excluded(seen, await last(seen)), { evidence: [{ ...WITNESS, isVerified: true }] });
    seen = await office.move('concludeInvestigation', seen, CONCLUDE);
    seen = await office.decide(await office.waive(await office.notify(seen, FINE_OF('2000'))), FINE_OF('2000'));
    const issue = 'mutation ($input: IssueDocumentInput!) { issueDocument(input: $input) { document { html } } }';
    const input = { caseId: seen.id, expectedVersion: seen.version, kind: 'PENALTY_DECISION' };
    const { html } = (await office.ask(issue, OFFICER, { input })).data.issueDocument.document;
    expect(html).toContain('证言');
    expect(html).not.toContain('占道经营的事实');

    let other = await office.notified('1000');
    other = await office.move('reopenInvestigation', other, { reason: '补充' });
    other = await office.investigate(other, { evidence: [WITNESS] });
    other = await office.move('concludeInvestigation', await excluded(other, await last(other)), CONCLUDE);
    const heavier = { penalties: FINE_OF('2000'), facts: '占道', reasons: '情节' };
    expect(await office.refused('notifyParty', other, heavier)).toBe('HEAVIER_THAN_TOLD');
  });
});
