import { Scheduler } from '@township-graph/shared/scheduler/scheduler';
import { viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES } from '@township-graph/shared/testing/database';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { COUNTY, COUNTY_DESK, NEIGHBOUR_DESK, OURS, TOWNSHIP_DESK } from '../testing/secondment-desk';
import { hostOf, type SelectionDesk, selectionDesk } from '../testing/selection-desk';

const CAMPAIGN =
  'campaign { id state version postCount freePosts candidateCount pendingCount availableActions publicityEndsAt deadlines { kind state } timeline { action } }';
const CANDIDATE = 'candidate { id state version rank writtenScore totalScore availableActions chosenPost { title division { code } } }';

describe.each(ENGINES)('选派 on %s', (engine) => {
  let desk: SelectionDesk;

  beforeAll(async () => {
    desk = await selectionDesk(engine);
  });

  afterAll(() => desk.opened.close());

  const posts = (divisionCode: string, number = 10) => ({
    divisionCode,
    organization: hostOf(divisionCode),
    title: '示例选派岗位',
    number,
  });
  const given = (change: object = {}) => ({
    divisionCode: COUNTY,
    title: '示例选派',
    year: 2026,
    approvalDocument: '示例编〔2026〕1号',
    writtenWeight: 60,
    interviewWeight: 40,
    writtenPassMark: '60',
    posts: [posts(OURS)],
    ...change,
  });
  const opened = (change: object = {}) => desk.done('openCampaign', given(change), CAMPAIGN);
  /** The version is asked for: candidates raise it too. */
  const move = async (name: string, campaignId: string, more: object = {}, shown = CAMPAIGN) =>
    desk.done(name, { campaignId, expectedVersion: await versionOf(campaignId), ...more }, shown);
  const refusedMove = async (name: string, campaignId: string, more: object = {}, viewer = COUNTY_DESK) =>
    desk.refused(name, { campaignId, expectedVersion: await versionOf(campaignId), ...more }, viewer);
  const versionOf = async (id: string): Promise<number> =>
    (await desk.read(`{ selectionCampaign(id: "${id}") { version } }`)).selectionCampaign.version;
  const complete = (id: string, stage: string) => move('completeCampaignStage', id, { stage });
  const candidate = async (id: string) => (await desk.read(`{ candidate(id: "${id}") { ${CANDIDATE.slice(12, -2)} } }`)).candidate;
  const step = async (name: string, candidateId: string, more: object = {}) =>
    desk.done(name, { candidateId, expectedVersion: (await candidate(candidateId)).version, ...more }, CANDIDATE);
  const refusedStep = async (name: string, candidateId: string, more: object = {}, viewer = COUNTY_DESK) =>
    desk.refused(name, { candidateId, expectedVersion: (await candidate(candidateId)).version, ...more }, viewer);
  const register = async (campaignId: string, staffMemberId: string) =>
    (await desk.done('registerCandidate', { campaignId, staffMemberId }, CANDIDATE)).id as string;
  const announced = async (change: object = {}) => {
    const { id } = await opened(change);
    await move('announceCampaign', id, { registrationFrom: '2026-03-02', registrationTo: '2026-03-06' });
    return id as string;
  };
  /** Candidates with these points, ranked. */
  const ranked = async (points: readonly (readonly [string, string])[]) => {
    desk.time.now = '2026-03-02T02:00:00Z';
    const id = await announced();
    const candidates: string[] = [];
    for (const _ of points) candidates.push(await register(id, await desk.staff()));
    desk.time.now = '2026-03-09T02:00:00Z';
    await complete(id, 'REGISTRATION');
    for (const each of candidates) await step('qualifyCandidate', each, { isQualified: true });
    await complete(id, 'QUALIFICATION');
    for (const [index, [score]] of points.entries()) await step('recordExamination', candidates[index]!, { part: 'WRITTEN', score });
    await complete(id, 'WRITTEN');
    for (const [index, [, score]] of points.entries()) await step('recordExamination', candidates[index]!, { part: 'INTERVIEW', score });
    await complete(id, 'INTERVIEW');
    const { selectionCampaign } = await desk.read(`{ selectionCampaign(id: "${id}") { posts { id isTaken } } }`);
    return { id, candidates, posts: selectionCampaign.posts.map((post: { id: string }) => post.id) as string[] };
  };

  test('a worked course, from the plan to the conversion', async () => {
    desk.time.now = '2026-03-02T02:00:00Z';
    const targets = [2026, 2027, 2028, 2029, 2030].map((year) => ({ year, number: 10 }));
    const plan = await desk.done(
      'adoptSelectionPlan',
      { divisionCode: COUNTY, document: '示例改发〔2026〕11号', targets },
      'plan { id endYear }',
    );
    expect(plan.endYear).toBe(2030);
    const campaign = await opened({ planId: plan.id });
    expect(campaign).toMatchObject({ state: 'PLAN', postCount: 10, freePosts: 10, availableActions: ['ANNOUNCE', 'CANCEL'] });
    expect(await desk.refused('openCampaign', given({ planId: plan.id }))).toMatchObject({ code: 'CONFLICT', reason: 'TARGET_EXCEEDED' });
    const { id } = campaign;
    expect((await desk.read(`{ selectionCampaign(id: "${id}") { id } }`, ANONYMOUS)).selectionCampaign).toBeNull();
    await move('announceCampaign', id, { registrationFrom: '2026-03-02', registrationTo: '2026-03-06' });
    expect((await desk.read(`{ selectionCampaign(id: "${id}") { id timeline { action } } }`, ANONYMOUS)).selectionCampaign).toEqual({
      id,
      timeline: [],
    });

    const staff = [await desk.staff(), await desk.staff({ fundingKind: 'PARTIAL' }), await desk.staff(), await desk.staff()];
    const [a, b, c, d] = await Promise.all(staff.map((each) => register(id, each)));
    expect(await refusedMove('completeCampaignStage', id, { stage: 'REGISTRATION' })).toMatchObject({ reason: 'REGISTRATION_OPEN' });
    desk.time.now = '2026-03-07T02:00:00Z';
    expect(await complete(id, 'REGISTRATION')).toMatchObject({ state: 'REGISTERED', candidateCount: 4, pendingCount: 4 });
    expect(await refusedStep('recordExamination', a!, { part: 'WRITTEN', score: '80' })).toMatchObject({ reason: 'MOVE_NOT_ALLOWED' });
    for (const each of [a!, b!, c!]) await step('qualifyCandidate', each, { isQualified: true });
    expect(await refusedMove('completeCampaignStage', id, { stage: 'QUALIFICATION' })).toMatchObject({ reason: 'CANDIDATES_PENDING' });
    expect(await refusedStep('qualifyCandidate', d!, { isQualified: false })).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'TEXT_LENGTH',
    });
    expect(await step('qualifyCandidate', d!, { isQualified: false, reason: '示例材料不全' })).toMatchObject({ state: 'NOT_QUALIFIED' });
    await complete(id, 'QUALIFICATION');
    await step('recordExamination', a!, { part: 'WRITTEN', score: '59' });
    expect(await step('recordExamination', a!, { part: 'WRITTEN', score: '88.55', note: '登分更正' })).toMatchObject({
      writtenScore: '88.55',
    });
    await step('recordExamination', b!, { part: 'WRITTEN', score: '90' });
    expect(await refusedStep('recordExamination', c!, { part: 'WRITTEN', score: '1', isAbsent: true })).toMatchObject({ reason: 'POINTS' });
    await step('recordExamination', c!, { part: 'WRITTEN', isAbsent: true });
    expect(await complete(id, 'WRITTEN')).toMatchObject({ state: 'WRITTEN', pendingCount: 2 });
    expect(await candidate(c!)).toMatchObject({ state: 'ELIMINATED' });
    await step('recordExamination', a!, { part: 'INTERVIEW', score: '90.01' });
    await step('recordExamination', b!, { part: 'INTERVIEW', score: '80' });
    await complete(id, 'INTERVIEW');
    expect(await candidate(a!)).toMatchObject({ rank: 1, totalScore: '89.1340', availableActions: ['CHOOSE_POST', 'WAIVE_POST'] });
    expect(await candidate(b!)).toMatchObject({ rank: 2, totalScore: '86.0000', availableActions: ['WAIVE_POST'] });

    const [post, other] = (await desk.read(`{ selectionCampaign(id: "${id}") { posts { id } } }`)).selectionCampaign.posts;
    expect(await refusedStep('choosePost', b!, { postId: post.id })).toMatchObject({ reason: 'NOT_THEIR_TURN', waitingFor: 1 });
    expect((await desk.read(`{ candidate(id: "${a}") { id } }`, TOWNSHIP_DESK)).candidate).toBeNull();
    await step('choosePost', a!, { postId: post.id });
    expect((await desk.read(`{ candidate(id: "${a}") { rank } }`, TOWNSHIP_DESK)).candidate).toEqual({ rank: 1 });
    expect(await refusedStep('choosePost', b!, { postId: post.id })).toMatchObject({ reason: 'POST_TAKEN' });
    await step('choosePost', b!, { postId: other.id });
    await complete(id, 'POST_CHOICE');
    expect(await move('publishList', id)).toMatchObject({ state: 'PUBLICITY', publicityEndsAt: '2026-03-17T15:59:59.999Z' });
    const { publicList } = (await desk.read(`{ selectionCampaign(id: "${id}") { publicList { name rank totalScore } } }`, ANONYMOUS))
      .selectionCampaign;
    expect(publicList).toEqual([
      { name: '示*', rank: 1, totalScore: '89.1340' },
      { name: '示*', rank: 2, totalScore: '86.0000' },
    ]);

    const appointment = { startsOn: '2026-04-01', document: '示例人社〔2026〕2号' };
    expect(await refusedMove('appointCandidates', id, appointment)).toMatchObject({ reason: 'PUBLICITY_RUNNING' });
    const objection = await desk.done(
      'objectToCandidate',
      { candidateId: b, content: '示例甲乙（电话 13800000000）不符合条件' },
      'objection { id version content candidate { id } }',
    );
    expect(objection.content).toBe('示*（电话 ***）不符合条件');
    desk.time.now = '2026-03-18T02:00:00Z';
    expect(await desk.refused('objectToCandidate', { candidateId: b, content: '示例' })).toMatchObject({ reason: 'PUBLICITY_OVER' });
    expect(await refusedMove('appointCandidates', id, appointment)).toMatchObject({ reason: 'OBJECTIONS_OPEN' });
    const decision = { objectionId: objection.id, expectedVersion: 1, isUpheld: true, finding: '示例甲乙的情况属实' };
    expect(await desk.done('decideObjection', decision, 'objection { finding candidate { refusalReason } }')).toEqual({
      finding: '示*的情况属实',
      candidate: { refusalReason: '示*的情况属实' },
    });
    expect(await candidate(b!)).toMatchObject({ state: 'DISQUALIFIED', chosenPost: null });
    expect(await move('appointCandidates', id, appointment)).toMatchObject({
      state: 'APPOINTED',
      freePosts: 9,
      deadlines: [{ state: 'MET' }],
    });
    const placed = `{ placements(filter: { campaignId: "${id}" }) { totalCount nodes { id kind state payBearer period { from to } staffMember { id } } } }`;
    const { nodes, totalCount } = (await desk.read(placed, TOWNSHIP_DESK)).placements;
    expect({ nodes, totalCount }).toMatchObject({
      totalCount: 1,
      nodes: [{ kind: 'SELECTION', state: 'PLANNED', payBearer: 'COUNTY_BUDGET', period: { from: '2026-04-01', to: '2031-03-31' } }],
    });
    expect((await desk.read(placed, NEIGHBOUR_DESK)).placements.totalCount).toBe(0);

    await desk.posts(OURS, 1);
    desk.time.now = '2026-12-21T02:00:00Z';
    await new Scheduler({ database: desk.opened.database, jobs: desk.jobs, clock: desk.clock, everyMs: 1 }).runDue();
    const appraisal = {
      placementId: nodes[0].id,
      expectedVersion: 2,
      year: 2026,
      institutionGrade: 'EXCELLENT',
      document: '示例考〔2026〕1号',
    };
    const converted = 'placement { state outcome staffMember { fundingKind homeOrganization { creditCode } } }';
    expect(await desk.done('recordAppraisal', appraisal, converted, TOWNSHIP_DESK)).toEqual({
      state: 'CONVERTED',
      outcome: 'CONVERTED',
      staffMember: { fundingKind: 'FULL', homeOrganization: { creditCode: hostOf(OURS).creditCode } },
    });
  });

  test.each([
    ['FUNDING', { fundingKind: 'FULL' }],
    ['NOT_INSTITUTION', { establishmentKind: 'ADMINISTRATIVE', fundingKind: null }],
    ['NOT_COUNTY_LEVEL', { homeDivisionCode: OURS, divisionCode: OURS }],
  ])('who is not eligible is told why: %s', async (reason, said) => {
    desk.time.now = '2026-03-02T02:00:00Z';
    const campaignId = await announced();
    expect(await desk.refused('registerCandidate', { campaignId, staffMemberId: await desk.staff(said) })).toMatchObject({
      code: 'CONFLICT',
      reason,
      reasons: expect.arrayContaining([reason]),
    });
  });

  test('registration is within its days, once, and under a key once more the same', async () => {
    desk.time.now = '2026-03-02T02:00:00Z';
    const { id: planned } = await opened();
    const staffMemberId = await desk.staff();
    expect(await desk.refused('registerCandidate', { campaignId: planned, staffMemberId })).toMatchObject({ code: 'NOT_FOUND' });
    const campaignId = await announced();
    const input = { campaignId, staffMemberId, idempotencyKey: `register-${engine}` };
    const { id } = await desk.done('registerCandidate', input, CANDIDATE);
    expect((await desk.done('registerCandidate', input, CANDIDATE)).id).toBe(id);
    expect(await desk.refused('registerCandidate', { campaignId, staffMemberId })).toMatchObject({ reason: 'REGISTERED_ALREADY' });
    desk.time.now = '2026-03-07T02:00:00Z';
    expect(await desk.refused('registerCandidate', { campaignId, staffMemberId: await desk.staff() })).toMatchObject({
      reason: 'REGISTRATION_CLOSED',
    });
    expect((await desk.read(`{ selectionCampaign(id: "${campaignId}") { candidateCount } }`)).selectionCampaign).toEqual({
      candidateCount: 1,
    });
  });

  test('two of a rank that want one post at once: one gets it, and the other chooses again', async () => {
    const {
      id,
      candidates,
      posts: free,
    } = await ranked([
      ['80', '80'],
      ['80', '80'],
    ]);
    const both = await Promise.all(
      candidates.map(async (candidateId) => {
        const { version: expectedVersion } = await candidate(candidateId);
        return desk.run('choosePost', { candidateId, expectedVersion, postId: free[0] }, '__typename', COUNTY_DESK);
      }),
    );
    expect(both.map(({ errors }) => errors?.[0]?.extensions.reason ?? 'DONE').toSorted()).toEqual(['DONE', 'POST_TAKEN']);
    expect((await desk.read(`{ selectionCampaign(id: "${id}") { freePosts pendingCount } }`)).selectionCampaign).toEqual({
      freePosts: 9,
      pendingCount: 1,
    });
    const left = (await Promise.all(candidates.map(candidate))).find(({ state }) => state === 'RANKED')!;
    await step('choosePost', left.id, { postId: free[1] });
    expect(await step('waivePost', left.id)).toMatchObject({ state: 'WAIVED', chosenPost: null });
  });

  test('a list of choices is taken up at once in the order of ranks, or not at all', async () => {
    const {
      id,
      candidates: [first, second, third],
      posts: free,
    } = await ranked([
      ['90', '90'],
      ['80', '80'],
      ['70', '70'],
    ]);
    const list = (...choices: readonly (readonly [string | undefined, string | null | undefined])[]) => ({
      choices: choices.map(([candidateId, postId]) => ({ candidateId, postId })),
    });
    for (const [choices, refusal] of [
      [list([second, free[0]], [first, free[1]]), { code: 'CONFLICT', reason: 'NOT_THEIR_TURN', waitingFor: 1, candidateId: second }],
      [list([first, free[0]], [third, free[1]]), { reason: 'NOT_THEIR_TURN', waitingFor: 2, candidateId: third }],
      [list([first, free[0]], [second, free[0]]), { code: 'CONFLICT', reason: 'POST_TAKEN', candidateId: second }],
      [list([first, free[0]], [first, free[1]]), { code: 'BAD_USER_INPUT', reason: 'CHOICES' }],
      [list([first, 'no-post']), { code: 'NOT_FOUND' }],
      [list(['nobody', free[0]]), { reason: 'CHOICES', candidateId: 'nobody' }],
      [list(), { reason: 'CHOICES' }],
    ] as const)
      expect(await refusedMove('choosePosts', id, choices)).toMatchObject(refusal);
    const whole = list([first, free[1]], [second, null], [third, free[0]]);
    expect(await refusedMove('choosePosts', id, whole, TOWNSHIP_DESK)).toMatchObject({ code: 'NOT_FOUND' });
    // Of all that was refused nothing was done.
    expect((await candidate(first!)).state).toBe('RANKED');
    const once = { campaignId: id, expectedVersion: await versionOf(id), ...whole, idempotencyKey: `choices-${engine}` };
    const done = await desk.done('choosePosts', once, CAMPAIGN);
    expect(done).toMatchObject({ state: 'INTERVIEWED', freePosts: 8, pendingCount: 0 });
    expect(done.availableActions).not.toContain('CHOOSE_POSTS');
    expect(await desk.done('choosePosts', once, CAMPAIGN)).toEqual(done);
    expect((await Promise.all([first!, second!, third!].map(candidate))).map(({ state }) => state)).toEqual(['CHOSEN', 'WAIVED', 'CHOSEN']);
    expect(await desk.refused('choosePosts', { ...once, idempotencyKey: null })).toMatchObject({ reason: 'STALE_VERSION' });
    expect(await complete(id, 'POST_CHOICE')).toMatchObject({ state: 'POSTED' });
  });

  test('once everybody has chosen or waived, no list of choices is taken up', async () => {
    const {
      id,
      candidates: [only],
      posts: free,
    } = await ranked([['80', '80']]);
    const waived = await step('waivePost', only!);
    const version = await versionOf(id);
    expect(await refusedMove('choosePosts', id, { choices: [{ candidateId: only, postId: free[0] }] })).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOBODY_TO_CHOOSE',
    });
    expect([await candidate(only!), await versionOf(id)]).toEqual([waived, version]);
  });

  test('a stage that is completed on what was read before a candidate’s step is refused', async () => {
    desk.time.now = '2026-03-02T02:00:00Z';
    const campaignId = await announced();
    const expectedVersion = await versionOf(campaignId);
    await register(campaignId, await desk.staff());
    desk.time.now = '2026-03-09T02:00:00Z';
    const stale = { campaignId, expectedVersion, stage: 'REGISTRATION' };
    expect(await desk.refused('completeCampaignStage', stale)).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
  });

  test('what is cancelled places nobody', async () => {
    const { id, candidates } = await ranked([['80', '80']]);
    expect(await move('cancelCampaign', id, { reason: '示例原因' })).toMatchObject({ state: 'CANCELLED', availableActions: [] });
    expect(await candidate(candidates[0]!)).toMatchObject({ state: 'NOT_PLACED', availableActions: [] });
  });

  test.each([
    ['COUNTY_NEEDED', { divisionCode: OURS }],
    ['WEIGHTS', { writtenWeight: 50 }],
    ['POINTS', { writtenPassMark: '101' }],
    ['POSTS_A_TOWNSHIP', { posts: [posts(OURS, 9)] }],
    ['POSTS_A_TOWNSHIP', { posts: [posts(OURS, 10), posts(OURS, 6)] }],
    ['TOWNSHIP_NEEDED', { posts: [posts(OURS), { ...posts(OURS), divisionCode: '330381101' }] }],
    ['POSTS', { posts: [] }],
  ])('a selection that cannot be: %s', async (reason, change) => {
    expect(await desk.refused('openCampaign', given(change))).toMatchObject({ code: 'BAD_USER_INPUT', reason });
  });

  test.each([
    ['nobody', ANONYMOUS, 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
    ['a reader', viewerOf([COUNTY], ['personnel:read']), 'FORBIDDEN', 'FORBIDDEN'],
    ['a township', TOWNSHIP_DESK, 'FORBIDDEN', 'NOT_FOUND'],
    ['another county', viewerOf(['330381'], ['personnel:read', 'personnel:manage']), 'FORBIDDEN', 'NOT_FOUND'],
  ])('%s opens no selection, and touches no candidate', async (_, viewer, opening, touching) => {
    desk.time.now = '2026-03-02T02:00:00Z';
    const campaignId = await announced();
    const candidateId = await register(campaignId, await desk.staff());
    expect(await desk.refused('openCampaign', given(), viewer)).toMatchObject({ code: opening });
    expect(await refusedStep('withdrawCandidate', candidateId, {}, viewer)).toMatchObject({ code: touching });
    const hidden = await desk.read(
      `{ candidate(id: "${candidateId}") { id } candidates { totalCount } }`,
      viewer === ANONYMOUS ? ANONYMOUS : NEIGHBOUR_DESK,
    );
    expect(hidden).toEqual({ candidate: null, candidates: { totalCount: 0 } });
  });

  test('a township’s feed tells of candidates when they choose a post there, and of nobody’s name', async () => {
    const { candidates, posts: free } = await ranked([['80', '80']]);
    await step('choosePost', candidates[0]!, { postId: free[0] });
    const feed = '{ secondmentFeed(first: 100) { nodes { type subjectId isTombstone payload } } }';
    const types = async (viewer = TOWNSHIP_DESK) =>
      (await desk.read(feed, viewer)).secondmentFeed.nodes.filter((node: { subjectId: string }) => node.subjectId === candidates[0]);
    expect(await types()).toEqual([expect.objectContaining({ type: 'POST_CHOSEN', isTombstone: false })]);
    await step('waivePost', candidates[0]!);
    expect((await types()).at(-1)).toMatchObject({ isTombstone: true });
    expect(await types(NEIGHBOUR_DESK)).toEqual([]);
    expect(JSON.stringify((await desk.read(feed)).secondmentFeed)).not.toMatch(/示例甲/);
  });
});
