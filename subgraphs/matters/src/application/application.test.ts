import { OutboxEvent } from '@township-graph/shared/command/outbox-event.entity';
import { OutboxReach } from '@township-graph/shared/command/outbox-reach.entity';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { insertAll } from '@township-graph/shared/insert-all';
import { ScheduledJob } from '@township-graph/shared/scheduler/scheduled-job.entity';
import { Scheduler } from '@township-graph/shared/scheduler/scheduler';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import type { Viewer } from '@township-graph/shared/viewer';
import { MATTERS_SCHEMA } from '../database';
import { Matter } from '../matter/matter.entity';
import { MatterGuide } from '../matter/matter-guide.entity';
import { MatterSite } from '../matter/matter-site.entity';
import { indexNames } from '../search/name-index';
import { ServicePoint } from '../service-point/service-point.entity';
import { hallAt } from '../service-point/testing/hall';
import { createMattersSubgraph } from '../subgraph';
import { toldOf } from '../testing/told-of';
import { AcceptanceSerial } from './acceptance-serial';
import { Application } from './application.entity';
import { handledMatterRows, OURS, VILLAGE } from './testing/handled-matters';

const SCOPES = ['matters:read', 'matters:handle'] as const;
const CLERK = viewerOf([OURS], SCOPES);
const AGENT = viewerOf([VILLAGE], SCOPES);
const NEIGHBOUR = viewerOf(['410225206'], SCOPES);

const APPLICANT = {
  kind: 'NATURAL_PERSON',
  name: '示例甲',
  idNumber: '990000198502280010',
  phone: '13800000000',
  address: '兰考县三义寨乡某村1号',
};

const EXTENSION = { reason: '情况复杂', workdays: 10, approvedBy: '示例局长' };
const FIELDS = 'id acceptanceNumber state version availableActions dueAt acceptedAt isDeemedAccepted isOnTime handlerTier decidingTier';

