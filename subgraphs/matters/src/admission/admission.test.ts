import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { ANONYMOUS, type Scope, type Viewer } from '@township-graph/shared/viewer';
import { MATTERS_SCHEMA } from '../database';
import { createMattersSubgraph } from '../subgraph';
import { toldOf } from '../testing/told-of';
import { AdmissionRequest } from './admission-request.entity';

const COUNTY = '410225';
const [OURS, NEIGHBOUR, THIRD] = ['410225201', '410225206', '410225001'];
const [DEPARTMENT, BIANBAN, JUSTICE, GOVERNMENT] = ['11410225DEM000014C', '11410225DEM0012015', '12410225DEM0000224', '91410225DEM000049N'];

const of = (organization: string, division: string, scopes: readonly Scope[]): Viewer => ({
  ...viewerOf([division], ['matters:read', ...scopes]),
  subject: `${organization}:${division}`,
  organization,
});
const department = of(DEPARTMENT, COUNTY, ['matters:handle']);
const bianban = of(BIANBAN, COUNTY, ['matters:manage']);
const justice = of(JUSTICE, COUNTY, ['matters:manage']);
const government = of(GOVERNMENT, COUNTY, ['matters:manage']);
const township = (division: string) => of('N2410225DEM000065U', division, ['matters:handle']);

const CONDITIONS = {
  legalBases: [{ title: '中华人民共和国行政处罚法', article: '第二十四条' }],
  staff: [{ kind: 'PUBLIC_INSTITUTION', count: 2 }],
  fundsYuan: 30_000,
  trainingDays: 5,
  guidingName: '示例县住房和城乡建设局',
  guidingCreditCode: DEPARTMENT,
};
const SHOWN =
  'id state version edition availableActions opinionsDueOn recipients { division { code } version batch effectiveFrom effectiveTo }';

