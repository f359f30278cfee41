import { Scheduler } from '@township-graph/shared/scheduler/scheduler';
import { viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES } from '@township-graph/shared/testing/database';
import { ANONYMOUS, divisionsOf, type Viewer } from '@township-graph/shared/viewer';
import { correctRecallGround, recordRecallGround } from '../recall-ground/recall-grounds';
import { COUNTY, COUNTY_DESK, NEIGHBOUR_DESK, OURS, TOWNSHIP_DESK } from '../testing/secondment-desk';
import { HOME, hostOf, type SelectionDesk, selectionDesk } from '../testing/selection-desk';
import { Placement } from './placement.entity';

const PLACEMENT = `placement { id version state outcome isConversionDue availableActions payBearer endReason ban { until }
  staffMember { id fundingKind servingDivision { code } homeOrganization { creditCode } } appraisals { year institutionGrade outcome source }
  deadlines { kind state } timeline { action } }`;

describe.each(ENGINES)('下沉 on %s', (engine) => {
  let desk: SelectionDesk;

  beforeAll(async () => {
    desk = await selectionDesk(engine);
  });

  beforeEach(() => {
    desk.time.now = '2026-03-02T02:00:00Z';
  });

  afterAll(() => desk.opened.close());

  const given = (staffMemberId: string, change: object = {}) => ({
    staffMemberId,
    kind: 'STATIONED',
    divisionCode: OURS,
    organization: hostOf(OURS),
    postTitle: '示例岗位',
    document: '示例组〔2026〕3号',
    from: '2026-03-02',
    to: '2026-11-26',
    ...change,
  });
  const begun = async (change: object = {}, said: object = {}) =>
    desk.done('beginPlacement', given(await desk.staff(said), change), PLACEMENT);
  const selected = async () => (await desk.selected('2026-03-02', '2026-11-26')).id;
  const appraise = (placementId: string, expectedVersion: number, more: object) => ({
    placementId,
    expectedVersion,
    year: 2026,
    document: '示例考〔2026〕1号',
    ...more,
  });
  const turn = () => new Scheduler({ database: desk.opened.database, jobs: desk.jobs, clock: desk.clock, everyMs: 1 }).runDue();

  test('who is placed serves there, is paid as before, and is home again after the last day', async () => {
    const placement = await begun();
    expect(placement).toMatchObject({
      state: 'SERVING',
      payBearer: 'HOME_ORGANIZATION',
      availableActions: ['APPRAISE', 'RETURN', 'END'],
      staffMember: { servingDivision: { code: OURS }, homeOrganization: { creditCode: HOME.creditCode } },
      deadlines: [{ kind: 'PLACEMENT_TERM', state: 'RUNNING' }],
    });
    const { id: staffId } = placement.staffMember;
    const duties = async (on: string) =>
      (await desk.read(`{ staffMember(id: "${staffId}") { dutyDivisions(on: "${on}") { code until } } }`)).staffMember;
    const there = { dutyDivisions: [{ code: OURS, until: '2026-11-26' }] };
    const home = { dutyDivisions: [{ code: COUNTY, until: null }] };
    expect([await duties('2026-11-26'), await duties('2026-11-27')]).toEqual([there, home]);
    const bearer = { ...TOWNSHIP_DESK, divisions: there.dutyDivisions };
    desk.time.now = '2026-11-26T15:59:59Z';
    expect(divisionsOf(bearer, desk.clock)).toEqual([OURS]);
    await turn();
    expect((await desk.read(`{ placement(id: "${placement.id}") { state } }`, bearer)).placement).toEqual({ state: 'SERVING' });
    desk.time.now = '2026-11-26T16:00:00Z';
    expect(divisionsOf(bearer, desk.clock)).toEqual([]);
    expect((await desk.read(`{ placement(id: "${placement.id}") { state } }`, bearer)).placement).toBeNull();
    await turn();
    await turn();
    const after = (await desk.read(`{ placement(id: "${placement.id}") { ${PLACEMENT.slice(12, -2)} } }`)).placement;
    expect(after).toMatchObject({ state: 'ENDED', staffMember: { servingDivision: { code: COUNTY } }, deadlines: [{ state: 'MET' }] });
    expect(after.timeline).toEqual([{ action: 'PLACE' }, { action: 'EXPIRE' }]);
  });

  test('what is planned begins on its day, or is cancelled', async () => {
    const planned = await begun({ from: '2026-04-01' });
    expect(planned).toMatchObject({ state: 'PLANNED', availableActions: ['CANCEL'], staffMember: { servingDivision: { code: COUNTY } } });
    const other = await begun({ from: '2026-04-01' });
    const cancelled = await desk.done('cancelPlacement', { placementId: other.id, expectedVersion: 1, reason: '示例原因' }, PLACEMENT);
    expect(cancelled).toMatchObject({ state: 'CANCELLED', staffMember: { servingDivision: { code: COUNTY } } });
    desk.time.now = '2026-04-01T02:00:00Z';
    await turn();
    const { placement } = await desk.read(`{ placement(id: "${planned.id}") { state staffMember { servingDivision { code } } } }`);
    expect(placement).toEqual({ state: 'SERVING', staffMember: { servingDivision: { code: OURS } } });
  });

  test('two that place somebody at once: one does', async () => {
    const staffMemberId = await desk.staff();
    const both = await Promise.all([1, 2].map(() => desk.run('beginPlacement', given(staffMemberId), '__typename', COUNTY_DESK)));
    expect(both.map(({ errors }) => errors?.[0]?.extensions.reason ?? 'DONE').toSorted()).toEqual(['DONE', 'PLACED_ALREADY']);
  });

  test.each([
    ['SELECTION_BY_CAMPAIGN', { kind: 'SELECTION' }],
    ['END_NEEDED', { to: null }],
    ['NO_END', { kind: 'TRANSFERRED' }],
    ['TERM', { to: '2026-03-01' }],
    ['AT_HOME', { organization: HOME }],
    ['TRANSFER_DAY', { kind: 'TRANSFERRED', from: '2026-03-03', to: null }],
  ])('a placement that cannot be: %s', async (reason, change) => {
    expect(await desk.refused('beginPlacement', given(await desk.staff(), change))).toMatchObject({ code: 'BAD_USER_INPUT', reason });
  });

  test('不合格: home with what they had before, and no selection for a year', async () => {
    const id = await selected();
    const failed = await desk.done('recordAppraisal', appraise(id, 1, { institutionGrade: 'UNQUALIFIED' }), PLACEMENT, TOWNSHIP_DESK);
    expect(failed).toMatchObject({
      state: 'RETURNED',
      outcome: 'RETURNED',
      ban: { until: '2027-03-02' },
      appraisals: [{ year: 2026, institutionGrade: 'UNQUALIFIED', outcome: 'RETURNED', source: 'DOCUMENT' }],
    });
    const { staffMember } = await desk.read(
      `{ staffMember(id: "${failed.staffMember?.id ?? (await staffOf(id))}") { fundingKind servingDivision { code } bars { kind until } } }`,
    );
    expect(staffMember).toEqual({
      fundingKind: 'SELF',
      servingDivision: { code: COUNTY },
      bars: [{ kind: 'SELECTION', until: '2027-03-02' }],
    });
  });

  const staffOf = async (id: string) => (await desk.manager.findOneByOrFail(Placement, { id })).staffMemberId;

  test('合格 and 基本合格 change nothing; a year is appraised once, in the words of who they are', async () => {
    const id = await selected();
    expect(await desk.refused('recordAppraisal', appraise(id, 1, { civilServantGrade: 'COMPETENT' }))).toMatchObject({
      reason: 'GRADE_REGIME',
    });
    expect(await desk.refused('recordAppraisal', appraise(id, 1, {}))).toMatchObject({ reason: 'GRADE_REGIME' });
    expect(await desk.refused('recordAppraisal', appraise(id, 1, { institutionGrade: 'QUALIFIED', year: 2025 }))).toMatchObject({
      reason: 'APPRAISAL_YEAR',
    });
    const once = { ...appraise(id, 1, { institutionGrade: 'QUALIFIED' }), idempotencyKey: `appraise-${engine}` };
    expect(await desk.done('recordAppraisal', once, PLACEMENT)).toMatchObject({ state: 'SERVING', outcome: 'UNCHANGED', version: 2 });
    expect(await desk.done('recordAppraisal', once, PLACEMENT)).toMatchObject({ version: 2 });
    expect(await desk.refused('recordAppraisal', appraise(id, 2, { institutionGrade: 'EXCELLENT' }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'APPRAISED_ALREADY',
    });
    expect(await desk.refused('recordAppraisal', appraise(id, 1, { institutionGrade: 'EXCELLENT' }))).toMatchObject({
      reason: 'STALE_VERSION',
    });
  });

  test('a confirmed result is applied once, whatever comes twice', async () => {
    const id = await selected();
    const { database } = desk.opened;
    const result = {
      staffMemberId: await staffOf(id),
      year: 2026,
      resultId: 'result-1',
      version: 1,
      institutionGrade: 'QUALIFIED' as never,
    };
    const apply = () => desk.commands.runAsSystem('test', (tx) => desk.appraisals.applyResult(tx, 'test', result));
    const both = [await apply(), await apply()];
    expect(both.map((each) => each?.outcome ?? null)).toEqual(['UNCHANGED', null]);
    expect(await database.manager.query(`SELECT source, sourceReference FROM placement_appraisal WHERE placementId = '${id}'`)).toEqual([
      { source: 'ASSESSMENT', sourceReference: 'result-1' },
    ]);
    expect(
      await desk.commands.runAsSystem('test', (tx) => desk.appraisals.applyResult(tx, 'test', { ...result, staffMemberId: 'nobody' })),
    ).toBeNull();
  });

  test('a section chief is not taken away before the township has answered or its time is up', async () => {
    const { id: placementId, staffMember } = await begun({ isSectionChief: true });
    expect(await desk.refused('returnPlacement', { placementId, expectedVersion: 1, reason: '示例' })).toMatchObject({
      reason: 'CONSULTATION_NEEDED',
    });
    const PROPOSAL = 'proposal { id version state proposedBy isSectionChief availableActions consultations { state } }';
    const proposal = await desk.done('proposeMovement', { staffMemberId: staffMember.id, kind: 'RETURN', reason: '示例理由' }, PROPOSAL);
    expect(proposal).toMatchObject({ proposedBy: 'DEPARTMENT', isSectionChief: true, availableActions: ['CONSULT', 'REJECT', 'WITHDRAW'] });
    const proposalId = proposal.id;
    const decide = { proposalId, isApproved: true, decision: '示例决定' };
    expect(await desk.refused('decideMovement', { ...decide, expectedVersion: 1 })).toMatchObject({ reason: 'CONSULTATION_NEEDED' });
    const CONSULTATION = 'consultation { id version kind state answerDueAt availableActions deadlines { kind state } }';
    const asked = await desk.done('consultTownship', { proposalId, question: '示例征求意见' }, CONSULTATION);
    expect(asked).toMatchObject({ kind: 'CONSULTATION', state: 'OPEN', availableActions: [], deadlines: [{ state: 'RUNNING' }] });
    expect(await desk.refused('consultTownship', { proposalId, question: '示例' })).toMatchObject({ reason: 'CONSULTED_ALREADY' });
    expect(await desk.refused('decideMovement', { ...decide, expectedVersion: 2 })).toMatchObject({ reason: 'CONSULTATION_OPEN' });
    const answer = { consultationId: asked.id, expectedVersion: 1, isAgreed: false, reasons: '示例意见' };
    expect(await desk.refused('answerConsultation', answer)).toMatchObject({ code: 'FORBIDDEN', reason: 'OUTSIDE_DIVISIONS' });
    expect(await desk.refused('answerConsultation', answer, NEIGHBOUR_DESK)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await desk.refused('answerConsultation', { ...answer, reasons: ' ' }, TOWNSHIP_DESK)).toMatchObject({ reason: 'TEXT_LENGTH' });
    expect(await desk.done('answerConsultation', answer, CONSULTATION, TOWNSHIP_DESK)).toMatchObject({
      state: 'OBJECTED',
      deadlines: [{ state: 'MET' }],
    });
    expect(await desk.refused('decideMovement', { ...decide, expectedVersion: 3 })).toMatchObject({ reason: 'OBJECTION_UNANSWERED' });
    await desk.done('decideMovement', { ...decide, onObjection: '示例说明', expectedVersion: 3 }, PROPOSAL);
    await desk.done('carryOutMovement', { proposalId, expectedVersion: 4, effectiveOn: '2026-03-10' }, PROPOSAL);
    const { placement } = await desk.read(`{ placement(id: "${placementId}") { state staffMember { servingDivision { code } } } }`);
    expect(placement).toEqual({ state: 'RETURNED', staffMember: { servingDivision: { code: COUNTY } } });
  });

  test('what is said of a movement names nobody, but to who may read names, for a purpose', async () => {
    const { id: placementId, staffMember } = await begun({ isSectionChief: true });
    const said = '示例甲乙（13800000000）调整';
    const { id: proposalId } = await desk.done(
      'proposeMovement',
      { staffMemberId: staffMember.id, kind: 'RETURN', reason: said },
      'proposal { id }',
    );
    const { id: consultationId } = await desk.done('consultTownship', { proposalId, question: said }, 'consultation { id }');
    const answer = { consultationId, expectedVersion: 1, isAgreed: true, reasons: said };
    await desk.done('answerConsultation', answer, 'consultation { id }', TOWNSHIP_DESK);
    await desk.done('decideMovement', { proposalId, expectedVersion: 3, isApproved: true, decision: said }, 'proposal { id }');
    const read = `{ movementProposal(id: "${proposalId}") { reason decision consultations { question reasons } } }`;
    const texts = async (viewer: Viewer, purpose: string | null) => {
      const { data } = await desk.ask(read, viewer, {}, { purpose });
      const { reason, decision, consultations } = data.movementProposal;
      return [reason, decision, consultations[0].question, consultations[0].reasons];
    };
    const reader = { ...COUNTY_DESK, scopes: [...COUNTY_DESK.scopes, 'pii:read' as const] };
    const masked = Array.from({ length: 4 }, () => '示*（***）调整');
    expect(await texts(COUNTY_DESK, '示例目的')).toEqual(masked);
    expect(await texts(reader, null)).toEqual(masked);
    expect(await texts(reader, '示例目的')).toEqual(masked.map((text) => text.replace('示*', '示例甲乙')));
    await desk.done('carryOutMovement', { proposalId, expectedVersion: 4, effectiveOn: '2026-03-10' }, 'proposal { id }');
    expect((await desk.read(`{ placement(id: "${placementId}") { endReason } }`)).placement).toEqual({ endReason: masked[0] });
  });

  test('who is silent to the end of the time is taken to have nothing to say', async () => {
    const { staffMember } = await begun({ isSectionChief: true });
    const proposal = await desk.done(
      'proposeMovement',
      { staffMemberId: staffMember.id, kind: 'PROMOTION', reason: '示例理由' },
      'proposal { id }',
    );
    const consultation = await desk.done(
      'consultTownship',
      { proposalId: proposal.id, question: '示例' },
      'consultation { id answerDueAt }',
    );
    expect(consultation.answerDueAt).toBe('2026-03-09T15:59:59.999Z');
    desk.time.now = '2026-03-10T02:00:00Z';
    const answer = { consultationId: consultation.id, expectedVersion: 1, isAgreed: true };
    expect(await desk.refused('answerConsultation', answer, TOWNSHIP_DESK)).toMatchObject({ reason: 'ANSWER_LATE' });
    await turn();
    expect((await desk.read(`{ consultation(id: "${consultation.id}") { state } }`)).consultation).toEqual({ state: 'EXPIRED' });
    const decide = { proposalId: proposal.id, expectedVersion: 2, isApproved: true, decision: '示例' };
    expect(await desk.done('decideMovement', decide, 'proposal { state }')).toEqual({ state: 'DECIDED' });
  });

  test('of others the township is told by a copy, before it is carried out; what it proposes itself takes 人事建议权', async () => {
    const { staffMember } = await begun();
    const wish = { staffMemberId: staffMember.id, kind: 'REASSIGNMENT', reason: '示例理由' };
    expect(await desk.refused('proposeMovement', wish, TOWNSHIP_DESK)).toMatchObject({ code: 'CONFLICT', reason: 'POWER_NOT_GRANTED' });
    const grant = {
      divisionCode: OURS,
      department: HOME,
      power: 'PERSONNEL_ADVICE',
      document: '示例〔2026〕1号',
      effectiveFrom: '2026-01-01',
    };
    expect(await desk.refused('grantThreePowers', grant, TOWNSHIP_DESK)).toMatchObject({ code: 'FORBIDDEN' });
    const granted = await desk.done('grantThreePowers', grant, 'grant { id state availableActions }');
    expect(granted).toMatchObject({ state: 'GRANTED', availableActions: ['WITHDRAW'] });
    expect(await desk.refused('grantThreePowers', grant)).toMatchObject({ reason: 'GRANTED_ALREADY' });
    const proposal = await desk.done('proposeMovement', wish, 'proposal { id proposedBy }', TOWNSHIP_DESK);
    expect(proposal.proposedBy).toBe('TOWNSHIP');
    const proposalId = proposal.id;
    await desk.done('decideMovement', { proposalId, expectedVersion: 1, isApproved: true, decision: '示例' }, 'proposal { state }');
    const carry = { proposalId, effectiveOn: '2026-03-10' };
    expect(await desk.refused('carryOutMovement', { ...carry, expectedVersion: 2 })).toMatchObject({ reason: 'NOTICE_MISSING' });
    const notice = await desk.done('consultTownship', { proposalId, question: '示例抄告' }, 'consultation { kind state answerDueAt }');
    expect(notice).toEqual({ kind: 'COPY_NOTICE', state: 'NOTIFIED', answerDueAt: null });
    expect(await desk.done('carryOutMovement', { ...carry, expectedVersion: 3 }, 'proposal { state }')).toEqual({ state: 'CARRIED_OUT' });
    const withdrawn = { grantId: granted.id, expectedVersion: 1, reason: '示例收回' };
    expect(await desk.done('withdrawThreePowers', withdrawn, 'grant { state effectiveTo }')).toEqual({
      state: 'WITHDRAWN',
      effectiveTo: '2026-03-02',
    });
  });

  test('the township is told once', async () => {
    const { staffMember } = await begun();
    const wish = { staffMemberId: staffMember.id, kind: 'REASSIGNMENT', reason: '示例理由' };
    const { id: proposalId } = await desk.done('proposeMovement', wish, 'proposal { id }');
    await desk.done('consultTownship', { proposalId, question: '示例抄告' }, 'consultation { id }');
    expect(await desk.refused('consultTownship', { proposalId, question: '示例再次抄告' })).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOTIFIED_ALREADY',
    });
    const { movementProposal } = await desk.read(`{ movementProposal(id: "${proposalId}") { version consultations { question } } }`);
    expect(movementProposal).toEqual({ version: 2, consultations: [{ question: '示例抄告' }] });
  });

  test('a recall takes a mutual evaluation that enables it, and leaves its marks', async () => {
    const { id: placementId, staffMember } = await begun();
    const request = { placementId, reason: '示例理由' };
    expect(await desk.refused('requestRecall', request, TOWNSHIP_DESK)).toMatchObject({ code: 'CONFLICT', reason: 'RECALL_NOT_ENABLED' });
    const ground = { divisionCode: OURS, departmentCreditCode: HOME.creditCode, departmentName: HOME.name, period: '2025' };
    const evaluated = (sourceId: string, isEnabling: boolean, day: number) =>
      desk.commands.runAsSystem('test', (tx) =>
        recordRecallGround(tx, { ...ground, sourceId, sourceVersion: 1, isEnabling, confirmedAt: new Date(Date.UTC(2026, 0, day)) }),
      );
    expect([await evaluated('r1', true, 1), await evaluated('r1', true, 1)].map(Boolean)).toEqual([true, false]);
    await evaluated('r2', false, 2);
    expect(await desk.refused('requestRecall', request, TOWNSHIP_DESK)).toMatchObject({ reason: 'RECALL_NOT_ENABLED', period: '2025' });
    await evaluated('r3', true, 3);
    expect(await desk.refused('requestRecall', request)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await desk.refused('requestRecall', request, NEIGHBOUR_DESK)).toMatchObject({ code: 'NOT_FOUND' });
    const recall = await desk.done(
      'requestRecall',
      request,
      'recall { id state availableActions deadlines { kind state } ground { period } }',
      TOWNSHIP_DESK,
    );
    expect(recall).toMatchObject({
      state: 'REQUESTED',
      availableActions: ['WITHDRAW'],
      deadlines: [{ kind: 'RECALL_DECISION', state: 'RUNNING' }],
    });
    expect(await desk.refused('requestRecall', request, TOWNSHIP_DESK)).toMatchObject({ reason: 'RECALL_OPEN' });
    const decision = { recallId: recall.id, expectedVersion: 1, isRecalled: true, decision: '示例同意召回' };
    expect(await desk.refused('decideRecall', decision, TOWNSHIP_DESK)).toMatchObject({ code: 'FORBIDDEN' });
    // What it rests on was corrected since it was asked, and corrected back.
    const corrected = (sourceVersion: number, isEnabling: boolean) =>
      desk.commands.runAsSystem('test', (tx) =>
        correctRecallGround(tx, { ...ground, sourceId: 'r3', sourceVersion, isEnabling, confirmedAt: new Date(Date.UTC(2026, 0, 3)) }),
      );
    await corrected(2, false);
    expect(await desk.refused('decideRecall', decision)).toMatchObject({ code: 'CONFLICT', reason: 'RECALL_NOT_ENABLED' });
    expect([await corrected(3, true), await corrected(2, false)].map(Boolean)).toEqual([true, false]);
    expect(await desk.done('decideRecall', decision, 'recall { state barsMeritUntil placement { state } }')).toEqual({
      state: 'RECALLED',
      barsMeritUntil: '2027-03-02',
      placement: { state: 'RETURNED' },
    });
    const { bars } = (await desk.read(`{ staffMember(id: "${staffMember.id}") { bars { kind until } } }`)).staffMember;
    expect(bars).toEqual([
      { kind: 'MERIT', until: '2027-03-02' },
      { kind: 'PROMOTION', until: '2027-03-02' },
    ]);
  });

  test('the home reads of its people elsewhere; who has neither reads nothing', async () => {
    const id = (await begun()).id;
    const ask = `{ placement(id: "${id}") { id } placements(filter: { onDay: "2026-03-02" }) { nodes { id } } }`;
    for (const viewer of [NEIGHBOUR_DESK, ANONYMOUS, viewerOf([OURS])]) {
      const answer = await desk.read(ask, viewer);
      expect([answer.placement, answer.placements.nodes.map((node: { id: string }) => node.id)]).toEqual([
        null,
        expect.not.arrayContaining([id]),
      ]);
    }
    const exchanged = await desk.staff({ homeDivisionCode: OURS, divisionCode: OURS });
    const there = await desk.done(
      'beginPlacement',
      given(exchanged, { kind: 'EXCHANGE', divisionCode: '410225206', organization: hostOf('410225206') }),
      PLACEMENT,
    );
    expect((await desk.read(`{ placement(id: "${there.id}") { id } }`, TOWNSHIP_DESK)).placement).toEqual({ id: there.id });
    expect(await desk.refused('endPlacement', { placementId: there.id, expectedVersion: 1, reason: '示例' }, TOWNSHIP_DESK)).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