describe.each(ENGINES)('applications on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let now: Date;
  let scheduler: Scheduler;
  const { names, matters, guides, sites, promisedId, immediateId } = handledMatterRows();

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    await indexNames(opened.database.manager, [...names]);
    await insertAll(opened.database.manager, Matter, matters);
    await insertAll(opened.database.manager, MatterGuide, guides);
    const { execute, jobs } = await createMattersSubgraph({ database: opened.database, clock: () => now });
    ask = asking(execute);
    scheduler = new Scheduler({ database: opened.database, jobs, clock: () => now, everyMs: 1000 });
  });
  afterAll(() => opened.close());

  beforeEach(async () => {
    now = new Date('2026-09-21T02:00:00.000Z');
    const { manager } = opened.database;
    const changed = [Application, AcceptanceSerial, MatterSite, ServicePoint, CaseDeadline, TimelineEntry, OutboxEvent, OutboxReach];
    for (const entity of [...changed, ScheduledJob]) await manager.clear(entity);
    await insertAll(manager, MatterSite, sites);
  });

  const submit = (change: object = {}, viewer = CLERK) =>
    ask(`mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { application { ${FIELDS} } } }`, viewer, {
      input: { matterId: promisedId, divisionCode: OURS, channel: 'WINDOW', applicant: APPLICANT, ...change },
    });
  const submitted = async (change: object = {}, viewer = CLERK) => (await submit(change, viewer)).data.submitApplication.application;
  const tryTo = (name: string, { id, version }: { id: string; version: number }, more: object = {}, viewer = CLERK) => {
    const input = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return ask(`mutation ($input: ${input}!) { ${name}(input: $input) { application { ${FIELDS} } } }`, viewer, {
      input: { applicationId: id, expectedVersion: version, ...more },
    });
  };
  const move = async (name: string, application: { id: string; version: number }, more: object = {}, viewer = CLERK) => {
    const { data, errors } = await tryTo(name, application, more, viewer);
    expect(errors).toBeUndefined();
    return data[name].application;
  };
  const refusalOf = ({ errors }: { errors?: readonly { extensions?: Record<string, unknown> }[] }) => [
    errors?.[0]?.extensions?.code,
    errors?.[0]?.extensions?.reason,
  ];
  const courseOf = async (id: string, viewer = CLERK) =>
    (
      await ask(
        'query ($id: ID) { application(id: $id) { timeline { action from to note legalBasis actor } deadlines { kind dueOn state light basis } } }',
        viewer,
        { id },
      )
    ).data.application;

  test('a licence goes from the window to the file, each step on record and each clock kept', async () => {
    let application = await submitted();
    expect(application).toMatchObject({ state: 'RECEIVED', version: 1, decidingTier: 'TOWNSHIP' });
    expect(application.acceptanceNumber).toMatch(/^[0-9A-Z]{31}202609210001$/);
    application = await move('acceptApplication', application);
    // Ten working days over the Mid-Autumn and National Day holidays of 2026.
    expect(application).toMatchObject({ state: 'ACCEPTED', isDeemedAccepted: false });
    application = await move('reviewApplication', application);
    now = new Date('2026-09-23T02:00:00.000Z');
    application = await move('decideApplication', application, { outcome: 'GRANTED', resultName: '示例证〔2026〕1号' });
    expect(application).toMatchObject({ state: 'DECIDED', isOnTime: true });
    application = await move('completeApplication', application);
    application = await move('deliverApplication', application, { method: 'MAIL', courier: '示例快递', trackingNumber: 'DEMO0001' });
    application = await move('archiveApplication', application);
    const { timeline, deadlines } = await courseOf(application.id);
    expect(timeline.map(({ action }: { action: string }) => action)).toEqual([
      'receive',
      'accept',
      'review',
      'decide',
      'complete',
      'deliver',
      'archive',
    ]);
    expect(timeline[0].actor).toBe('测*');
    expect(deadlines.map(({ kind, state }: { kind: string; state: string }) => [kind, state])).toEqual(
      expect.arrayContaining([
        ['NOTICE', 'MET'],
        ['PROMISED', 'MET'],
        ['STATUTORY', 'MET'],
        ['DELIVERY', 'MET'],
      ]),
    );
  });

  test('what is mailed has a carrier and a tracking number', async () => {
    let application = await move('acceptApplication', await submitted());
    application = await move('decideApplication', application, { outcome: 'GRANTED' });
    application = await move('completeApplication', application);
    for (const mail of [{}, { courier: '示例快递' }, { trackingNumber: 'DEMO0001' }])
      expect(refusalOf(await tryTo('deliverApplication', application, { method: 'MAIL', ...mail }))).toEqual([
        'BAD_USER_INPUT',
        'TRACKING_MISSING',
      ]);
    const { timeline, deadlines } = await courseOf(application.id);
    expect(timeline.at(-1)).toMatchObject({ action: 'complete' });
    expect(deadlines).toContainEqual(expect.objectContaining({ kind: 'DELIVERY', state: 'RUNNING' }));
    expect(await move('deliverApplication', application, { method: 'PICK_UP' })).toMatchObject({ state: 'DELIVERED' });
  });

  test('acceptance numbers have no gap and no double when 30 come at once', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => submitted()));
    const serials = all.map(({ acceptanceNumber }) => Number(acceptanceNumber.slice(-4))).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  test('two clerks decide at once: one wins, the other learns why', async () => {
    const accepted = await move('acceptApplication', await submitted());
    const both = await Promise.all([
      tryTo('decideApplication', accepted, { outcome: 'GRANTED' }),
      tryTo('decideApplication', accepted, { outcome: 'DENIED', reason: '不符合条件' }),
    ]);
    const [won] = both.filter(({ errors }) => !errors);
    const [lost] = both.filter(({ errors }) => errors);
    expect(won!.data.decideApplication.application.state).toBe('DECIDED');
    expect(refusalOf(lost!)[0]).toBe('CONFLICT');
    expect(['MOVE_NOT_ALLOWED', 'STALE_VERSION']).toContain(refusalOf(lost!)[1]);
    const { errors } = await tryTo('decideApplication', won!.data.decideApplication.application, { outcome: 'GRANTED' });
    expect(errors?.[0]?.extensions).toMatchObject({ from: 'DECIDED', action: 'decideApplication', allowed: ['completeApplication'] });
  });

  test('another township neither sees an application nor moves it', async () => {
    const application = await submitted();
    expect(
      (await ask('query ($id: ID) { application(id: $id) { id } applications { totalCount } }', NEIGHBOUR, { id: application.id })).data,
    ).toEqual({
      application: null,
      applications: { totalCount: 0 },
    });
    expect(refusalOf(await tryTo('acceptApplication', application, {}, NEIGHBOUR))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(refusalOf(await submit({}, NEIGHBOUR))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(
      (await ask('query ($id: ID) { application(id: $id) { id } }', viewerOf([OURS], ['matters:handle']), { id: application.id })).data
        .application,
    ).toBeNull();
  });

  test('the same key makes one application', async () => {
    const key = { idempotencyKey: 'window-3-0001' };
    expect(await submitted(key)).toEqual(await submitted(key));
    expect((await ask('{ applications { totalCount } }', CLERK)).data.applications.totalCount).toBe(1);
  });

  test('five working days without a notice: it counts as accepted since it was received (行政许可法§32)', async () => {
    const application = await submitted();
    now = new Date('2026-09-30T02:00:00.000Z');
    expect(refusalOf(await tryTo('requestCorrection', application, { missingMaterials: ['身份证'] }))).toEqual([
      'CONFLICT',
      'NOTICE_MISSED',
    ]);
    expect(refusalOf(await tryTo('refuseApplication', application, { reason: '材料不齐' }))).toEqual(['CONFLICT', 'NOTICE_MISSED']);
    const accepted = await move('acceptApplication', application);
    expect(accepted).toMatchObject({ isDeemedAccepted: true, acceptedAt: '2026-09-21T02:00:00.000Z' });
  });

  test('five days without a word, and the system accepts it as of the day it was received; who has spoken is left in peace', async () => {
    const [forgotten, spokenOf] = [await submitted(), await submitted()];
    await move('requestCorrection', spokenOf, { missingMaterials: ['身份证'] });
    now = new Date('2026-09-30T02:00:00.000Z');
    await scheduler.runDue();
    const { timeline } = await courseOf(forgotten.id);
    expect(timeline.at(-1)).toMatchObject({ action: 'deemAccepted', to: 'ACCEPTED', legalBasis: '行政许可法§32①(4)', actor: null });
    const shown = async (id: string) =>
      (await ask(`query ($id: ID) { application(id: $id) { ${FIELDS} } }`, CLERK, { id })).data.application;
    expect(await shown(forgotten.id)).toMatchObject({ state: 'ACCEPTED', isDeemedAccepted: true, acceptedAt: '2026-09-21T02:00:00.000Z' });
    expect(await shown(spokenOf.id)).toMatchObject({ state: 'CORRECTION' });
    const types = (await opened.database.manager.find(OutboxEvent, { order: { sequence: 'ASC' } })).map(({ type }) => type);
    expect(types.slice(-3)).toEqual(['DEADLINE_WARNING', 'DEADLINE_OVERDUE', 'APPLICATION_DEEM_ACCEPTED']);
  });

  test('what is sent in online counts as accepted since then, opened or not; the five days are not begun again', async () => {
    const [unopened, opening] = [await submitted({ channel: 'MOBILE' }), await submitted({ channel: 'COMPUTER' })];
    now = new Date('2026-09-24T02:00:00.000Z');
    const received = await move('receiveApplication', opening);
    now = new Date('2026-09-30T02:00:00.000Z');
    expect(refusalOf(await tryTo('sendBackApplication', unopened, { reason: '照片不清晰' }))).toEqual(['CONFLICT', 'NOTICE_MISSED']);
    expect(refusalOf(await tryTo('requestCorrection', received, { missingMaterials: ['照片'] }))).toEqual(['CONFLICT', 'NOTICE_MISSED']);
    await scheduler.runDue();
    for (const { id } of [unopened, opening])
      expect((await ask(`query ($id: ID) { application(id: $id) { ${FIELDS} } }`, CLERK, { id })).data.application).toMatchObject({
        state: 'ACCEPTED',
        isDeemedAccepted: true,
        acceptedAt: '2026-09-21T02:00:00.000Z',
      });
  });

  test('who sends an application back has said once what is missing; who leaves what then came lying has accepted it', async () => {
    let application = await submitted({ channel: 'MOBILE' });
    application = await move('sendBackApplication', application, { reason: '缺户口簿' });
    now = new Date('2026-09-30T02:00:00.000Z');
    await scheduler.runDue();
    application = await move('sendApplication', application);
    for (const [name, more] of [
      ['sendBackApplication', { reason: '又缺照片' }],
      ['requestCorrection', { missingMaterials: ['照片'] }],
    ] as const)
      expect(refusalOf(await tryTo(name, application, more))[1]).toMatch(/^(CORRECTION_ALREADY_REQUESTED|MOVE_NOT_ALLOWED)$/);
    let corrected = await move('requestCorrection', await submitted(), { missingMaterials: ['身份证'] });
    corrected = await move('supplementApplication', corrected);
    now = new Date('2026-10-20T02:00:00.000Z');
    await scheduler.runDue();
    for (const { id } of [application, corrected])
      expect((await ask(`query ($id: ID) { application(id: $id) { ${FIELDS} } }`, CLERK, { id })).data.application).toMatchObject({
        state: 'ACCEPTED',
        isDeemedAccepted: true,
        acceptedAt: '2026-09-30T02:00:00.000Z',
      });
  });

  test('what was overdue when a special procedure began stays overdue, in lists and in statistics', async () => {
    const application = await move('acceptApplication', await submitted());
    now = new Date('2026-11-02T02:00:00.000Z');
    await move('suspendApplication', application, { procedure: 'INSPECTION', expectedUntil: '2026-11-09' });
    const { data } = await ask(
      '{ applications(filter: { isOverdue: true }) { totalCount } applicationStatistics(groupBy: []) { overdue } }',
      viewerOf([OURS], ['matters:read', 'pii:read']),
    );
    expect(data).toEqual({ applications: { totalCount: 1 }, applicationStatistics: [{ overdue: 1 }] });
  });

  test('what was accepted ends without a decision only by a law that is named, and the applicant is told of remedies', async () => {
    const application = await move('acceptApplication', await submitted());
    expect(refusalOf(await tryTo('terminateApplication', application, { reason: '申请人死亡' }))).toEqual([
      'BAD_USER_INPUT',
      'LEGAL_BASIS_MISSING',
    ]);
    const terminated = await move('terminateApplication', application, { reason: '申请人死亡', legalBasis: '示例条例第十条' });
    await move('archiveApplication', terminated);
    const { timeline } = await courseOf(application.id);
    expect(timeline.at(-2)).toMatchObject({ action: 'terminate', note: '申请人死亡', legalBasis: '示例条例第十条' });
    const { data } = await ask('query ($id: ID) { application(id: $id) { remedies { reconsiderationUntil } } }', CLERK, {
      id: application.id,
    });
    expect(data.application.remedies).toEqual({ reconsiderationUntil: '2026-11-20' });
  });

  test('what is missing is said once, and then it is accepted', async () => {
    let application = await move('requestCorrection', await submitted(), { missingMaterials: ['身份证', '户口簿'] });
    application = await move('supplementApplication', application);
    expect(refusalOf(await tryTo('requestCorrection', application, { missingMaterials: ['照片'] }))).toEqual([
      'CONFLICT',
      'CORRECTION_ALREADY_REQUESTED',
    ]);
    expect(await move('acceptApplication', application)).toMatchObject({ state: 'ACCEPTED' });
  });

  test('a special procedure stops the clock, an extension lengthens it once and by ten days at most', async () => {
    let application = await move('acceptApplication', await submitted());
    const { dueAt } = application;
    const expert = { procedure: 'EXPERT_REVIEW', expectedUntil: '2026-09-28' };
    expect(refusalOf(await tryTo('suspendApplication', application, { ...expert, expectedUntil: '2026-09-20' }))).toEqual([
      'BAD_USER_INPUT',
      'EFFECTIVE_DAY_PAST',
    ]);
    application = await move('suspendApplication', application, expert);
    expect(application.dueAt).toBeNull();
    expect((await courseOf(application.id)).timeline.at(-1)).toMatchObject({ note: '预计至 2026-09-28', legalBasis: '行政许可法§45' });
    now = new Date('2026-09-28T02:00:00.000Z');
    application = await move('resumeApplication', application);
    expect(new Date(application.dueAt).getTime()).toBeGreaterThan(new Date(dueAt).getTime());
    const beforeExtension = application.dueAt;
    expect(refusalOf(await tryTo('extendApplication', application, { ...EXTENSION, workdays: 11 }))).toEqual([
      'BAD_USER_INPUT',
      'EXTENSION_TOO_LONG',
    ]);
    expect(refusalOf(await tryTo('extendApplication', application, { ...EXTENSION, approvedBy: ' ' }))).toEqual([
      'BAD_USER_INPUT',
      'TEXT_LENGTH',
    ]);
    application = await move('extendApplication', application, EXTENSION);
    expect((await courseOf(application.id)).timeline.at(-1)).toMatchObject({ note: '示例局长批准：情况复杂' });
    expect(new Date(application.dueAt).getTime()).toBeGreaterThan(new Date(beforeExtension).getTime());
    expect(refusalOf(await tryTo('extendApplication', application, { ...EXTENSION, workdays: 1 }))).toEqual([
      'CONFLICT',
      'ALREADY_EXTENDED',
    ]);
  });

  test('an immediate item decided the next day is late', async () => {
    let application = await move('acceptApplication', await submitted({ matterId: immediateId }));
    expect(application.dueAt).toBe('2026-09-21T15:59:59.999Z');
    now = new Date('2026-09-22T02:00:00.000Z');
    expect((await ask('{ applications(filter: { isOverdue: true }) { totalCount } }', CLERK)).data.applications.totalCount).toBe(1);
    application = await move('decideApplication', application, { outcome: 'GRANTED' });
    expect(application.isOnTime).toBe(false);
  });

  test('a denial without a reason is refused; with one it names the remedies (行政许可法§38)', async () => {
    const application = await move('acceptApplication', await submitted());
    expect(refusalOf(await tryTo('decideApplication', application, { outcome: 'DENIED' }))).toEqual(['BAD_USER_INPUT', 'REASON_MISSING']);
    await move('decideApplication', application, { outcome: 'DENIED', reason: '不符合法定条件' });
    const { data } = await ask(
      'query ($id: ID) { application(id: $id) { reason remedies { text reconsiderationUntil litigationUntil } } }',
      CLERK,
      { id: application.id },
    );
    expect(data.application.remedies).toMatchObject({ reconsiderationUntil: '2026-11-20', litigationUntil: '2027-03-21' });
  });

  test('a village accepts and forwards what the township decides, and then it is the township’s', async () => {
    let application = await submitted({ divisionCode: VILLAGE }, AGENT);
    expect(application).toMatchObject({ handlerTier: 'VILLAGE', decidingTier: 'TOWNSHIP' });
    application = await move('acceptApplication', application, {}, AGENT);
    expect(refusalOf(await tryTo('decideApplication', application, { outcome: 'GRANTED' }, AGENT))).toEqual([
      'CONFLICT',
      'DECIDED_ELSEWHERE',
    ]);
    application = await move('forwardApplication', application, {}, AGENT);
    expect(refusalOf(await tryTo('reviewApplication', application, {}, AGENT))).toEqual(['FORBIDDEN', 'TIER_ABOVE']);
    expect(await move('decideApplication', application, { outcome: 'GRANTED' })).toMatchObject({ state: 'DECIDED' });
    const STEPS = ['SUBMIT', 'ACCEPT', 'FORWARD', 'DECIDE'].map((action) => `APPLICATION_${action}`);
    const department = viewerOf(['410225'], ['matters:read']);
    for (const viewer of [AGENT, CLERK, department]) expect(await toldOf(ask, viewer, application.id)).toEqual(STEPS);
    const otherVillage = viewerOf([`${OURS}999`], SCOPES);
    for (const viewer of [NEIGHBOUR, otherVillage, viewerOf(['330381'], SCOPES)])
      expect(await toldOf(ask, viewer, application.id)).toEqual([]);
    expect(refusalOf(await submit({ divisionCode: VILLAGE, matterId: immediateId }, AGENT))).toEqual(['CONFLICT', 'VILLAGE_GIVES_NOTICE']);
  });

  test('what comes online is looked through, may go back to the applicant, and is sent again', async () => {
    let application = await submitted({ channel: 'MOBILE' });
    expect(application.state).toBe('SUBMITTED');
    const { acceptanceNumber } = application;
    application = await move('preReviewApplication', application);
    application = await move('sendBackApplication', application, { reason: '照片不清晰' });
    application = await move('sendApplication', application);
    application = await move('receiveApplication', application);
    expect(application).toMatchObject({ state: 'RECEIVED', acceptanceNumber });
  });

  test('what came to the wrong township goes to another: it is a tombstone to the first, and its course goes along', async () => {
    const THEIRS = '410225206';
    const county = viewerOf(['410225'], SCOPES);
    await insertAll(opened.database.manager, MatterSite, [
      { matterId: promisedId, divisionCode: THEIRS, validFrom: '2025-12-01', validTo: null, villageRole: null },
    ]);
    await insertAll(opened.database.manager, ServicePoint, [hallAt(THEIRS, 'their-hall')]);
    const application = await submitted({ channel: 'COMPUTER' });
    const transfer = { servicePointId: 'their-hall' };
    expect(refusalOf(await tryTo('transferApplication', application, transfer))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    await move('transferApplication', application, transfer, county);
    const told = async (viewer: Viewer) =>
      (await ask('{ mattersFeed { nodes { type isTombstone subjectId divisionCode payload } } }', viewer)).data.mattersFeed.nodes;
    expect((await told(CLERK)).at(-1)).toEqual({
      type: 'TOMBSTONE',
      isTombstone: true,
      subjectId: application.id,
      divisionCode: null,
      payload: null,
    });
    expect(await told(NEIGHBOUR)).toMatchObject([{ type: 'APPLICATION_TRANSFER', isTombstone: false, divisionCode: THEIRS }]);
    expect(await courseOf(application.id)).toBeNull();
    expect((await courseOf(application.id, NEIGHBOUR)).timeline.map(({ action }: { action: string }) => action)).toEqual([
      'submit',
      'transfer',
    ]);
  });

  test('personal data is masked, and clear only for a purpose', async () => {
    const { id } = await submitted();
    const query = 'query ($id: ID) { application(id: $id) { applicant { name idNumber phone address } } }';
    expect((await ask(query, CLERK, { id })).data.application.applicant).toEqual({
      name: '示*',
      idNumber: '9900**********0010',
      phone: '138****0000',
      address: '兰考县三义寨乡***',
    });
    const reader = viewerOf([OURS], ['matters:read', 'pii:read']);
    expect((await ask(query, reader, { id }, { purpose: '核对申请人' })).data.application.applicant.name).toBe('示例甲');
  });

  test('what nobody can apply for is refused with a reason', async () => {
    expect(refusalOf(await submit({ matterId: 'no-such-matter' }))).toEqual(['CONFLICT', 'MATTER_NOT_HANDLED_HERE']);
    expect(refusalOf(await submit({ divisionCode: null }))).toEqual(['BAD_USER_INPUT', 'PLACE_MISSING']);
    await insertAll(opened.database.manager, ServicePoint, [hallAt('410225206', 'their-hall')]);
    expect(refusalOf(await submit({ servicePointId: 'their-hall' }))).toEqual(['BAD_USER_INPUT', 'PLACE_DISAGREES']);
    const { parentId } = (matters as Matter[]).find(({ id }) => id === promisedId)!;
    expect(refusalOf(await submit({ matterId: parentId }))).toEqual(['BAD_USER_INPUT', 'MATTER_IS_HEADING']);
    expect(refusalOf(await submit({ channel: 'KIOSK' }))).toEqual(['CONFLICT', 'NOT_SELF_SERVICE']);
    expect(refusalOf(await submit({ applicant: { ...APPLICANT, idNumber: '990000198502280011' } }))).toEqual([
      'BAD_USER_INPUT',
      'IDENTITY_NUMBER',
    ]);
    expect((await ask('{ applications { totalCount } }', CLERK)).data.applications.totalCount).toBe(0);
    expect(refusalOf(await tryTo('acceptApplication', await submitted(), { note: '长'.repeat(501) }))).toEqual([
      'BAD_USER_INPUT',
      'TEXT_LENGTH',
    ]);
  });

  test('a list of twenty with course and clocks takes five statements', async () => {
    for (let count = 0; count < 20; count += 1) await submitted();
    const statements = await opened.statementsOf(() =>
      ask(
        '{ applications(first: 20) { totalCount nodes { id matter { name } timeline { action } deadlines { kind } availableActions } } }',
        CLERK,
      ),
    );
    expect(statements.length).toBeLessThanOrEqual(5);
  });
});
