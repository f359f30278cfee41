import { departmentOf } from '@township-graph/shared/demo/roster';
import { viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES } from '@township-graph/shared/testing/database';
import { ANONYMOUS } from '@township-graph/shared/viewer';
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

const VISIT = `jointInspection { id version state authorityCount openProblems availableActions target { name organizationName }
  officers { id } checks { itemId result finding followedUpOn case { id source } } deadlines { kind state } timeline { action note } }`;

describe.each(ENGINES)('综合查一次 on %s', (engine) => {
  let desk: EnforcementDesk;
  let serial = 0;
  let officerIds: string[];
  /** Two of one authority, one of another, and one that is in no plan. */
  let items: string[];
  let planId: string;

  beforeAll(async () => {
    desk = await enforcementDesk(engine);
    const { id } = await desk.team(OURS);
    officerIds = [await desk.officer(id, OURS), await desk.officer(id, OURS)];
    items = [await listed('市场监管'), await listed('市场监管'), await listed('应急'), await listed('应急')];
    planId = (await plan(2026, '市场监管', items.slice(0, 3))).id;
    await desk.done('fileInspectionPlan', { planId, expectedVersion: 1, filingNumber: '示例备〔2026〕1号' }, 'plan { id }', COUNTY_DESK);
    await desk.done('publishInspectionPlan', { planId, expectedVersion: 2 }, 'plan { id }', COUNTY_DESK);
  });

  afterAll(() => desk.opened.close());

  const item = (department: string, change: object = {}) => {
    serial += 1;
    return {
      divisionCode: COUNTY,
      code: `JC${serial}`,
      name: '示例检查事项',
      legalBasis: '示例法第一条',
      authority: organ(departmentOf(COUNTY, department)),
      publishedOn: '2026-01-01',
      ...change,
    };
  };
  const listed = async (department: string, change: object = {}): Promise<string> =>
    (await desk.done('listInspectionItem', item(department, change), 'inspectionItem { id }', COUNTY_DESK)).id;
  const plan = (year: number, department: string, itemIds: readonly string[]) =>
    desk.done(
      'planInspection',
      { divisionCode: COUNTY, year, title: '示例计划', organ: organ(departmentOf(COUNTY, department)), itemIds },
      'plan { id version state availableActions }',
      COUNTY_DESK,
    );
  const visit = (change: object = {}) => {
    serial += 1;
    return {
      divisionCode: OURS,
      target: { kind: 'ORGANIZATION', name: `示例企业${serial}` },
      ground: 'PLAN',
      planId,
      itemIds: items.slice(0, 3),
      officerIds,
      scanCode: `示例码${serial}`,
      ...change,
    };
  };
  const start = (change: object = {}) => desk.done('startInspection', visit(change), VISIT, TOWNSHIP_DESK);
  const notStarted = (change: object, viewer = TOWNSHIP_DESK) => desk.refused('startInspection', visit(change), viewer);
  const step = (name: string, inspectionId: string, expectedVersion: number, more: object = {}) =>
    desk.done(name, { inspectionId, expectedVersion, ...more }, VISIT, TOWNSHIP_DESK);
  const fine = (itemId: string) => ({ itemId, result: 'NO_PROBLEM' });

  test('国办发〔2024〕54号: a plan is filed before it is published, and nobody else reads it before', async () => {
    const found = await plan(2027, '市场监管', [items[0]!]);
    expect(found).toMatchObject({ state: 'PLANNED', availableActions: ['FILE'] });
    const read = `{ jointInspectionPlan(id: "${found.id}") { state } }`;
    expect((await desk.ask(read, ANONYMOUS)).data.jointInspectionPlan).toBeNull();
    const publish = { planId: found.id, expectedVersion: 1 };
    expect(await desk.refused('publishInspectionPlan', publish, COUNTY_DESK)).toMatchObject({
      code: 'CONFLICT',
      reason: 'MOVE_NOT_ALLOWED',
    });
    expect(await desk.refused('publishInspectionPlan', publish, NEIGHBOUR_DESK)).toMatchObject({ code: 'NOT_FOUND' });
    const early = { planId: found.id, itemIds: [items[0]] };
    expect(await notStarted(early, COUNTY_DESK)).toMatchObject({ code: 'CONFLICT', reason: 'PLAN_NOT_PUBLISHED' });
    // The township does not know of it yet.
    expect(await notStarted(early)).toMatchObject({ code: 'NOT_FOUND' });
    await desk.done('fileInspectionPlan', { ...publish, filingNumber: '示例备〔2026〕2号' }, 'plan { id }', COUNTY_DESK);
    expect(await desk.refused('publishInspectionPlan', publish, COUNTY_DESK)).toMatchObject({ reason: 'STALE_VERSION' });
    await desk.done('publishInspectionPlan', { planId: found.id, expectedVersion: 2 }, 'plan { id }', COUNTY_DESK);
    expect((await desk.ask(read, ANONYMOUS)).data.jointInspectionPlan).toEqual({ state: 'PUBLISHED' });
    // It is the plan of the next year.
    expect(await notStarted({ planId: found.id, itemIds: [items[0]] })).toMatchObject({ reason: 'PLAN_OUT_OF_PLACE' });
  });

  test('国办发〔2024〕54号: nothing outside the list, or of a plan outside the plan, is inspected', async () => {
    const withdrawn = await listed('应急');
    const elsewhere = await listed('应急', { divisionCode: NEIGHBOUR });
    await desk.done('withdrawInspectionItem', { itemId: withdrawn, expectedVersion: 1 }, 'inspectionItem { id }', COUNTY_DESK);
    for (const itemId of [withdrawn, elsewhere, 'none']) {
      const clue = { ground: 'COMPLAINT', planId: null, groundReason: '示例线索', itemIds: [itemId] };
      expect(await notStarted(clue)).toMatchObject({ code: 'CONFLICT', reason: 'OUTSIDE_LIST', itemIds: [itemId] });
    }
    expect(await notStarted({ itemIds: [items[3]] })).toMatchObject({ reason: 'OUTSIDE_PLAN' });
    expect(await desk.refused('listInspectionItem', { ...item('应急'), code: 'JC1' }, COUNTY_DESK)).toMatchObject({
      reason: 'ITEM_LISTED',
    });
  });

  test('国办发〔2024〕54号: without a plan it takes a clue and a reason', async () => {
    const bad = { code: 'BAD_USER_INPUT', reason: 'GROUND' };
    expect(await notStarted({ planId: null })).toMatchObject(bad);
    expect(await notStarted({ groundReason: '示例' })).toMatchObject(bad);
    expect(await notStarted({ ground: 'HOTLINE', planId: null })).toMatchObject(bad);
    expect(await notStarted({ ground: 'HOTLINE', groundReason: '示例' })).toMatchObject(bad);
    expect(await start({ ground: 'HOTLINE', planId: null, groundReason: '示例线索' })).toMatchObject({ state: 'STARTED' });
  });

  test('国办发〔2024〕54号: an authority inspects a target no more often than the cap, unless a clue makes it', async () => {
    const target = { kind: 'ORGANIZATION', name: '示例常客' };
    for (let time = 0; time < 2; time += 1) {
      const { id } = await start({ target, itemIds: [items[0]] });
      await step('abandonInspection', id, 1, { reason: '示例' });
    }
    const over = await notStarted({ target, itemIds: [items[0], items[2]] });
    expect(over).toMatchObject({ code: 'CONFLICT', reason: 'FREQUENCY_CAP', cap: 2 });
    expect(over!.authorityCreditCodes).toEqual([departmentOf(COUNTY, '市场监管').creditCode]);
    const other = await start({ target, itemIds: [items[2]] });
    const join = { inspectionId: other.id, expectedVersion: 1, itemIds: [items[1]] };
    expect(await desk.refused('joinInspection', join, TOWNSHIP_DESK)).toMatchObject({ reason: 'FREQUENCY_CAP' });
    await step('abandonInspection', other.id, 1, { reason: '示例' });
    expect(await start({ target, ground: 'TRANSFER', planId: null, groundReason: '示例线索' })).toMatchObject({ state: 'STARTED' });
  });

  test('浙江省综合行政执法条例§13: who comes while a target is visited joins the visit', async () => {
    const target = { kind: 'ORGANIZATION', name: '示例受检企业' };
    const { id } = await start({ target, itemIds: [items[0]] });
    expect(await notStarted({ target, itemIds: [items[2]] })).toMatchObject({ code: 'CONFLICT', reason: 'VISIT_OPEN', inspectionId: id });
    const joined = await step('joinInspection', id, 1, { itemIds: [items[1], items[2]] });
    expect(joined).toMatchObject({ version: 2, authorityCount: 2, state: 'STARTED' });
    expect(joined.checks).toHaveLength(3);
    const statistics = `{ jointInspectionStatistics(filter: { divisionCode: "${OURS}" }) { visits authorityVisits visitsSaved } }`;
    const { visits, authorityVisits, visitsSaved } = (await desk.ask(statistics, TOWNSHIP_DESK)).data.jointInspectionStatistics;
    expect(visitsSaved).toBe(authorityVisits - visits);
    expect(visitsSaved).toBeGreaterThan(0);
    expect((await desk.ask(statistics, NEIGHBOUR_DESK)).data.jointInspectionStatistics.visits).toBe(0);
  });

  test('行政处罚法§42: two certified officers of the place go', async () => {
    expect(await notStarted({ officerIds: officerIds.slice(0, 1) })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'TOO_FEW_OFFICERS' });
    expect(await notStarted({ officerIds: [officerIds[0], 'none'] })).toMatchObject({ reason: 'OFFICER_NOT_CERTIFIED' });
    expect(await notStarted({ divisionCode: NEIGHBOUR }, NEIGHBOUR_DESK)).toMatchObject({ reason: 'OFFICER_ELSEWHERE' });
  });

  test('from the door to the end: every problem is put right, or becomes a case', async () => {
    const input = visit({ target: { kind: 'SOLE_TRADER', name: '示例丙丁' }, idempotencyKey: `visit-${engine}` });
    const begun = await desk.done('startInspection', input, VISIT, TOWNSHIP_DESK);
    expect(begun).toMatchObject({ authorityCount: 2, target: { name: '示*', organizationName: null }, officers: [{}, {}] });
    expect((await desk.done('startInspection', input, VISIT, TOWNSHIP_DESK)).id).toBe(begun.id);
    const [one, two, three] = items as [string, string, string];
    const record = { inspectionId: begun.id, expectedVersion: 1 };
    const results = [
      fine(one),
      { itemId: two, result: 'CORRECTION', finding: '示例问题' },
      { itemId: three, result: 'CASE_CLUE', finding: '示例线索' },
    ];
    for (const [wrong, reason] of [
      [results.slice(1), 'RESULTS'],
      [[...results, fine(one)], 'RESULTS'],
      [[{ ...fine(one), finding: '示例' }, ...results.slice(1)], 'FINDING'],
      [[fine(one), { itemId: two, result: 'CORRECTION' }, fine(three)], 'FINDING'],
    ] as const) {
      expect(await desk.refused('recordInspection', { ...record, results: wrong }, TOWNSHIP_DESK)).toMatchObject({
        code: 'BAD_USER_INPUT',
        reason,
      });
    }
    const recorded = await step('recordInspection', begun.id, 1, { results });
    expect(recorded).toMatchObject({ state: 'RECORDED', openProblems: 2, availableActions: ['FOLLOW_UP'] });
    expect(recorded.deadlines).toEqual([{ kind: 'INSPECTION_CORRECTION', state: 'RUNNING' }]);
    expect(await desk.refused('closeInspection', { inspectionId: begun.id, expectedVersion: 2 }, TOWNSHIP_DESK)).toMatchObject({
      reason: 'PROBLEMS_OPEN',
    });
    const follow = { inspectionId: begun.id, expectedVersion: 2 };
    expect(await desk.refused('followUpInspection', { ...follow, itemId: one }, TOWNSHIP_DESK)).toMatchObject({
      reason: 'NOTHING_TO_FOLLOW_UP',
    });
    expect(await desk.refused('followUpInspection', { ...follow, itemId: three }, TOWNSHIP_DESK)).toMatchObject({ reason: 'CASE_MISSING' });
    const corrected = await step('followUpInspection', begun.id, 2, { itemId: two });
    expect(corrected.deadlines).toEqual([{ kind: 'INSPECTION_CORRECTION', state: 'MET' }]);
    const caseId = await desk.enforcementCase(OURS, 'INSPECTION');
    const toCase = { inspectionId: begun.id, expectedVersion: 3, itemId: three };
    for (const [wrong, reason] of [
      ['none', 'NOT_FOUND'],
      [`${caseId} `, 'NOT_FOUND'],
      [await desk.enforcementCase(NEIGHBOUR, 'INSPECTION'), 'NOT_FOUND'],
      [await desk.enforcementCase(OURS, 'INSPECTION', null), 'CASE_NOT_FILED'],
      [await desk.enforcementCase(OURS, 'PATROL'), 'CASE_SOURCE'],
    ] as const)
      expect(await desk.refused('followUpInspection', { ...toCase, caseId: wrong }, TOWNSHIP_DESK)).toMatchObject({ reason });
    const elsewhere = { ...toCase, caseId: await desk.enforcementCase(NEIGHBOUR, 'INSPECTION') };
    expect(await desk.refused('followUpInspection', elsewhere, COUNTY_DESK)).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'CASE_ELSEWHERE',
    });
    await step('followUpInspection', begun.id, 3, { itemId: three, caseId });
    const closed = await step('closeInspection', begun.id, 4);
    expect(closed).toMatchObject({ state: 'CLOSED', openProblems: 0, availableActions: [] });
    expect(closed.checks).toContainEqual({
      itemId: three,
      result: 'CASE_CLUE',
      finding: '示例线索',
      followedUpOn: '2026-11-26',
      case: { id: caseId, source: 'INSPECTION' },
    });
    expect(closed.timeline.map(({ action }: { action: string }) => action)).toEqual(['START', 'RECORD', 'FOLLOW_UP', 'FOLLOW_UP', 'CLOSE']);
  });

  test('who comes at once is counted once: one visit starts, the others are told of it, and the cap holds', async () => {
    const target = { kind: 'ORGANIZATION', name: '示例同时受检企业' };
    const first = await start({ target, itemIds: [items[0]] });
    await step('abandonInspection', first.id, 1, { reason: '示例' });
    const ways = [items[0], items[1], items[0]].map((itemId) => visit({ target, itemIds: [itemId] }));
    const all = await Promise.all(ways.map((input) => desk.run('startInspection', input, 'jointInspection { id }', TOWNSHIP_DESK)));
    const ends = all.map(({ errors }) => errors?.[0]?.extensions.reason ?? 'STARTED');
    expect(ends.toSorted()).toEqual(['STARTED', 'VISIT_OPEN', 'VISIT_OPEN']);
    const { id } = all.find(({ errors }) => !errors)!.data.startInspection.jointInspection;
    await step('abandonInspection', id, 1, { reason: '示例' });
    expect(await notStarted({ target, itemIds: [items[1]] })).toMatchObject({ reason: 'FREQUENCY_CAP' });
    const counted = `{ jointInspections(filter: { divisionCode: "${OURS}" }, first: 100) { nodes { target { organizationName } } } }`;
    const { nodes } = (await desk.ask(counted, TOWNSHIP_DESK)).data.jointInspections;
    expect(nodes.filter((node: { target: { organizationName: string } }) => node.target.organizationName === target.name)).toHaveLength(2);
  });

  test('国办发〔2024〕54号: with one visit left under the cap, one of four who try at once makes it, though none waits for another', async () => {
    const target = { kind: 'ORGANIZATION', name: '示例争抢企业' };
    const first = await start({ target, itemIds: [items[0]] });
    await step('abandonInspection', first.id, 1, { reason: '示例' });
    /** Comes again while somebody is there: so the cap alone stands between them. */
    const comes = async (itemId: string): Promise<string> => {
      const input = visit({ target, itemIds: [itemId] });
      const { data, errors } = await desk.run('startInspection', input, 'jointInspection { id }', TOWNSHIP_DESK);
      const reason = errors?.[0]?.extensions.reason as string | undefined;
      if (reason === 'VISIT_OPEN') return comes(itemId);
      if (!reason) await step('abandonInspection', data.startInspection.jointInspection.id, 1, { reason: '示例' });
      return reason ?? 'STARTED';
    };
    const ends = await Promise.all([items[0]!, items[1]!, items[0]!, items[1]!].map(comes));
    expect(ends.toSorted()).toEqual(['FREQUENCY_CAP', 'FREQUENCY_CAP', 'FREQUENCY_CAP', 'STARTED']);
  });

  test.each([
    ['nobody', ANONYMOUS, 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
    ['a reader', viewerOf([COUNTY], ['enforcement:read']), 'FORBIDDEN', 'FORBIDDEN'],
    ['the neighbour', NEIGHBOUR_DESK, 'FORBIDDEN', 'NOT_FOUND'],
  ])('%s neither visits nor touches a visit', async (_, viewer, starting, touching) => {
    const { id } = await start();
    expect(await notStarted({}, viewer)).toMatchObject({ code: starting });
    const input = { inspectionId: id, expectedVersion: 1 };
    expect(await desk.refused('recordInspection', { ...input, results: [] }, viewer)).toMatchObject({ code: touching });
    expect(await desk.refused('abandonInspection', { ...input, reason: '示例' }, viewer)).toMatchObject({ code: touching });
    const { data } = await desk.ask(`{ jointInspection(id: "${id}") { availableActions } }`, viewer);
    expect(data.jointInspection).toEqual(viewer.divisions[0]?.code === COUNTY ? { availableActions: [] } : null);
  });
});