describe.each(ENGINES)('admission of duties on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let now: Date;

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    const { execute } = await createMattersSubgraph({ database: opened.database, clock: () => now });
    ask = asking(execute);
  });

  beforeEach(async () => {
    now = new Date('2026-03-02T02:00:00Z');
    for (const table of ['admission_request', 'admission_recipient']) await opened.database.query(`DELETE FROM ${table}`);
  });

  afterAll(() => opened.close());

  const send = async (mutation: string, viewer: Viewer, input: object) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { admission { ${SHOWN} } } }`, viewer, {
      input,
    });
    return { admission: data?.[mutation]?.admission, error: errors?.[0]?.extensions as Record<string, unknown> | undefined };
  };
  /** The step, which must succeed. */
  const step = async (mutation: string, viewer: Viewer, admission: { id: string; version: number }, more: object = {}) => {
    const answer = await send(mutation, viewer, { admissionId: admission.id, expectedVersion: admission.version, ...more });
    expect(answer.error).toBeUndefined();
    return answer.admission;
  };
  const draft = async (more: object = {}) => {
    const input = {
      divisionCode: COUNTY,
      departmentName: '示例县住房和城乡建设局',
      kind: 'DUTY',
      dutyName: '城镇燃气安全检查',
      conditions: CONDITIONS,
      recipients: [OURS, NEIGHBOUR],
      ...more,
    };
    const answer = await send('draftAdmission', department, input);
    expect(answer.error).toBeUndefined();
    return answer.admission;
  };
  const bodied = { body: '示例机构', opinion: '同意' };
  const throughReviews = async (drafted: { id: string; version: number }) => {
    const submitted = await step('submitAdmission', department, drafted);
    const reviewed = await step('passAdmissionReview', bianban, submitted, { review: 'BIANBAN_REVIEW', ...bodied });
    return step('passAdmissionReview', justice, reviewed, { review: 'LEGAL_REVIEW', ...bodied });
  };
  const toOpinions = async (more: object = {}) => throughReviews(await draft(more));
  const opine = (admission: { id: string }, division: string, more: object = {}, viewer = township(division)) =>
    send('giveAdmissionOpinion', viewer, {
      admissionId: admission.id,
      divisionCode: division,
      expectedVersion: 1,
      opinion: 'AGREE',
      ...more,
    });
  const throughApproval = async (drafted: { id: string; version: number }) => {
    const asked = await throughReviews(drafted);
    for (const { division } of asked.recipients) await opine(asked, division.code);
    const convened = await step('conveneAdmissionCouncil', government, asked, { body: '联席会议' });
    return step('passAdmissionCouncil', government, convened, bodied);
  };
  const toApproval = async (more: object = {}) => throughApproval(await draft(more));
  const PUBLICATION = { body: '示例县人民政府', documentNumber: '示例政〔2026〕3号', effectiveFrom: '2026-04-01' };
  const published = async (more: object = {}) => step('publishAdmission', government, await toApproval(more), PUBLICATION);
  const seen = async (viewer: Viewer, id: string) =>
    (
      await ask(`query ($id: ID!) { admissionRequest(id: $id) { ${SHOWN} reviews { kind } recipients { opinion { opinion } } } }`, viewer, {
        id,
      })
    ).data.admissionRequest;

  test('the whole way: reviews in parallel, townships, council, government; both townships are admitted from the day on', async () => {
    const asked = await toOpinions();
    expect(asked).toMatchObject({ state: 'TOWN_OPINION', opinionsDueOn: '2026-03-16' });
    const admission = await published({ dutyName: '户外广告设置检查' });
    expect(admission).toMatchObject({ state: 'PUBLISHED', recipients: [{ batch: 1, effectiveFrom: '2026-04-01' }, { batch: 1 }] });
    const { data } = await ask(
      `query ($id: ID!) { admissionRequest(id: $id) { timeline { action from to organization legalBasis } deadlines { kind state } batches { number documentNumber recipients { division { code } } } } }`,
      government,
      { id: admission.id },
    );
    expect(data.admissionRequest.timeline.map(({ action }: { action: string }) => action)).toEqual([
      'draftAdmission',
      'submitAdmission',
      'passAdmissionReview',
      'passAdmissionReview',
      'askTownships',
      'giveAdmissionOpinion',
      'giveAdmissionOpinion',
      'conveneAdmissionCouncil',
      'passAdmissionCouncil',
      'publishAdmission',
    ]);
    expect(data.admissionRequest.timeline[2]).toMatchObject({ organization: BIANBAN, from: 'SUBMITTED', to: 'UNDER_REVIEW' });
    expect(data.admissionRequest.deadlines).toEqual([
      { kind: 'TOWN_OPINION', state: 'MET' },
      { kind: 'EVALUATION', state: 'RUNNING' },
    ]);
    expect(data.admissionRequest.batches).toMatchObject([{ number: 1, documentNumber: '示例政〔2026〕3号' }]);
  });

  test('whoever it does not concern meets nothing of it until it is published, and then its reviews and opinions not', async () => {
    const asked = await toOpinions();
    await opine(asked, OURS);
    const strangers = [
      ANONYMOUS,
      viewerOf([COUNTY]),
      of(GOVERNMENT, '330381', ['matters:manage']),
      township(THIRD),
      { ...government, divisions: [{ code: COUNTY, until: '2026-03-01' }] },
    ];
    for (const viewer of strangers) {
      expect(await seen(viewer, asked.id)).toBeNull();
      const { data } = await ask('{ admissionRequests { totalCount nodes { id } } }', viewer);
      expect(data.admissionRequests).toEqual({ totalCount: 0, nodes: [] });
    }
    for (const viewer of [government, township(OURS), township(NEIGHBOUR)])
      expect((await seen(viewer, asked.id)).state).toBe('TOWN_OPINION');
    expect((await seen(township(NEIGHBOUR), asked.id)).recipients[0].opinion).toBeNull();
    expect((await seen(government, asked.id)).recipients[0].opinion).toEqual({ opinion: 'AGREE' });
    const open = await published({ dutyName: '另一职责' });
    expect(await seen(ANONYMOUS, open.id)).toMatchObject({ state: 'PUBLISHED', reviews: null, availableActions: [] });
    expect((await seen(ANONYMOUS, open.id)).recipients[0].opinion).toBeNull();
  });

  test('a draft is the county’s own: not even those that it names read it', async () => {
    const { id } = await draft();
    expect(await seen(township(OURS), id)).toBeNull();
    expect(await seen(department, id)).toMatchObject({
      state: 'DRAFT',
      availableActions: ['amendAdmission', 'submitAdmission', 'withdrawAdmission'],
    });
  });

  test('those that it names are told of each step from its submission on, and that it is gone when it is a draft again; a third is told nothing', async () => {
    const drafted = await draft();
    const told = (viewer: Viewer) => toldOf(ask, viewer, drafted.id);
    const named = [township(OURS), township(NEIGHBOUR)];
    const others = [township(THIRD), of(DEPARTMENT, '330381', ['matters:manage'])];
    for (const viewer of [...named, ...others]) expect(await told(viewer)).toEqual([]);
    const submitted = await step('submitAdmission', department, drafted);
    const returned = await step('returnAdmission', bianban, submitted, { body: '编办', reason: '编制不足' });
    const content = { kind: 'DUTY', dutyName: '城镇燃气安全检查', conditions: CONDITIONS, recipients: [OURS] };
    const amended = await step('amendAdmission', department, returned, content);
    const CHANGED = 'ADMISSION_CHANGED';
    for (const viewer of named) expect(await told(viewer)).toEqual([CHANGED, CHANGED, 'TOMBSTONE']);
    const again = await step('submitAdmission', department, amended);
    const reviewed = await step('passAdmissionReview', bianban, again, { review: 'BIANBAN_REVIEW', ...bodied });
    const asked = await step('passAdmissionReview', justice, reviewed, { review: 'LEGAL_REVIEW', ...bodied });
    expect((await opine(asked, OURS)).error).toBeUndefined();
    expect(await told(named[0]!)).toEqual([CHANGED, CHANGED, 'TOMBSTONE', CHANGED, CHANGED, CHANGED, CHANGED]);
    expect(await told(named[1]!)).toEqual([CHANGED, CHANGED, 'TOMBSTONE']);
    expect(await told(government)).toEqual(Array.from({ length: 8 }, () => CHANGED));
    for (const viewer of others) expect(await told(viewer)).toEqual([]);
    const dropped = await step('withdrawAdmission', department, await draft(), { reason: '不再申请' });
    expect(await toldOf(ask, township(OURS), dropped.id)).toEqual([]);
    expect(await seen(township(OURS), dropped.id)).toBeNull();
  });

  test('those that it names read what is due in it, as they read the request; a draft’s, and another township’s, nobody else', async () => {
    const asked = await toOpinions();
    const due = async (viewer: Viewer, id: string) =>
      (await ask('query ($id: ID!) { admissionRequest(id: $id) { deadlines { kind dueOn } } }', viewer, { id })).data.admissionRequest;
    const wanted = { deadlines: [{ kind: 'TOWN_OPINION', dueOn: '2026-03-16' }] };
    for (const viewer of [government, township(OURS), township(NEIGHBOUR)]) expect(await due(viewer, asked.id)).toEqual(wanted);
    expect(await due(township(THIRD), asked.id)).toBeNull();
    const open = await published({ dutyName: '另一职责' });
    expect((await due(township(OURS), open.id)).deadlines).toHaveLength(2);
    for (const viewer of [ANONYMOUS, viewerOf([OURS]), township(THIRD), of(DEPARTMENT, '330381', ['matters:manage'])])
      expect(await due(viewer, open.id)).toEqual({ deadlines: [] });
    const returned = await step('returnAdmission', bianban, asked, { body: '编办', reason: '编制不足' });
    const content = { kind: 'DUTY', dutyName: '城镇燃气安全检查', conditions: CONDITIONS, recipients: [OURS] };
    await step('amendAdmission', department, returned, content);
    expect((await due(government, asked.id)).deadlines).toHaveLength(1);
    expect(await due(township(OURS), asked.id)).toBeNull();
  });

  test('what a stranger sends to a request is answered as if it were not there', async () => {
    const asked = await toOpinions();
    const stranger = of(GOVERNMENT, '330381', ['matters:manage', 'matters:handle']);
    const input = { expectedVersion: asked.version, body: '示例', reason: '示例' };
    const hidden = await send('rejectAdmission', stranger, { ...input, admissionId: asked.id });
    const missing = await send('rejectAdmission', stranger, { ...input, admissionId: asked.id.replace(/.$/, 'x') });
    expect(hidden.error).toMatchObject({ code: 'NOT_FOUND' });
    expect(hidden).toEqual(missing);
    const trailing = await send('rejectAdmission', government, { ...input, admissionId: `${asked.id} ` });
    expect(trailing.error).toEqual(missing.error);
  });

  test('who drafts does not decide, a county does not speak for a township, a township does not decide', async () => {
    const submitted = await step('submitAdmission', department, await draft());
    const review = { admissionId: submitted.id, expectedVersion: submitted.version, review: 'LEGAL_REVIEW', ...bodied };
    const asManager = { ...department, scopes: ['matters:read', 'matters:manage'] } as Viewer;
    expect((await send('passAdmissionReview', asManager, review)).error).toMatchObject({ code: 'FORBIDDEN', reason: 'DRAFTER_DECIDES' });
    const samePerson = { ...justice, subject: department.subject };
    expect((await send('passAdmissionReview', samePerson, review)).error).toMatchObject({ reason: 'DRAFTER_DECIDES' });
    expect((await send('passAdmissionReview', { ...justice, organization: null }, review)).error).toMatchObject({ reason: 'BODY_UNKNOWN' });
    expect((await send('passAdmissionReview', department, review)).error).toMatchObject({ reason: 'SCOPE_MISSING' });
    expect((await send('passAdmissionReview', of(GOVERNMENT, OURS, ['matters:manage']), review)).error).toMatchObject({
      reason: 'OUTSIDE_DIVISIONS',
    });
    const reviewed = await step('passAdmissionReview', justice, submitted, { review: 'LEGAL_REVIEW', ...bodied });
    const second = { admissionId: reviewed.id, expectedVersion: reviewed.version, ...bodied };
    expect((await send('passAdmissionReview', justice, { ...second, review: 'BIANBAN_REVIEW' })).error).toMatchObject({
      reason: 'SAME_REVIEWER',
    });
    expect((await send('passAdmissionReview', bianban, { ...second, review: 'LEGAL_REVIEW' })).error).toMatchObject({
      reason: 'REVIEW_PASSED_ALREADY',
    });
    const asked = await step('passAdmissionReview', bianban, reviewed, { review: 'BIANBAN_REVIEW', ...bodied });
    for (const viewer of [of(GOVERNMENT, COUNTY, ['matters:handle']), township(NEIGHBOUR)])
      expect((await opine(asked, OURS, {}, viewer)).error).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_THE_RECIPIENT' });
  });

  test('an application that lacks a condition is not submitted; one that was returned is reviewed anew', async () => {
    const incomplete = await draft({ conditions: { ...CONDITIONS, staff: null, fundsYuan: null } });
    const submission = { admissionId: incomplete.id, expectedVersion: incomplete.version };
    const { error } = await send('submitAdmission', department, submission);
    expect(error).toMatchObject({
      code: 'CONFLICT',
      reason: 'CONDITIONS_INCOMPLETE',
      from: 'DRAFT',
      allowed: ['amendAdmission', 'withdrawAdmission'],
    });
    const content = { kind: 'DUTY', dutyName: '城镇燃气安全检查', conditions: CONDITIONS, recipients: [OURS, THIRD] };
    const amended = await step('amendAdmission', department, incomplete, content);
    const submitted = await step('submitAdmission', department, amended);
    const reviewed = await step('passAdmissionReview', bianban, submitted, { review: 'BIANBAN_REVIEW', ...bodied });
    const returned = await step('returnAdmission', justice, reviewed, { body: '司法局', reason: '依据条款不符' });
    const again = await step('submitAdmission', department, returned);
    expect(again.state).toBe('SUBMITTED');
    const first = await step('passAdmissionReview', justice, again, { review: 'LEGAL_REVIEW', ...bodied });
    expect(first.state).toBe('UNDER_REVIEW');
    const asked = await step('passAdmissionReview', bianban, first, { review: 'BIANBAN_REVIEW', ...bodied });
    expect(asked.recipients.map(({ division }: { division: { code: string } }) => division.code)).toEqual([THIRD, OURS]);
  });

  test('a task of communities goes to villages, and meets all three tests or is not applied for', async () => {
    const village = `${OURS}200`;
    const task = { kind: 'COMMUNITY_TASK', dutyName: '示例摸排', recipients: [village] };
    const unneeded = await draft({ ...task, criteria: { lawBased: true, orderedInWriting: true, needed: false } });
    const { error } = await send('submitAdmission', department, { admissionId: unneeded.id, expectedVersion: 1 });
    expect(error).toMatchObject({ reason: 'CRITERIA_UNMET' });
    const needed = await draft({ ...task, criteria: { lawBased: true, orderedInWriting: true, needed: true } });
    expect((await step('submitAdmission', department, needed)).state).toBe('SUBMITTED');
    const wrong = { divisionCode: COUNTY, departmentName: '局', dutyName: '示例', conditions: {} };
    for (const [kind, recipients] of [
      ['COMMUNITY_TASK', [OURS]],
      ['DUTY', [village]],
      ['DUTY', ['330381002']],
      ['DUTY', []],
      ['DUTY', [OURS, OURS]],
    ])
      expect((await send('draftAdmission', department, { ...wrong, kind, recipients })).error).toMatchObject({
        reason: 'RECIPIENTS_INVALID',
      });
  });

  test('the council waits for the townships while their time runs, and answers what they object', async () => {
    const asked = await toOpinions();
    const convene = { admissionId: asked.id, expectedVersion: asked.version, body: '联席会议' };
    expect((await send('conveneAdmissionCouncil', government, convene)).error).toMatchObject({ reason: 'OPINIONS_OUTSTANDING' });
    expect((await opine(asked, OURS, { opinion: 'OBJECT' })).error).toMatchObject({ reason: 'TEXT_LENGTH' });
    expect((await opine(asked, OURS, { opinion: 'OBJECT', reason: '没有执法人员' })).error).toBeUndefined();
    now = new Date('2026-03-16T15:00:00Z');
    expect((await send('conveneAdmissionCouncil', government, convene)).error).toMatchObject({ reason: 'OPINIONS_OUTSTANDING' });
    now = new Date('2026-03-16T16:30:00Z');
    const convened = await step('conveneAdmissionCouncil', government, asked, { body: '联席会议' });
    const pass = { admissionId: convened.id, expectedVersion: convened.version, ...bodied };
    expect((await send('passAdmissionCouncil', government, pass)).error).toMatchObject({
      reason: 'OBJECTIONS_UNANSWERED',
      recipients: [OURS],
    });
    expect((await send('passAdmissionCouncil', government, { ...pass, answer: '增派两名执法人员' })).admission.state).toBe('GOV_APPROVAL');
    expect((await opine(asked, NEIGHBOUR)).error).toMatchObject({ reason: 'MOVE_NOT_ALLOWED', from: 'GOV_APPROVAL' });
  });

  test('in batches: the rest stays open, and is published or left out', async () => {
    const approved = await toApproval({ recipients: [OURS, NEIGHBOUR, THIRD] });
    const first = await step('publishAdmissionBatch', government, approved, { ...PUBLICATION, recipients: [OURS] });
    expect(first.state).toBe('PARTIAL');
    const input = { admissionId: first.id, expectedVersion: first.version, ...PUBLICATION };
    for (const recipients of [[], [OURS], [NEIGHBOUR, THIRD], ['410225100'], [THIRD, THIRD]])
      expect((await send('publishAdmissionBatch', government, { ...input, recipients })).error).toMatchObject({ reason: 'BATCH_INVALID' });
    expect((await send('publishAdmission', government, { ...input, effectiveFrom: '2026-03-01' })).error).toMatchObject({
      reason: 'EFFECTIVE_DAY_PAST',
    });
    // What came down to some is evaluated too (行政处罚法§24), and goes on in batches.
    const evaluation = { body: '编办', result: 'KEEP', staffAdequate: true, fundsAdequate: true, findings: '承接顺利' };
    const evaluated = await step('evaluateAdmission', bianban, first, evaluation);
    expect(evaluated.state).toBe('PARTIAL');
    const { data } = await ask('query ($id: ID!) { admissionRequest(id: $id) { deadlines { kind state } availableActions } }', bianban, {
      id: first.id,
    });
    expect(data.admissionRequest.deadlines.slice(1)).toEqual(['MET', 'RUNNING'].map((state) => ({ kind: 'EVALUATION', state })));
    expect(data.admissionRequest.availableActions).toContain('evaluateAdmission');
    const second = await step('publishAdmissionBatch', government, evaluated, {
      ...PUBLICATION,
      effectiveFrom: '2026-06-01',
      recipients: [THIRD],
    });
    const closed = await step('closeAdmissionBatches', government, second, { body: '政府', reason: '条件不具备' });
    expect(closed.recipients).toMatchObject([
      { division: { code: THIRD }, batch: 2, effectiveFrom: '2026-06-01' },
      { division: { code: OURS }, batch: 1, effectiveFrom: '2026-04-01' },
      { division: { code: NEIGHBOUR }, batch: null, effectiveFrom: null },
    ]);
    const onDay = async (day: string, divisionCode: string) =>
      (await ask(`{ admissionRequests(filter: { inForceOn: "${day}", divisionCode: "${divisionCode}" }) { totalCount } }`)).data
        .admissionRequests.totalCount;
    expect([await onDay('2026-03-31', COUNTY), await onDay('2026-04-01', COUNTY)]).toEqual([0, 1]);
  });

  test('taken back: it holds to the day before, and it is said what becomes of open cases', async () => {
    const admission = await published();
    const end = {
      body: '示例县人民政府',
      documentNumber: '示例政〔2026〕9号',
      legalBasis: '豫政〔2025〕15号',
      reason: '省目录未列',
      endsOn: '2026-07-01',
    };
    const reclaimed = await step('reclaimAdmission', government, admission, { ...end, openCases: 'FINISH' });
    expect(reclaimed).toMatchObject({ state: 'RECLAIMED', recipients: [{ effectiveTo: '2026-07-01' }, { effectiveTo: '2026-07-01' }] });
    const { data } = await ask(
      'query ($id: ID!) { admissionRequest(id: $id) { openCases endsOn endDocument deadlines { state } } }',
      government,
      { id: admission.id },
    );
    expect(data.admissionRequest).toMatchObject({
      openCases: 'FINISH',
      endsOn: '2026-07-01',
      deadlines: [{ state: 'MET' }, { state: 'LAPSED' }],
    });
    const { error } = await send('evaluateAdmission', government, {
      admissionId: admission.id,
      expectedVersion: reclaimed.version,
      body: '局',
      result: 'KEEP',
      staffAdequate: true,
      fundsAdequate: true,
      findings: '好',
    });
    expect(error).toMatchObject({ code: 'CONFLICT', reason: 'MOVE_NOT_ALLOWED', from: 'RECLAIMED', allowed: [] });
  });

  test('an evaluation that asks for it leads to a new edition, which takes over on its first day; until then the old one holds', async () => {
    const admission = await published();
    now = new Date('2026-12-01T02:00:00Z');
    const evaluation = { body: '编办', staffAdequate: false, fundsAdequate: true, findings: '人员不足' };
    const kept = await step('evaluateAdmission', bianban, admission, { ...evaluation, result: 'KEEP' });
    const adjust = { admissionId: kept.id, expectedVersion: kept.version, reason: '增加人员' };
    expect((await send('adjustAdmission', department, adjust)).error).toMatchObject({ reason: 'EVALUATION_SAYS_OTHERWISE' });
    const evaluated = await step('evaluateAdmission', bianban, kept, { ...evaluation, result: 'ADJUST' });
    const adjusting = await step('adjustAdmission', department, evaluated, { reason: '增加人员' });
    expect(adjusting.state).toBe('EVALUATED');
    const { data } = await ask('query ($id: ID!) { admissionRequest(id: $id) { successor { id version edition state } } }', department, {
      id: admission.id,
    });
    const { successor } = data.admissionRequest;
    expect(successor).toMatchObject({ edition: 2, state: 'DRAFT', version: 1 });
    const again = { admissionId: adjusting.id, expectedVersion: adjusting.version, reason: '再' };
    expect((await send('adjustAdmission', department, again)).error).toMatchObject({ reason: 'ADJUSTMENT_UNDER_WAY' });
    const approved = await throughApproval(successor);
    await step('publishAdmission', government, approved, { ...PUBLICATION, effectiveFrom: '2027-01-01' });
    expect(await seen(ANONYMOUS, admission.id)).toMatchObject({ state: 'ADJUSTED', recipients: [{ effectiveTo: '2027-01-01' }, {}] });
    for (const [day, edition] of [
      ['2026-12-31', 1],
      ['2027-01-01', 2],
    ]) {
      const answer = await ask(`{ admissionRequests(filter: { inForceOn: "${day}" }) { nodes { edition } } }`);
      expect(answer.data.admissionRequests.nodes).toEqual([{ edition }]);
    }
  });

  test('an edition that is published in part ends the one before for those alone, and all whom that concerns are told so', async () => {
    const admission = await published();
    now = new Date('2026-12-01T02:00:00Z');
    const evaluation = { body: '编办', staffAdequate: false, fundsAdequate: true, findings: '人员不足' };
    const evaluated = await step('evaluateAdmission', bianban, admission, { ...evaluation, result: 'ADJUST' });
    const adjusting = await step('adjustAdmission', department, evaluated, { reason: '增加人员' });
    const { data } = await ask('query ($id: ID!) { admissionRequest(id: $id) { successor { id version } } }', department, {
      id: admission.id,
    });
    const approved = await throughApproval(data.admissionRequest.successor);
    const told = (viewer: Viewer) => toldOf(ask, viewer, admission.id);
    const [others, everybody] = [
      [township(THIRD), of(DEPARTMENT, '330381', [])],
      [government, township(OURS), township(NEIGHBOUR)],
    ];
    const before = await Promise.all(everybody.map(told));
    await step('publishAdmissionBatch', government, approved, { ...PUBLICATION, effectiveFrom: '2027-01-01', recipients: [OURS] });
    for (const [index, viewer] of everybody.entries()) expect(await told(viewer)).toEqual([...before[index]!, 'ADMISSION_CHANGED']);
    for (const viewer of others) expect(await told(viewer)).toEqual([]);
    // It is not gone for whom it ends: to the last day they act by it, and they read it after that.
    expect(await seen(township(OURS), admission.id)).toMatchObject({
      state: 'EVALUATED',
      version: adjusting.version,
      recipients: [{ effectiveTo: '2027-01-01' }, { effectiveTo: null }],
    });
  });

  test('two that decide at once: one wins, the other learns why; a replay changes nothing', async () => {
    const submitted = await step('submitAdmission', department, await draft());
    const input = { admissionId: submitted.id, expectedVersion: submitted.version };
    const [one, other] = await Promise.all([
      send('returnAdmission', bianban, { ...input, body: '编办', reason: '补充' }),
      send('rejectAdmission', justice, { ...input, body: '司法局', reason: '无依据' }),
    ]);
    const lost = [one, other].filter(({ error }) => error);
    expect(lost).toHaveLength(1);
    expect(lost[0]!.error).toMatchObject({ code: 'CONFLICT', reason: expect.stringMatching(/^(STALE_VERSION|MOVE_NOT_ALLOWED)$/) });
    const asked = await toOpinions({ dutyName: '再一项' });
    const key = { idempotencyKey: 'an-opinion-sent-twice' };
    const first = await opine(asked, OURS, key);
    expect(await opine(asked, OURS, key)).toEqual(first);
    expect((await opine(asked, OURS, { opinion: 'AGREE' })).error).toMatchObject({ reason: 'STALE_VERSION' });
    expect(await opened.database.manager.countBy(AdmissionRequest, { dutyName: '再一项' })).toBe(1);
  });

  test('townships that answer at the same moment do not hinder each other', async () => {
    const asked = await toOpinions({ recipients: [OURS, NEIGHBOUR, THIRD] });
    const answers = await Promise.all([OURS, NEIGHBOUR, THIRD].map((code) => opine(asked, code)));
    expect(answers.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
    expect((await step('conveneAdmissionCouncil', government, asked, { body: '联席会议' })).state).toBe('JOINT_COUNCIL');
  });
});
