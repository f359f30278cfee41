import { AuditRecord } from '@township-graph/shared/audit/audit-record.entity';
import { ENGINES } from '@township-graph/shared/testing/database';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import { CaseOffice, FINE_OF, HEAD, OFFICER, PERSON, REVIEWER, type Seen } from '../case/testing/case-office';
import { COUNTY, NEIGHBOUR } from '../case/testing/people-and-powers';

const FIELDS = `id kind title number version datedOn replacedAt stage basis party { name idNumber organizationName address }
  items { item heading text names } officers { name certificateNumber } things { name quantity } versions { version } html`;
const ISSUE = `mutation ($input: IssueDocumentInput!) { issueDocument(input: $input) { document { ${FIELDS} } } }`;
const IN_CASE = 'version issuableDocuments { kind sourceId stage basis } documents { id kind version number replacedAt }';
const PURPOSE = '核对执法文书当事人信息';
const READER: Viewer = { ...OFFICER, scopes: [...OFFICER.scopes, 'pii:read'] };
const at = (viewer: Viewer, code: string): Viewer => ({ ...viewer, divisions: [{ code }] });

describe.each(ENGINES)('documents on %s', (engine) => {
  let office: CaseOffice;
  let decided: Seen;
  let person: Seen;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
    decided = await office.decided('1000');
    person = await office.decided('1000', { filing: { party: { ...PERSON, phone: '13800000000' } } });
  });
  afterAll(() => office.close());

  const tryIssue = ({ id, version }: Seen, kind: string, more: object = {}, who: Viewer = OFFICER, purpose: string | null = null) =>
    office.ask(ISSUE, who, { input: { caseId: id, expectedVersion: version, kind, ...more } }, { purpose });
  const issue = async (...given: Parameters<typeof tryIssue>) => {
    const { data, errors } = await tryIssue(...given);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.issueDocument.document;
  };
  const refusal = async (...given: Parameters<typeof tryIssue>) => {
    const { errors } = await tryIssue(...given);
    return [errors?.[0]?.extensions?.code, errors?.[0]?.extensions?.reason];
  };
  const itemsOf = (document: { items: { item: string; text: string }[] }): Record<string, string> =>
    Object.fromEntries(document.items.map(({ item, text }) => [item, text]));
  const read = async (id: string, who: Viewer, purpose: string | null = null) =>
    (await office.ask('query ($id: ID!) { caseDocument(id: $id) { party { name } html } }', who, { id }, { purpose })).data?.caseDocument;

  test('§59: a decision states party, facts and evidence, basis, penalty, performance, remedies, organ and day', async () => {
    const document = await issue(decided, 'PENALTY_DECISION');
    const { decision } = await office.see(decided.id);
    expect(document).toMatchObject({
      title: '行政处罚决定书',
      number: decision.documentNumber,
      version: 1,
      datedOn: '2026-03-02',
      basis: '行政处罚法§59',
      party: { organizationName: '示例商贸有限公司' },
    });
    expect(itemsOf(document)).toEqual({
      FACTS: '占道经营，有现场笔录为证',
      EVIDENCE: '现场笔录（勘验笔录、现场笔录），证明占道经营的事实。',
      STATEMENT: '2026年3月2日，本机关依法告知当事人拟作出的行政处罚及其享有的权利。当事人放弃陈述、申辩。',
      LEGAL_BASIS: '依据示例条例§1，决定给予行政处罚。',
      PENALTIES: '罚款人民币1000元（大写：壹仟元整）。',
      PERFORMANCE: expect.stringContaining('十五日内'),
      REMEDIES: decision.remedies,
    });
    const said = ['兰考县三义寨乡人民政府', decision.documentNumber, '2026年3月2日', '（印章）', '示例商贸有限公司', '91410225DEM000049N'];
    for (const each of [...said, decision.remedies, '当事人放弃陈述、申辩']) expect(document.html).toContain(each);
  });

  test('§52: a decision on the spot states time and place, and is signed by the officers', async () => {
    const spot = await office.does('decideOnTheSpot', office.onTheSpot());
    const document = await issue(spot, 'ON_THE_SPOT_DECISION');
    expect(document).toMatchObject({ title: '当场行政处罚决定书', number: spot.caseNumber });
    expect(itemsOf(document).TIME_AND_PLACE).toMatch(/^2026年3月2日，示例路\d+号$/);
    expect(document.officers).toHaveLength(2);
    for (const { name, certificateNumber } of document.officers)
      expect(document.html).toContain(`执法人员（签名）${name}，执法证号${certificateNumber}`);
    expect(await refusal(spot, 'PENALTY_DECISION')).toEqual(['CONFLICT', 'DOCUMENT_RECORD_MISSING']);
  });

  test('what is not on record is not stated: no decision before there is one, no hearing that was not told of', async () => {
    const filed = await office.filed();
    const { errors } = await tryIssue(filed, 'PENALTY_DECISION');
    expect(errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'DOCUMENT_RECORD_MISSING' });
    expect(errors![0]!.message).toContain('行政处罚法§59');
    for (const kind of ['HEARING_NOTICE', 'PRIOR_NOTICE', 'COERCION_DECISION', 'SERVICE_RETURN', 'CLOSING_REPORT'])
      expect(await refusal(filed, kind)).toEqual(['CONFLICT', 'DOCUMENT_RECORD_MISSING']);
    expect(await refusal(filed, 'FILING_APPROVAL', { sourceId: 'x' })).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect((await issue(filed, 'FILING_APPROVAL')).number).toBe(filed.caseNumber);
  });

  test('what only the document records is given with it, and with no other', async () => {
    const filed = await office.filed();
    const appointment = { at: '2026-03-03T01:00:00.000Z', place: '示例询问室' };
    expect(await refusal(filed, 'INQUIRY_NOTICE')).toEqual(['BAD_USER_INPUT', 'APPOINTMENT']);
    expect(await refusal(filed, 'FILING_APPROVAL', { appointment })).toEqual(['BAD_USER_INPUT', 'APPOINTMENT']);
    expect(await refusal(filed, 'SAMPLING_NOTICE', { samples: [{ name: '样品', quantity: 0 }] })).toEqual(['BAD_USER_INPUT', 'QUANTITY']);
    const inquiry = await issue(filed, 'INQUIRY_NOTICE', { appointment });
    expect(itemsOf(inquiry).TIME_AND_PLACE).toBe('2026年3月3日9时0分，示例询问室');
    const sampling = await issue(filed, 'SAMPLING_NOTICE', { samples: [{ name: '示例样品', quantity: 2 }] });
    expect(sampling.things).toEqual([{ name: '示例样品', quantity: 2 }]);
    expect([inquiry.number, sampling.number]).toEqual(['兰三义寨询通字〔2026〕1号', '兰三义寨抽取字〔2026〕1号']);
  });

  test('personal data is masked in the page as everywhere, clear for a purpose, and then on record', async () => {
    const { id, html, party } = await issue(person, 'PENALTY_DECISION');
    expect(party).toEqual({ name: '示*', idNumber: '9900**********0010', organizationName: null, address: '兰考县三义寨乡***' });
    for (const each of ['示*', '9900**********0010', '兰考县三义寨乡***', '138****0000']) expect(html).toContain(each);
    for (const each of ['示例甲', '990000198502280010', '某村1号', '13800000000']) expect(html).not.toContain(each);
    expect((await read(id, READER)).html).toBe(html);
    expect((await read(id, OFFICER, PURPOSE)).html).toBe(html);
    const { manager } = office.opened.database;
    expect(await manager.countBy(AuditRecord, { purpose: PURPOSE, kind: 'PERSONAL_DATA_READING' as never })).toBe(0);
    const clear = await read(id, READER, PURPOSE);
    for (const each of ['示例甲', '990000198502280010', '某村1号', '13800000000']) expect(clear.html).toContain(each);
    expect(await manager.findBy(AuditRecord, { purpose: PURPOSE, kind: 'PERSONAL_DATA_READING' as never })).toMatchObject([
      {
        divisionCode: '410225201',
        targets: expect.arrayContaining([
          { type: 'CaseDocument', id, fields: ['html'] },
          { type: 'CaseParty', id, fields: ['name'] },
        ]),
      },
    ]);
  });

  test('what was typed into a case is text on the page, and runs nothing', async () => {
    const party = { kind: 'ORGANIZATION', name: '<img src=x onerror=alert(1)>"&', address: '地址' };
    const filed = await office.filed({ party }, { facts: "</p><script>alert('x')</script><%= it.organName %>" });
    const { html } = await issue(filed, 'FILING_APPROVAL');
    expect(html).not.toMatch(/<script|<img/);
    for (const each of ['&lt;img src=x onerror=alert(1)&gt;&quot;&amp;', '&lt;script&gt;', '&lt;%= it.organName %&gt;'])
      expect(html).toContain(each);
    expect(html).toContain("default-src 'none'");
  });

  test('each change of what it states is a new version under the same number; the old one is kept', async () => {
    let seen = await office.investigate(await office.filed());
    seen = await office.ordered(seen);
    const first = await issue(seen, 'CORRECTION_ORDER');
    expect(await refusal(seen, 'CORRECTION_ORDER')).toEqual(['CONFLICT', 'DOCUMENT_UNCHANGED']);
    const site = await issue(seen, 'SITE_RECORD');
    expect([first.number, site.number]).toEqual(['兰三义寨责改字〔2026〕1号', null]);
    // The correction order stands as it was given; what states the whole case changes with it.
    const approval = await issue(
      await office.notify(
        await office.move('concludeInvestigation', seen, { reviewGrounds: [], needsDeliberation: false }),
        FINE_OF('1000'),
      ),
      'HANDLING_APPROVAL',
    );
    office.on('2026-03-20');
    const again = await office.see(seen.id, 'id version');
    const reopened = await office.move('reopenInvestigation', again, { reason: '补充调查' });
    const more = await office.investigate(reopened);
    const next = await issue(more, 'HANDLING_APPROVAL');
    office.on('2026-03-02');
    expect([approval.version, next.version, next.versions]).toEqual([1, 2, [{ version: 1 }, { version: 2 }]]);
    expect(next.number).toBe(approval.number);
    const { documents } = await office.see(seen.id, IN_CASE);
    expect(documents.map(({ kind, version }: Record<string, unknown>) => [kind, version])).toEqual([
      ['CORRECTION_ORDER', 1],
      ['SITE_RECORD', 1],
      ['HANDLING_APPROVAL', 2],
    ]);
    expect((await read(approval.id, OFFICER)).html).toBe(approval.html);
  });

  test('two records of a kind: the document says which it states', async () => {
    let seen = await office.investigate(await office.filed());
    seen = await office.ordered(await office.ordered(seen));
    expect(await refusal(seen, 'CORRECTION_ORDER')).toEqual(['CONFLICT', 'DOCUMENT_SOURCE_AMBIGUOUS']);
    const [one, two] = await Promise.all(
      seen.corrections.map(({ id }: { id: string }) => issue(seen, 'CORRECTION_ORDER', { sourceId: id })),
    );
    const serials = [one, two].map(({ number }) => Number(/〕(\d+)号/.exec(number)![1])).sort((a, b) => a - b);
    expect(serials[1]! - serials[0]!).toBe(1);
  });

  test('a case of much evidence has a long decision', async () => {
    const filed = await office.filed();
    const evidence = Array.from({ length: 40 }, (_, index) => ({
      kind: 'DOCUMENT',
      name: `书证${index}`,
      proves: '证'.repeat(900),
      isVerified: true,
    }));
    const seen = await office.investigate(filed, { evidence });
    const concluded = await office.move('concludeInvestigation', await office.ordered(seen), {
      reviewGrounds: [],
      needsDeliberation: false,
    });
    const told = await office.notify(concluded, FINE_OF('1000'));
    const input = { idempotencyKey: 'a-long-document' };
    const document = await issue(told, 'PRIOR_NOTICE', input);
    expect(document.html.length).toBeGreaterThan(36_000);
    expect(await issue(told, 'PRIOR_NOTICE', input)).toEqual(document);
  });

  test('of two that make the same document at once, one does', async () => {
    const seen = await office.filed();
    const both = await Promise.all([tryIssue(seen, 'FILING_APPROVAL'), tryIssue(seen, 'FILING_APPROVAL')]);
    expect(both.map(({ errors }) => errors?.[0]?.extensions?.reason ?? 'made').sort()).toEqual(['DOCUMENT_UNCHANGED', 'made']);
  });

  test('a neighbour finds no case, the county acts for nobody, a reader makes nothing, a stale reader reads again', async () => {
    const seen = await office.filed();
    expect(await refusal(seen, 'FILING_APPROVAL', {}, at(OFFICER, NEIGHBOUR))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await refusal(seen, 'FILING_APPROVAL', {}, at(OFFICER, COUNTY))).toEqual(['FORBIDDEN', 'NOT_YOUR_CASE']);
    expect(await refusal(seen, 'FILING_APPROVAL', {}, { ...OFFICER, scopes: ['enforcement:read'] })).toEqual([
      'FORBIDDEN',
      'SCOPE_MISSING',
    ]);
    expect(await refusal({ ...seen, version: 7 }, 'FILING_APPROVAL')).toEqual(['CONFLICT', 'STALE_VERSION']);
    const made = await issue(seen, 'FILING_APPROVAL', { idempotencyKey: 'document-once' });
    expect(await issue(seen, 'FILING_APPROVAL', { idempotencyKey: 'document-once' })).toEqual(made);
    expect(await refusal(seen, 'SITE_RECORD', { idempotencyKey: 'document-once' })).toEqual(['CONFLICT', 'IDEMPOTENCY_KEY_REUSED']);
    for (const who of [ANONYMOUS, at(OFFICER, NEIGHBOUR), { ...OFFICER, scopes: [] }]) expect(await read(made.id, who)).toBeNull();
    expect(await read(made.id, at(OFFICER, COUNTY))).not.toBeNull();
  });

  test('what guards the party is written out: recusal, exclusion, an emergency, an agreement, and the letter of the superior by itself alone', async () => {
    const why = { reason: '经审查属实' };
    let seen = await office.investigate(await office.filed());
    const about = { officerId: 'host', applicant: 'PARTY', ground: 'OTHER_RELATION', facts: '与当事人系亲属' };
    seen = await office.move('applyForRecusal', seen, about);
    expect(await refusal(seen, 'RECUSAL_DECISION')).toEqual(['CONFLICT', 'DOCUMENT_RECORD_MISSING']);
    const [{ id: recusalId }] = (await office.see(seen.id, 'recusals { id }')).recusals;
    seen = await office.move('decideRecusal', seen, { recusalId, isGranted: true, ...why }, HEAD);
    const recusal = await issue(seen, 'RECUSAL_DECISION');
    expect(recusal.number).toBe('兰三义寨回避字〔2026〕1号');
    expect(itemsOf(recusal)).toMatchObject({ CONCLUSION: '决定回避。经审查属实', OFFICER: '当事人申请回避。' });
    expect(recusal.html).not.toContain('示例host');
    const things = { things: [{ name: '示例货架', quantity: 3 }], officerIds: ['one', 'two'], reason: '正在转移' };
    seen = await office.move('seizeProperty', seen, { ...things, kind: 'SEIZURE', legalBasis: '示例条例§9', isEmergency: true });
    const report = await issue(seen, 'EMERGENCY_REPORT');
    expect(itemsOf(report).TERM).toContain('至2026年3月3日10时0分');
    seen = await office.move('approveMeasure', seen, { measureId: seen.measures[0].id, isApproved: true, ...why }, HEAD);
    expect(await issue(seen, 'EMERGENCY_REPORT')).toMatchObject({ version: 2, things: [{ name: '示例货架', quantity: 3 }] });
    const [{ id: evidenceId }] = (await office.see(seen.id, 'evidence { id }')).evidence;
    seen = await office.move('excludeEvidence', seen, { evidenceId, ground: 'ILLEGAL_MEANS', ...why }, HEAD);
    expect(itemsOf(await issue(seen, 'EVIDENCE_EXCLUSION')).REASONS).toBe('以非法手段取得的证据：经审查属实');
    expect(itemsOf(await issue(seen, 'SITE_RECORD')).CONCLUSION).toContain('已予排除');
    const superior: Viewer = { ...at(HEAD, COUNTY), organization: '11410225DEM0900100' };
    const designated = { creditCode: HEAD.organization, name: '兰考县三义寨乡人民政府' };
    const letter = { designated, superiorName: '兰考县人民政府', documentNumber: '示例政函〔2026〕3号', ...why };
    seen = await office.move('designateJurisdiction', seen, letter, superior);
    expect(await refusal(seen, 'DESIGNATION_LETTER')).toEqual(['FORBIDDEN', 'NOT_YOUR_CASE']);
    expect(await issue(seen, 'DESIGNATION_LETTER', {}, superior)).toMatchObject({ number: '示例政函〔2026〕3号', officers: [] });
    let late = await office.serve(await office.decided('1000'), '2026-03-02');
    office.on('2026-03-27');
    const parts = [{ dueOn: '2026-04-27', amount: '1270' }];
    late = await office.move('agreeExecution', late, { parts, terms: '一次缴清', harmsNobody: true }, HEAD);
    expect(itemsOf(await issue(late, 'EXECUTION_AGREEMENT')).TERM).toContain('2026年4月27日前缴纳人民币1270元');
    office.on('2026-03-02');
  });

  test('in the course of a case each kind is made when its record is there, with a step on record (§47)', async () => {
    let seen = await office.investigate(await office.filed());
    const things = [{ name: '示例货架', quantity: 3 }];
    const measure = { things, reason: '防止证据损毁', officerIds: ['one', 'two'], approvedBy: '示例乙' };
    seen = await office.move('preserveEvidence', seen, measure);
    seen = await office.move('resolveMeasure', seen, { measureId: seen.measures[0].id, outcome: 'RETURNED' });
    seen = await office.move('seizeProperty', seen, { ...measure, kind: 'SEIZURE', legalBasis: '示例条例§9' });
    seen = await office.move('resolveMeasure', seen, { measureId: seen.measures[1].id, outcome: 'RETURNED' });
    seen = await office.ordered(seen);
    seen = await office.move('concludeInvestigation', seen, { reviewGrounds: ['COMPLEX'], needsDeliberation: true });
    seen = await office.notify(seen, FINE_OF('30000'));
    seen = await office.move('recordStatement', seen, { content: '请求从轻', isAdopted: false, examination: '裁量适当' });
    seen = await office.move('requestHearing', seen);
    const hearing = { hostId: 'host', heldAt: '2026-03-11T01:30:00.000Z', place: '示例听证室' };
    seen = await office.move('scheduleHearing', seen, hearing, REVIEWER);
    office.on('2026-03-11');
    seen = await office.move('holdHearing', seen, { record: '主持人：开始', report: '建议照办' }, REVIEWER);
    seen = await office.move('submitForLegalReview', seen);
    seen = await office.move('reviewCase', seen, { reviewerId: 'reviewer', result: 'PASSED', opinion: '同意' }, REVIEWER);
    const panel = { participants: ['示例甲', '示例乙', '示例丙'], record: '讨论', conclusion: '罚款' };
    seen = await office.move('deliberateCase', seen, panel, HEAD);
    seen = await office.decide(seen, FINE_OF('30000'));
    seen = await office.serve(seen, '2026-03-11');
    seen = await office.pay(seen, '30000', '2026-03-11');
    seen = await office.move('checkCorrection', seen, { orderId: seen.corrections[0].id, isCorrected: true, finding: '已改正' });
    seen = await office.move('closeCase', seen, { reason: '履行完毕' });
    const { issuableDocuments } = await office.see(seen.id, IN_CASE);
    const kinds = issuableDocuments.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(
      `FILING_APPROVAL SITE_RECORD CORRECTION_ORDER PRESERVATION_NOTICE PRESERVATION_OUTCOME COERCION_DECISION COERCION_LIST COERCION_LIFTING
      HANDLING_APPROVAL LEGAL_REVIEW_OPINION PRIOR_NOTICE STATEMENT_RECORD STATEMENT_REVIEW HEARING_NOTICE HEARING_RECORD HEARING_REPORT
      DELIBERATION_RECORD PENALTY_DECISION SERVICE_RETURN CLOSING_REPORT`.split(/\s+/),
    );
    for (const { kind, sourceId } of issuableDocuments) {
      const { html, items } = await issue(seen, kind, { sourceId });
      expect(html).toContain('</html>');
      // Who hosts is told, so that the party can ask for another (§64(4)).
      const hosts = items.filter(({ item }: { item: string }) => item === 'HOST').map(({ names }: { names: string[] }) => names);
      expect(hosts).toEqual(kind === 'HEARING_NOTICE' ? [['示*']] : []);
    }
    const { timeline } = await office.see(seen.id, 'timeline { action note legalBasis }');
    const steps = timeline.filter(({ action }: { action: string }) => action === 'issueDocument');
    expect(steps).toHaveLength(kinds.length);
    expect(steps[0]).toMatchObject({ note: `立案审批表 ${seen.caseNumber}，第 1 版`, legalBasis: '行政处罚法§54②' });
    office.on('2026-03-02');
  });
});
