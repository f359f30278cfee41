import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { departmentOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { insertAll } from '@township-graph/shared/insert-all';
import { machineFaults } from '@township-graph/shared/state-machine';
import { viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES } from '@township-graph/shared/testing/database';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { demoPowers } from '../demo/demo-powers';
import { periodsFrom } from '../periods';
import { EnforcementPower } from '../power/power.entity';
import {
  COUNTY,
  COUNTY_DESK,
  type EnforcementDesk,
  enforcementDesk,
  NEIGHBOUR,
  NEIGHBOUR_DESK,
  OURS,
  organ,
  TOWNSHIP_DESK,
} from '../testing/enforcement-desk';
import { Complaint } from './complaint.entity';
import { ComplaintState } from './complaint.enums';
import { COMPLAINT_MACHINE } from './complaint.machine';

const COMPLAINT = `complaint { id version state isAnonymous domain content result availableActions satisfaction case { id } outcome labour handler { name } division { code }
  complainant { name phone } respondent { name organizationName } deadlines { kind state dueAt } timeline { action note } }`;

test('every state is reached and can come to its end', () => {
  const { NOT_ACCEPTED, CLOSED, TRANSFERRED } = ComplaintState;
  const finals = [NOT_ACCEPTED, CLOSED, TRANSFERRED];
  expect(machineFaults(COMPLAINT_MACHINE, { states: Object.values(ComplaintState), finals })).toEqual([]);
});

describe.each(ENGINES)('投诉举报 on %s', (engine) => {
  let desk: EnforcementDesk;

  beforeAll(async () => {
    desk = await enforcementDesk(engine);
  });

  afterAll(() => desk.opened.close());

  const complaint = (change: object = {}) => ({
    divisionCode: OURS,
    kind: 'REPORT',
    channel: 'WINDOW',
    complainant: { name: '示例甲乙', phone: '13800000000' },
    content: '示例内容，联系 13800000000',
    respondent: { kind: 'SOLE_TRADER', name: '示例丙丁' },
    ...change,
  });
  const filed = (change: object = {}) => desk.done('fileComplaint', complaint(change), COMPLAINT, TOWNSHIP_DESK);
  const step = (name: string, complaintId: string, expectedVersion: number, more: object = {}, viewer = TOWNSHIP_DESK) =>
    desk.done(name, { complaintId, expectedVersion, ...more }, COMPLAINT, viewer);
  const refused = (name: string, complaintId: string, expectedVersion: number, more: object = {}, viewer = TOWNSHIP_DESK) =>
    desk.refused(name, { complaintId, expectedVersion, ...more }, viewer);
  const toTownship = (divisionCode = OURS) => ({ labour: 'COMMON', divisionCode, handler: organ(townshipGovernmentOf(divisionCode)) });
  const toDepartment = (labour = 'PROFESSIONAL') => ({ labour, divisionCode: COUNTY, handler: organ(departmentOf(COUNTY, '市场监管')) });
  const assigned = async (change: object = {}): Promise<string> => {
    const { id } = await filed(change);
    await step('acceptComplaint', id, 1);
    await step('assignComplaint', id, 2, toTownship(), COUNTY_DESK);
    return id;
  };

  test('who complains is masked, and nobody else learns of it', async () => {
    const input = complaint({ idempotencyKey: `complaint-${engine}` });
    const found = await desk.done('fileComplaint', input, COMPLAINT, TOWNSHIP_DESK);
    expect(found).toMatchObject({
      state: 'FILED',
      isAnonymous: false,
      content: '示例内容，联系 ***',
      complainant: { name: '示*', phone: '138****0000' },
      respondent: { name: '示*', organizationName: null },
      availableActions: ['ACCEPT', 'NOT_ACCEPT', 'TRANSFER'],
      deadlines: [{ kind: 'COMPLAINT_ACCEPTANCE', state: 'RUNNING', dueAt: '2026-12-07T15:59:59.999Z' }],
    });
    expect((await desk.done('fileComplaint', input, COMPLAINT, TOWNSHIP_DESK)).id).toBe(found.id);
    const read = `{ complaint(id: "${found.id}") { id } complaints { totalCount } }`;
    for (const viewer of [NEIGHBOUR_DESK, ANONYMOUS])
      expect((await desk.ask(read, viewer)).data).toEqual({ complaint: null, complaints: { totalCount: 0 } });
    const feed = await desk.ask('{ enforcementFeed(first: 100) { nodes { subjectId payload } } }', TOWNSHIP_DESK);
    expect(JSON.stringify(feed.data)).toContain(found.id);
    expect(JSON.stringify(feed.data)).not.toMatch(/示例|1380/);
  });

  test('it is accepted or not within the term, with a reason', async () => {
    const { id } = await filed();
    expect(await refused('refuseComplaint', id, 1, { reason: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'TEXT_LENGTH' });
    expect(await refused('recordComplaintResult', id, 1, { outcome: 'UNFOUNDED', result: '示例' })).toMatchObject({
      reason: 'MOVE_NOT_ALLOWED',
    });
    const declined = await step('refuseComplaint', id, 1, { reason: '不属于职责范围' });
    expect(declined).toMatchObject({ state: 'NOT_ACCEPTED', availableActions: [], deadlines: [{ state: 'MET' }] });
    expect(await refused('acceptComplaint', id, 1)).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
  });

  test('what is accepted after the term stays overdue on record', async () => {
    const { id } = await filed();
    desk.time.now = '2026-12-08T02:00:00Z';
    const late = await step('acceptComplaint', id, 1);
    desk.time.now = '2026-11-26T02:00:00Z';
    expect(late.deadlines).toContainEqual(expect.objectContaining({ kind: 'COMPLAINT_ACCEPTANCE', state: 'OVERDUE' }));
  });

  test('what another organ is to handle is transferred, and its clocks end', async () => {
    const { id } = await filed();
    const to = { to: { creditCode: departmentOf(COUNTY, '应急').creditCode, name: '示例机关' }, reason: '管辖权不在本机关' };
    expect(await step('transferComplaint', id, 1, to)).toMatchObject({
      state: 'TRANSFERRED',
      handler: { name: '示例机关' },
      deadlines: [{ state: 'LAPSED' }],
    });
  });

  test('the division of labour: common to the township, professional and cross-area to the department', async () => {
    const { id } = await filed();
    await step('acceptComplaint', id, 1);
    expect(await refused('assignComplaint', id, 2, toTownship())).toMatchObject({ code: 'FORBIDDEN', reason: 'OUTSIDE_DIVISIONS' });
    for (const wrong of [
      { ...toTownship(), divisionCode: COUNTY },
      { ...toTownship(), divisionCode: '330381101' },
      { ...toDepartment(), divisionCode: OURS },
      { ...toDepartment('CROSS_AREA'), divisionCode: OURS },
    ]) {
      expect(await refused('assignComplaint', id, 2, wrong, COUNTY_DESK)).toMatchObject({
        code: 'BAD_USER_INPUT',
        reason: 'DIVISION_OF_LABOUR',
      });
    }
    const power = demoPowers().find(({ isProfessional }) => isProfessional)!;
    await insertAll(desk.opened.database.manager, EnforcementPower, [power]);
    const professional = { ...toTownship(), powerId: power.id };
    expect(await refused('assignComplaint', id, 2, professional, COUNTY_DESK)).toMatchObject({ reason: 'PROFESSIONAL_POWER' });
    expect(await step('assignComplaint', id, 2, { ...toDepartment(), powerId: power.id }, COUNTY_DESK)).toMatchObject({
      state: 'ASSIGNED',
      division: { code: COUNTY },
      domain: power.domain,
      handler: { name: '兰考县市场监督管理局' },
      timeline: [{ action: 'FILE' }, { action: 'ACCEPT' }, { action: 'ASSIGN' }],
    });
    expect(await refused('recordComplaintResult', id, 3, { outcome: 'UNFOUNDED', result: '示例' })).toMatchObject({ code: 'NOT_FOUND' });
    const { data } = await desk.ask('{ enforcementFeed(first: 100) { nodes { subjectId isTombstone } } }', TOWNSHIP_DESK);
    expect(data.enforcementFeed.nodes).toContainEqual({ subjectId: id, isTombstone: true });
  });

  test('浙江省综合行政执法条例§17: a dispute goes to the county, whose word is the last', async () => {
    const id = await assigned();
    expect(await step('disputeComplaint', id, 3, { reason: '属跨区域' })).toMatchObject({ state: 'DISPUTED', availableActions: [] });
    expect(await refused('decideComplaintDispute', id, 4, toTownship())).toMatchObject({ code: 'FORBIDDEN' });
    expect(await step('decideComplaintDispute', id, 4, toTownship(NEIGHBOUR), COUNTY_DESK)).toMatchObject({
      division: { code: NEIGHBOUR },
    });
    expect(await refused('disputeComplaint', id, 5, { reason: '示例' }, NEIGHBOUR_DESK)).toMatchObject({
      code: 'CONFLICT',
      reason: 'DISPUTE_DECIDED',
    });
  });

  test('it becomes the source of a case, the complainant is told in time, and grades', async () => {
    const id = await assigned();
    const result = { outcome: 'CASE_FILED', result: '已立案' };
    expect(await refused('recordComplaintResult', id, 3, result)).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'CASE_OF_COMPLAINT' });
    expect(await refused('recordComplaintResult', id, 3, { outcome: 'UNFOUNDED', result: '示例', caseId: 'c' })).toMatchObject({
      reason: 'CASE_OF_COMPLAINT',
    });
    const caseId = await desk.enforcementCase(OURS, 'COMPLAINT');
    for (const [wrong, reason] of [
      [`${caseId} `, 'NOT_FOUND'],
      [await desk.enforcementCase(NEIGHBOUR, 'COMPLAINT'), 'NOT_FOUND'],
      [await desk.enforcementCase(OURS, 'COMPLAINT', null), 'CASE_NOT_FILED'],
      [await desk.enforcementCase(OURS, 'PATROL'), 'CASE_SOURCE'],
    ] as const)
      expect(await refused('recordComplaintResult', id, 3, { ...result, caseId: wrong })).toMatchObject({ reason });
    const elsewhere = { ...result, caseId: await desk.enforcementCase(NEIGHBOUR, 'COMPLAINT') };
    expect(await refused('recordComplaintResult', id, 3, elsewhere, COUNTY_DESK)).toMatchObject({ reason: 'CASE_ELSEWHERE' });
    const handled = await step('recordComplaintResult', id, 3, { ...result, caseId });
    expect(handled).toMatchObject({ state: 'HANDLED', case: { id: caseId }, availableActions: ['TELL'] });
    expect(handled.deadlines).toContainEqual({ kind: 'COMPLAINT_ANSWER', state: 'RUNNING', dueAt: '2026-12-03T15:59:59.999Z' });
    expect(await refused('closeComplaint', id, 4)).toMatchObject({ code: 'CONFLICT', reason: 'NOT_TOLD' });
    await step('tellComplainant', id, 4);
    expect(await refused('closeComplaint', id, 5, { satisfaction: 6 })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'SATISFACTION' });
    expect(await step('closeComplaint', id, 5, { satisfaction: 1 })).toMatchObject({ state: 'CLOSED', satisfaction: 1 });
  });

  test('what the county files of a township’s complaint, the township does not read', async () => {
    const id = await assigned();
    const caseId = await desk.enforcementCase(COUNTY, 'COMPLAINT');
    const result = { outcome: 'CASE_FILED', result: '已立案', caseId };
    expect(await step('recordComplaintResult', id, 3, result, COUNTY_DESK)).toMatchObject({ case: { id: caseId } });
    const { data, errors } = await desk.ask(`{ complaint(id: "${id}") { outcome case { id } } }`, TOWNSHIP_DESK);
    expect([data.complaint, errors]).toEqual([{ outcome: 'CASE_FILED', case: null }, undefined]);
  });

  test('an id with a blank more is another one', async () => {
    const { id } = await filed();
    expect(await refused('acceptComplaint', `${id} `, 1)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('nobody is told what was reported anonymously', async () => {
    const id = await assigned({ complainant: null, respondent: null });
    const handled = await step('recordComplaintResult', id, 3, { outcome: 'CORRECTED', result: '示例' });
    expect(handled).toMatchObject({ isAnonymous: true, complainant: null, respondent: null, availableActions: ['CLOSE'] });
    expect(await refused('tellComplainant', id, 4)).toMatchObject({ reason: 'NOBODY_TO_TELL' });
    expect(await refused('closeComplaint', id, 4, { satisfaction: 2 })).toMatchObject({ reason: 'SATISFACTION' });
    expect(await step('closeComplaint', id, 4)).toMatchObject({ state: 'CLOSED' });
  });

  test.each([
    ['nobody', ANONYMOUS, 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
    ['a reader', viewerOf([COUNTY], ['enforcement:read']), 'FORBIDDEN', 'FORBIDDEN'],
    ['the neighbour', NEIGHBOUR_DESK, 'FORBIDDEN', 'NOT_FOUND'],
  ])('%s files and handles none of ours', async (_, viewer, filing, handling) => {
    const { id } = await filed();
    expect(await desk.refused('fileComplaint', complaint(), viewer)).toMatchObject({ code: filing });
    expect(await refused('acceptComplaint', id, 1, {}, viewer)).toMatchObject({ code: handling });
    expect(await refused('transferComplaint', id, 1, { to: organ(departmentOf(COUNTY, '应急')), reason: '示例' }, viewer)).toMatchObject({
      code: handling,
    });
  });

  describe('statistics', () => {
    const PLACE = '410225203';
    /** When it came in, was accepted, handled and answered, in UTC; and what else is of it. */
    const COMPLAINTS: readonly (readonly [
      filed: string,
      accepted: string | null,
      handled: string | null,
      told: string | null,
      more: object,
    ])[] = [
      // One in the morning of the last of October, in Shanghai.
      ['2026-10-30T17:00Z', '2026-11-03T02:00Z', '2026-11-20T02:00Z', '2026-11-23T02:00Z', { outcome: 'CASE_FILED', satisfaction: 1 }],
      // The first of November there: accepted a day too late, and told too late.
      [
        '2026-10-31T17:00Z',
        '2026-11-12T02:00Z',
        '2026-11-13T02:00Z',
        '2026-11-26T02:00Z',
        { outcome: 'CORRECTED', satisfaction: 4, domain: '应急' },
      ],
      ['2026-11-02T02:00Z', '2026-11-03T02:00Z', '2026-11-20T02:00Z', null, { outcome: 'UNFOUNDED', complainantName: null }],
      ['2026-11-02T02:00Z', null, null, null, {}],
      ['2026-11-24T02:00Z', '2026-11-25T02:00Z', null, null, { isDecided: true }],
      ['2026-11-24T02:00Z', null, null, null, { state: 'TRANSFERRED' }],
    ];
    const asked = (groupBy: string, filter = `divisionCode: "${PLACE}"`) =>
      `{ complaintStatistics(filter: { ${filter} }, groupBy: [${groupBy}]) { dimensions { code label } isSuppressed complaints anonymous notAccepted
        transferred handled casesFiled disputesDecided overdue acceptedOnTimeShare handledOnTimeShare answeredOnTimeShare graded satisfaction } }`;
    const ANALYST = viewerOf([COUNTY], ['enforcement:read', 'pii:read']);
    const counted = async (groupBy: string, viewer = ANALYST) => (await desk.ask(asked(groupBy), viewer)).data.complaintStatistics;

    beforeAll(async () => {
      const periods = periodsFrom();
      const { manager } = desk.opened.database;
      for (const [index, [filed, accepted, handled, told, more]] of COMPLAINTS.entries()) {
        const subject = { type: 'Complaint', id: `counted-${index}`, divisionCode: PLACE };
        const shown = {
          id: subject.id,
          divisionCode: PLACE,
          kind: 'REPORT',
          channel: 'WINDOW',
          complainantName: '示例甲',
          content: '示例',
        };
        const row = { ...shown, filedAt: new Date(filed), isDecided: false, state: 'HANDLED', version: 1, domain: '城市管理', ...more };
        await insertAll(manager, Complaint, [row as never]);
        await manager.transaction(async (tx) => {
          const on = (time: string) => new Deadlines(() => new Date(time));
          await on(filed).start(tx, subject, 'COMPLAINT_ACCEPTANCE', periods.complaintAcceptance);
          if (row.state === 'TRANSFERRED') await on(filed).lapse(tx, subject.id);
          if (accepted) await on(accepted).meet(tx, subject.id, 'COMPLAINT_ACCEPTANCE');
          if (accepted) await on(accepted).start(tx, subject, 'COMPLAINT_HANDLING', periods.complaintHandling);
          if (handled) await on(handled).meet(tx, subject.id, 'COMPLAINT_HANDLING');
          if (handled && row.complainantName) await on(handled).start(tx, subject, 'COMPLAINT_ANSWER', periods.complaintAnswer);
          if (told) await on(told).meet(tx, subject.id, 'COMPLAINT_ANSWER');
        });
      }
    });

    test('every measure is what the rows say, in one statement, and terms that were kept are told', async () => {
      const rows: Record<string, unknown>[] = [];
      const statements = await desk.opened.statementsOf(async () => {
        rows.push(...(await counted('')));
      });
      expect(statements).toHaveLength(1);
      expect(rows).toEqual([
        {
          dimensions: [],
          isSuppressed: false,
          complaints: 6,
          anonymous: 1,
          notAccepted: 0,
          transferred: 1,
          handled: 3,
          casesFiled: 1,
          disputesDecided: 1,
          overdue: 0,
          acceptedOnTimeShare: 0.6,
          handledOnTimeShare: 1,
          answeredOnTimeShare: 0.5,
          graded: 2,
          satisfaction: 0.5,
        },
      ]);
    });

    test('by month of Shanghai, field, outcome and division; what is not asked for is not counted', async () => {
      const groups = async (by: string) =>
        (await counted(by)).map(({ dimensions, complaints }: { dimensions: { code: string; label: string }[]; complaints: number }) => [
          ...dimensions.map(({ code }) => code),
          complaints,
        ]);
      expect(await groups('MONTH')).toEqual([
        ['2026-10', 1],
        ['2026-11', 5],
      ]);
      expect(await groups('DOMAIN')).toEqual(
        expect.arrayContaining([
          ['城市管理', 5],
          ['应急', 1],
        ]),
      );
      expect(await groups('OUTCOME, DIVISION')).toContainEqual(['CASE_FILED', PLACE, 1]);
      const few = `{ complaintStatistics(groupBy: [KIND]) { complaints } }`;
      const [statement] = await desk.opened.statementsOf(() => desk.ask(few, ANALYST));
      expect(statement).not.toContain('case_deadline');
    });

    test('groups of fewer than five are not told, and nobody counts what is elsewhere', async () => {
      const [october] = await counted('MONTH', viewerOf([COUNTY], ['enforcement:read', 'enforcement:manage']));
      expect(october).toMatchObject({ isSuppressed: true, complaints: null, acceptedOnTimeShare: null });
      for (const viewer of [TOWNSHIP_DESK, ANONYMOUS]) expect((await counted('', viewer))[0]).toMatchObject({ complaints: 0 });
      const { errors } = await desk.ask(asked('MONTH, DOMAIN, OUTCOME, KIND'), ANALYST);
      expect(errors?.[0]?.extensions.reason).toBe('TOO_MANY_DIMENSIONS');
    });
  });

  test('two that decide at once: one wins', async () => {
    const { id } = await filed();
    const both = await Promise.all([
      desk.run('acceptComplaint', { complaintId: id, expectedVersion: 1 }, '__typename', TOWNSHIP_DESK),
      desk.run('refuseComplaint', { complaintId: id, expectedVersion: 1, reason: '示例' }, '__typename', COUNTY_DESK),
    ]);
    const codes = both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'DONE');
    expect(codes.toSorted()).toEqual(['CONFLICT', 'DONE']);
  });
});
