import { demoChildrenOf } from '@township-graph/shared/demo/divisions';
import { departmentOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { ExerciseLevel, makeImplementationCode } from '@township-graph/shared/implementation-code';
import { insertAll } from '@township-graph/shared/insert-all';
import type { Job } from '@township-graph/shared/scheduler/job';
import { Scheduler } from '@township-graph/shared/scheduler/scheduler';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import { MATTERS_SCHEMA } from '../database';
import { catalogue } from '../demo/catalogue';
import { DemoRows } from '../demo/demo-rows';
import { variantsOf } from '../demo/variants';
import { Matter } from '../matter/matter.entity';
import { MatterKind, MatterState } from '../matter/matter.enums';
import { MatterGuide } from '../matter/matter-guide.entity';
import { MatterSite } from '../matter/matter-site.entity';
import { indexNames } from '../search/name-index';
import { createMattersSubgraph } from '../subgraph';
import { toldOf } from '../testing/told-of';
import { Delegation } from './delegation.entity';
import { DelegationRecipient } from './delegation-recipient.entity';

const COUNTY = '410225';
const OURS = '410225201';
const NEIGHBOUR = '410225206';
const VILLAGE = demoChildrenOf(OURS)[0]!.code;

const MANAGER = viewerOf([COUNTY], ['matters:read', 'matters:manage']);
const STRANGERS: readonly [string, Viewer, string][] = [
  ['nobody', ANONYMOUS, 'UNAUTHENTICATED'],
  ['a reader of the county', viewerOf([COUNTY], ['matters:read']), 'FORBIDDEN'],
  ['a clerk of the township', viewerOf([OURS], ['matters:read', 'matters:handle', 'matters:manage']), 'NOT_FOUND'],
  ['the manager of another county', viewerOf(['330381'], ['matters:read', 'matters:manage']), 'NOT_FOUND'],
];

const LEAD = '民政';
const items = catalogue().filter(({ leadDepartment, kind }) => leadDepartment === LEAD && kind !== MatterKind.COERCION);
const department = departmentOf(COUNTY, LEAD);

/** Department matters, each a catalogue item of its own: a test takes the next one. */
function departmentMatters(rows: DemoRows): string[] {
  const leaves = items.flatMap((item) => variantsOf(item, 5).map((variant) => ({ item, variant })));
  const plan = {
    organ: department,
    level: ExerciseLevel.TOWNSHIP,
    handling: 'ENTRUST',
    sites: [OURS, VILLAGE, NEIGHBOUR],
    validFrom: '2020-01-01',
  } as const;
  return leaves.map((leaf) => rows.add({ ...plan, leaf }));
}

const recipient = (divisionCode: string) => {
  const { creditCode, name } = townshipGovernmentOf(divisionCode);
  return { divisionCode, organizationCreditCode: creditCode!, organizationName: name };
};

const FIELDS = `id version state mode effectiveFrom effectiveTo reclaimedOn availableActions batch { number name }
  agreement { number signedOn validTo } publication { publishedOn documentNumber } legalBasis
  reclaim { effectiveOn legalBasis documentNumber openApplications handedBack } evaluation { evaluatedOn outcome }
  receivers { division { code } organization { name } inNameOf { name } } timeline { action from to note legalBasis }`;

describe.each(ENGINES)('delegations on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let scheduler: Scheduler;
  let jobs: readonly Job[];
  let now = '2026-11-26';
  const rows = new DemoRows();
  const matters = departmentMatters(rows);

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    const { manager } = opened.database;
    await indexNames(manager, [...rows.names]);
    await insertAll(manager, Matter, rows.matters);
    await insertAll(manager, MatterGuide, rows.guides);
    await insertAll(manager, MatterSite, rows.sites);
    const clock = () => new Date(`${now}T02:00:00Z`);
    const subgraph = await createMattersSubgraph({ database: opened.database, clock });
    ask = asking(subgraph.execute);
    jobs = subgraph.jobs;
    scheduler = new Scheduler({ database: opened.database, jobs, clock, everyMs: 1 });
  });

  beforeEach(() => {
    now = '2026-11-26';
  });

  afterAll(() => opened.close());

  const run = (name: string, input: object, viewer = MANAGER) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return ask(`mutation ($input: ${type}!) { ${name}(input: $input) { delegation { ${FIELDS} } } }`, viewer, { input });
  };
  const done = async (name: string, input: object) => {
    const { data, errors } = await run(name, input);
    expect(errors).toBeUndefined();
    return data[name].delegation;
  };
  const refused = async (name: string, input: object, viewer?: Viewer) => (await run(name, input, viewer)).errors?.[0]?.extensions;

  const direct = (matterId: string, change: object = {}) => ({
    matterId,
    mode: 'DIRECT_GRANT',
    recipients: [recipient(OURS)],
    batch: { name: '第一批' },
    effectiveFrom: '2026-12-01',
    legalBasis: '示例：省政府赋权决定',
    ...change,
  });
  const entrusted = (matterId: string, change: object = {}) => ({
    ...direct(matterId),
    mode: 'ENTRUST',
    agreement: { number: '示例委〔2026〕1号', signedOn: '2026-11-20', validTo: '2028-12-01' },
    ...change,
  });
  const published = async (input: object) => {
    const { id } = await done('grantDelegation', input);
    return done('publishDelegation', { id, expectedVersion: 1, documentNumber: '示例政〔2026〕1号' });
  };
  const reclaim = (id: string, change: object = {}) => ({
    id,
    expectedVersion: 2,
    effectiveOn: '2027-03-01',
    legalBasis: '示例：省政府调整决定',
    documentNumber: '示例政〔2027〕3号',
    openApplications: 'FINISH_BY_TOWNSHIP',
    ...change,
  });
  /** Who handles the item at the place on the day: names of organs whose matter it is there. */
  const handledBy = async (matterId: string, place: string, day: string) => {
    const { basicCode } = rows.matters.find((row) => (row as Matter).id === matterId) as Matter;
    const { data, errors } = await ask(
      `query ($references: [_Any!]!, $filter: MatterFilter) {
        _entities(representations: $references) { ... on Division { matters(filter: $filter) { nodes { implementingOrganization { name } } } } }
      }`,
      ANONYMOUS,
      { references: [{ __typename: 'Division', code: place }], filter: { basicCode, asOf: day } },
    );
    expect(errors).toBeUndefined();
    return data._entities[0].matters.nodes.map(
      ({ implementingOrganization: { name } }: { implementingOrganization: { name: string } }) => name,
    );
  };
  const inForce = async (id: string, asOf: string) => {
    const { data } = await ask(
      `query ($asOf: Date) { delegations(filter: { divisionCode: "${COUNTY}", asOf: $asOf }, first: 100) { nodes { id } } }`,
      ANONYMOUS,
      { asOf },
    );
    return data.delegations.nodes.some((node: { id: string }) => node.id === id);
  };
  const nextMatter = () => matters.pop()!;
  const government = townshipGovernmentOf(OURS).name;

  describe.each(STRANGERS)('%s', (_, viewer, code) => {
    test('drafts nothing, and does nothing with what others drafted or published', async () => {
      const matterId = nextMatter();
      const drafting = await refused('grantDelegation', direct(matterId), viewer);
      // The matter is published, so that it is not theirs is no secret.
      expect(drafting?.code).toBe(code === 'NOT_FOUND' ? 'FORBIDDEN' : code);
      const { id } = await done('grantDelegation', direct(matterId));
      const step = { id, expectedVersion: 1 };
      expect((await refused('publishDelegation', { ...step, documentNumber: '一' }, viewer))?.code).toBe(code);
      expect((await refused('withdrawDelegation', step, viewer))?.code).toBe(code);
      await done('publishDelegation', { ...step, documentNumber: '示例政〔2026〕1号' });
      expect((await refused('reclaimDelegation', reclaim(id), viewer))?.code).toBe(code);
      const { data } = await ask(`query ($id: ID!) { delegation(id: $id) { state availableActions } }`, viewer, { id });
      expect(data.delegation).toEqual({ state: 'PUBLISHED', availableActions: [] });
    });
  });

  const clocksOf = async (id: string, viewer = MANAGER) =>
    (await ask('query ($id: ID!) { delegation(id: $id) { deadlines { kind dueOn state basis } } }', viewer, { id })).data.delegation
      .deadlines;

  test('one that is published has a term and an evaluation before it; its county and who carries it see how they stand', async () => {
    const { id } = await published(entrusted(nextMatter()));
    expect(await clocksOf(id)).toMatchObject([
      { kind: 'TERM', dueOn: '2028-11-30', state: 'RUNNING', basis: expect.stringContaining('行政许可法§24') },
      // Twelve months from its first day in force, which ends on a working day.
      { kind: 'EVALUATION', dueOn: '2027-12-01', state: 'RUNNING', basis: expect.stringContaining('行政处罚法§24') },
    ]);
    expect(await clocksOf(id, viewerOf([OURS], ['matters:read']))).toEqual(await clocksOf(id));
    for (const viewer of [ANONYMOUS, viewerOf([OURS]), viewerOf([NEIGHBOUR], ['matters:read']), viewerOf(['330381'], ['matters:read'])])
      expect(await clocksOf(id, viewer)).toEqual([]);
    now = '2027-06-01';
    await done('evaluateDelegation', { id, expectedVersion: 2, outcome: 'KEEP' });
    const agreement = { number: '示例委〔2027〕1号', signedOn: '2027-06-01', validTo: '2030-01-01' };
    await done('renewAgreement', { id, expectedVersion: 3, agreement });
    const states = (await clocksOf(id)).map(({ kind, dueOn, state }: Record<string, string>) => [kind, dueOn, state]);
    expect(states).toEqual(
      expect.arrayContaining([
        ['TERM', '2028-11-30', 'MET'],
        ['EVALUATION', '2027-12-01', 'MET'],
        ['TERM', '2029-12-31', 'RUNNING'],
        ['EVALUATION', '2028-06-01', 'RUNNING'],
      ]),
    );
    await done('reclaimDelegation', reclaim(id, { expectedVersion: 4, effectiveOn: '2027-07-01' }));
    expect((await clocksOf(id)).map(({ state }: { state: string }) => state).sort()).toEqual(['LAPSED', 'MET', 'MET', 'MET']);
  });

  test('a grant without an end has no term, and one that ran out before anybody decided stays overdue', async () => {
    const grant = await published(direct(nextMatter()));
    expect((await clocksOf(grant.id)).map(({ kind }: { kind: string }) => kind)).toEqual(['EVALUATION']);
    const { id } = await published(direct(nextMatter(), { mode: 'FORWARD', effectiveTo: '2027-01-01' }));
    now = '2027-01-05';
    await done('endDelegation', { id, expectedVersion: 2, openApplications: 'FINISH_BY_TOWNSHIP' });
    expect(await clocksOf(id)).toMatchObject([
      { kind: 'TERM', dueOn: '2026-12-31', state: 'OVERDUE' },
      { kind: 'EVALUATION', state: 'LAPSED' },
    ]);
  });

  test('what came past the commands has its clocks once the scheduler has looked, and once, whoever else looks', async () => {
    const matterId = nextMatter();
    const { basicCode } = rows.matters.find((row) => (row as Matter).id === matterId) as Matter;
    const loaded = (id: string, more: object = {}) => ({
      id,
      divisionCode: COUNTY,
      mode: 'DIRECT_GRANT',
      basicCode,
      matterName: '示例事项',
      matterId,
      delegatingCreditCode: department.creditCode,
      delegatingName: department.name,
      batchNumber: '示例批',
      batchName: '示例批',
      effectiveFrom: '2020-07-01',
      legalBasis: '示例',
      state: 'PUBLISHED',
      version: 1,
      ...more,
    });
    await insertAll(opened.database.manager, Delegation, [
      loaded('loaded open'),
      loaded('loaded over', { mode: 'FORWARD', effectiveTo: '2026-07-01' }),
      loaded('loaded ahead', { effectiveFrom: '2027-03-01', effectiveTo: '2028-01-01' }),
      loaded('loaded draft', { state: 'DRAFT' }),
      loaded('loaded back', { state: 'RECLAIMED', reclaimedOn: '2027-06-01' }),
    ]);
    await insertAll(opened.database.manager, DelegationRecipient, [{ delegationId: 'loaded over', ...recipient(OURS) }]);
    const looking = () => jobs.find(({ name }) => name === 'delegation-clocks')!.run({ goesOn: async () => true });
    await Promise.all([looking(), looking(), looking()]);
    await scheduler.runDue();
    const clocks = async (id: string) => (await clocksOf(id)).map(({ kind, dueOn, state }: Record<string, string>) => [kind, dueOn, state]);
    expect(await clocks('loaded open')).toEqual([['EVALUATION', '2027-11-26', 'RUNNING']]);
    expect(await clocks('loaded over')).toEqual([
      ['TERM', '2026-06-30', 'OVERDUE'],
      ['EVALUATION', '2027-11-26', 'RUNNING'],
    ]);
    expect((await clocks('loaded ahead')).sort()).toEqual([
      ['EVALUATION', '2028-03-01', 'RUNNING'],
      ['TERM', '2027-12-31', 'RUNNING'],
    ]);
    for (const id of ['loaded draft', 'loaded back']) expect(await clocks(id)).toEqual([]);
    now = '2026-11-27';
    await looking();
    await scheduler.runDue();
    expect(await clocks('loaded open')).toHaveLength(1);
    expect(await toldOf(ask, viewerOf([OURS], ['matters:read']), 'loaded over')).toEqual(['DEADLINE_OVERDUE']);
    expect(await toldOf(ask, viewerOf([NEIGHBOUR], ['matters:read']), 'loaded over')).toEqual([]);
  });

  test('townships that carry an item are told from its publication on, of their own matter too, and others of neither', async () => {
    const [ours, neighbour] = [OURS, NEIGHBOUR].map((code) => viewerOf([code], ['matters:read']));
    const matterId = nextMatter();
    const { id } = await done('grantDelegation', direct(matterId));
    expect(await toldOf(ask, ours!, id)).toEqual([]);
    await done('publishDelegation', { id, expectedVersion: 1, documentNumber: '示例政〔2026〕1号' });
    expect(await toldOf(ask, ours!, id)).toEqual(['DELEGATION_PUBLISHED']);
    expect(await toldOf(ask, MANAGER, id)).toEqual(['DELEGATION_DRAFTED', 'DELEGATION_PUBLISHED']);
    const { basicCode } = rows.matters.find((row) => (row as Matter).id === matterId) as Matter;
    const own = await opened.database.manager.findOneByOrFail(Matter, { basicCode, divisionCode: OURS });
    expect(await toldOf(ask, ours!, own.id)).toEqual(['MATTER_REVISED']);
    now = '2027-12-01';
    await scheduler.runDue();
    expect(await toldOf(ask, ours!, id)).toEqual(['DELEGATION_PUBLISHED', 'DEADLINE_WARNING']);
    for (const subject of [id, own.id]) expect(await toldOf(ask, neighbour!, subject)).toEqual([]);
  });

  test('a draft, and one that was dropped, are the county’s own', async () => {
    const { id } = await done('grantDelegation', direct(nextMatter()));
    const seen = async (viewer: Viewer) =>
      (await ask('query ($id: ID!) { delegation(id: $id) { state } }', viewer, { id })).data.delegation;
    expect(await seen(ANONYMOUS)).toBeNull();
    const dropped = await done('withdrawDelegation', { id, expectedVersion: 1, note: '重复' });
    expect(dropped).toMatchObject({ state: 'WITHDRAWN', version: 2, availableActions: [] });
    expect(dropped.timeline.map(({ action }: { action: string }) => action)).toEqual(['GRANT', 'WITHDRAW']);
    expect(await seen(ANONYMOUS)).toBeNull();
    expect(await seen(MANAGER)).toEqual({ state: 'WITHDRAWN' });
  });

  test('行政处罚法§24, 安阳§17: a direct grant is exclusive from its first day, and a reclaim gives the department its places back', async () => {
    const matterId = nextMatter();
    const grant = await published(direct(matterId));
    expect(grant).toMatchObject({
      state: 'PUBLISHED',
      publication: { publishedOn: '2026-11-26', documentNumber: '示例政〔2026〕1号' },
      availableActions: ['EXTEND', 'EVALUATE', 'RECLAIM'],
      receivers: [{ division: { code: OURS }, organization: { name: government }, inNameOf: { name: government } }],
    });
    expect(await handledBy(matterId, OURS, '2026-11-30')).toEqual([department.name]);
    expect(await handledBy(matterId, OURS, '2026-12-01')).toEqual([government]);
    expect(await handledBy(matterId, VILLAGE, '2026-11-30')).toEqual([department.name]);
    expect(await handledBy(matterId, VILLAGE, '2026-12-01')).toEqual([]);
    expect(await handledBy(matterId, NEIGHBOUR, '2026-12-01')).toEqual([department.name]);

    now = '2027-02-01';
    const taken = await done('reclaimDelegation', reclaim(grant.id));
    expect(taken).toMatchObject({
      state: 'RECLAIMED',
      reclaimedOn: '2027-03-01',
      reclaim: { effectiveOn: '2027-03-01', documentNumber: '示例政〔2027〕3号', openApplications: 'FINISH_BY_TOWNSHIP', handedBack: null },
    });
    // What held stays as it was, before and after.
    expect(await handledBy(matterId, OURS, '2026-11-30')).toEqual([department.name]);
    expect(await handledBy(matterId, OURS, '2027-02-28')).toEqual([government]);
    expect(await handledBy(matterId, OURS, '2027-03-01')).toEqual([department.name]);
    expect(await handledBy(matterId, VILLAGE, '2027-03-01')).toEqual([department.name]);
    expect([await inForce(grant.id, '2026-11-30'), await inForce(grant.id, '2026-12-01')]).toEqual([false, true]);
    expect([await inForce(grant.id, '2027-02-28'), await inForce(grant.id, '2027-03-01')]).toEqual([true, false]);

    // The same township may have it again later: its matter goes on where it was.
    now = '2027-06-01';
    await published(direct(matterId, { effectiveFrom: '2027-07-01' }));
    expect(await handledBy(matterId, OURS, '2027-06-30')).toEqual([department.name]);
    expect(await handledBy(matterId, OURS, '2027-07-01')).toEqual([government]);
  });

  test('行政处罚法§24: one township has an item once on a day, whatever the mode; the refusal says what stands in the way', async () => {
    const matterId = nextMatter();
    const grant = await published(direct(matterId));
    const collision = { delegationId: grant.id, divisionCode: OURS, state: 'PUBLISHED', effectiveFrom: '2026-12-01' };
    const both = { recipients: [recipient(NEIGHBOUR), recipient(OURS)] };
    expect(await refused('grantDelegation', direct(matterId, both))).toMatchObject({
      code: 'CONFLICT',
      reason: 'GRANT_IS_EXCLUSIVE',
      ...collision,
    });
    expect(await refused('grantDelegation', entrusted(matterId))).toMatchObject({ reason: 'GRANT_IS_EXCLUSIVE', ...collision });
    // Days that do not meet are no collision.
    const other = nextMatter();
    const first = await done('grantDelegation', entrusted(other, { effectiveTo: '2027-06-01' }));
    expect(await refused('grantDelegation', entrusted(other, { effectiveFrom: '2027-05-31' }))).toMatchObject({
      reason: 'ALREADY_DELEGATED',
    });
    expect((await done('grantDelegation', entrusted(other, { effectiveFrom: '2027-06-01' }))).id).not.toBe(first.id);
  });

  test('overlapping grants at once: one wins, the other learns with what it collides', async () => {
    const matterId = nextMatter();
    const answers = await Promise.all(
      [0, 1, 2, 3].map((index) => run('grantDelegation', direct(matterId, { batch: { name: `第${index}批` } }))),
    );
    const won = answers.filter(({ errors }) => !errors);
    expect(won).toHaveLength(1);
    for (const { errors } of answers.filter((answer) => answer.errors))
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'CONFLICT',
        reason: 'GRANT_IS_EXCLUSIVE',
        delegationId: won[0]!.data.grantDelegation.delegation.id,
      });
  });

  test('batches are numbered by county and year, without gaps when many begin at once', async () => {
    now = '2031-01-05';
    const days = { effectiveFrom: '2031-02-01' };
    const wanted = [nextMatter(), nextMatter(), nextMatter(), nextMatter()];
    // The fifth is refused after its number was drawn for nothing: by what it collides with.
    const answers = await Promise.all([...wanted, wanted[0]!].map((matterId) => run('grantDelegation', direct(matterId, days))));
    const numbers = answers.flatMap(({ data }) => (data?.grantDelegation ? [data.grantDelegation.delegation.batch.number] : []));
    expect(numbers.sort()).toEqual(['410225-2031-01', '410225-2031-02', '410225-2031-03', '410225-2031-04']);
    const joined = await done('grantDelegation', direct(nextMatter(), { ...days, batch: { number: '410225-2031-02' } }));
    expect(joined.batch).toEqual({ number: '410225-2031-02', name: '第一批' });
    expect(await refused('grantDelegation', direct(nextMatter(), { ...days, batch: { number: '410225-2031-05' } }))).toMatchObject({
      reason: 'BATCH_NOT_OPEN',
    });
    const alone = await done('grantDelegation', direct(nextMatter(), days));
    await done('publishDelegation', { id: alone.id, expectedVersion: 1, documentNumber: '示例政〔2031〕1号' });
    expect(await refused('grantDelegation', direct(matters[0]!, { ...days, batch: { number: alone.batch.number } }))).toMatchObject({
      reason: 'BATCH_NOT_OPEN',
    });
  });

  test('行政许可法§24: what is entrusted stays the department’s, in whose name results and remedies are', async () => {
    const matterId = nextMatter();
    const grant = await published(entrusted(matterId));
    expect(grant).toMatchObject({
      effectiveTo: '2028-12-01',
      agreement: { number: '示例委〔2026〕1号', signedOn: '2026-11-20', validTo: '2028-12-01' },
      receivers: [{ organization: { name: government }, inNameOf: { name: department.name } }],
    });
    expect(await handledBy(matterId, OURS, '2026-12-01')).toEqual([department.name]);
    expect(await refused('grantDelegation', entrusted(nextMatter(), { agreement: null }))).toMatchObject({ reason: 'AGREEMENT_MISSING' });
  });

  test('a place that an entrustment opened closes with it, is renewed with it, and ends with it', async () => {
    const matterId = nextMatter();
    await opened.database.manager.delete(MatterSite, { matterId, divisionCode: OURS });
    const grant = await published(entrusted(matterId));
    expect(await handledBy(matterId, OURS, '2026-11-30')).toEqual([]);
    expect(await handledBy(matterId, OURS, '2028-11-30')).toEqual([department.name]);
    expect(await handledBy(matterId, OURS, '2028-12-01')).toEqual([]);
    const agreement = { number: '示例委〔2026〕2号', signedOn: '2026-11-26', validTo: '2030-12-01' };
    const renewed = await done('renewAgreement', { id: grant.id, expectedVersion: 2, agreement });
    expect(renewed).toMatchObject({ state: 'PUBLISHED', version: 3, effectiveTo: '2030-12-01', agreement });
    expect(await handledBy(matterId, OURS, '2028-12-01')).toEqual([department.name]);
    expect(await handledBy(matterId, OURS, '2030-12-01')).toEqual([]);
    const ended = await done('endDelegation', {
      id: grant.id,
      expectedVersion: 3,
      effectiveOn: '2027-01-01',
      openApplications: 'HAND_BACK',
    });
    expect(ended).toMatchObject({ state: 'ENDED', effectiveTo: '2027-01-01', reclaim: { effectiveOn: '2027-01-01', handedBack: 0 } });
    expect(await handledBy(matterId, OURS, '2026-12-31')).toEqual([department.name]);
    expect(await handledBy(matterId, OURS, '2027-01-01')).toEqual([]);
  });

  test('an agreement that ran out can only be ended', async () => {
    const grant = await published(entrusted(nextMatter()));
    now = '2029-01-01';
    const { data } = await ask('query ($id: ID!) { delegation(id: $id) { availableActions } }', MANAGER, { id: grant.id });
    expect(data.delegation.availableActions).toEqual(['EVALUATE', 'END']);
    const allowed = ['EVALUATE', 'END'];
    const late = reclaim(grant.id, { effectiveOn: '2029-02-01' });
    expect(await refused('reclaimDelegation', late)).toMatchObject({ reason: 'DELEGATION_RAN_OUT', from: 'PUBLISHED', allowed });
    const ended = await done('endDelegation', { id: grant.id, expectedVersion: 2, openApplications: 'FINISH_BY_TOWNSHIP' });
    expect(ended).toMatchObject({ state: 'ENDED', effectiveTo: '2028-12-01' });
  });

  test('what has no term of its own is ended on a day that is named', async () => {
    const { id } = await published(direct(nextMatter(), { mode: 'FORWARD' }));
    const end = { id, expectedVersion: 2, openApplications: 'FINISH_BY_TOWNSHIP' };
    expect(await refused('endDelegation', end)).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'END_DAY_MISSING' });
    expect((await clocksOf(id)).map(({ state }: { state: string }) => state)).toEqual(['RUNNING']);
    expect(await done('endDelegation', { ...end, effectiveOn: '2027-01-01' })).toMatchObject({
      state: 'ENDED',
      version: 3,
      effectiveTo: '2027-01-01',
    });
  });

  test('a township that has the item in its own name is granted nothing', async () => {
    const matterId = nextMatter();
    const item = rows.matters.find((row) => (row as Matter).id === matterId) as Matter;
    const { organizationCreditCode: creditCode, organizationName: implementingName } = recipient(OURS);
    const implementationCode = makeImplementationCode({ creditCode, exerciseLevel: ExerciseLevel.TOWNSHIP, basicCode: item.basicCode });
    const own = { id: 'held by the township', implementationCode, divisionCode: OURS, implementingCreditCode: creditCode };
    await insertAll(opened.database.manager, Matter, [{ ...item, ...own, implementingName, localCode: null, parentId: null }]);
    const { id } = await done('grantDelegation', direct(matterId));
    expect(await refused('publishDelegation', { id, expectedVersion: 1, documentNumber: '示例政〔2026〕1号' })).toMatchObject({
      code: 'CONFLICT',
      reason: 'TOWNSHIP_HOLDS_IT',
      matterId: own.id,
      divisionCode: OURS,
    });
    expect(await opened.database.manager.countBy(Matter, { implementationCode })).toBe(1);
    expect(await done('withdrawDelegation', { id, expectedVersion: 1 })).toMatchObject({ version: 2, publication: null });
  });

  test('two reclaims at once: one wins, the other learns what has become of it', async () => {
    const grant = await published(direct(nextMatter()));
    const answers = await Promise.all([run('reclaimDelegation', reclaim(grant.id)), run('reclaimDelegation', reclaim(grant.id))]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    const refusal = answers.find(({ errors }) => errors)?.errors?.[0]?.extensions;
    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'MOVE_NOT_ALLOWED', from: 'RECLAIMED', action: 'RECLAIM', allowed: [] });
  });

  test('a stale version is refused while the step is possible still', async () => {
    const grant = await published(direct(nextMatter()));
    const evaluated = await done('evaluateDelegation', { id: grant.id, expectedVersion: 2, outcome: 'KEEP', note: '承接良好' });
    expect(evaluated).toMatchObject({ version: 3, evaluation: { evaluatedOn: '2026-11-26', outcome: 'KEEP' } });
    expect(await refused('reclaimDelegation', reclaim(grant.id))).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
  });

  test('a key sent again gives the first answer and changes nothing more', async () => {
    const input = { ...direct(nextMatter()), idempotencyKey: `grant-${engine}-1` };
    const first = await done('grantDelegation', input);
    const again = await done('grantDelegation', input);
    expect(again).toEqual(first);
    const other = await refused('grantDelegation', { ...input, legalBasis: '另一依据' });
    expect(other).toMatchObject({ code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('行政处罚法§24: a draft whose day has passed is published for a later one', async () => {
    const { id } = await done('grantDelegation', direct(nextMatter()));
    now = '2026-12-10';
    const publication = { id, expectedVersion: 1, documentNumber: '示例政〔2026〕9号' };
    expect(await refused('publishDelegation', publication)).toMatchObject({ reason: 'EFFECTIVE_BEFORE_PUBLICATION' });
    expect(await done('publishDelegation', { ...publication, effectiveFrom: '2026-12-11' })).toMatchObject({ effectiveFrom: '2026-12-11' });
  });

  test('further townships come as a batch of their own', async () => {
    const grant = await published(direct(nextMatter()));
    const { matterId: _m, mode: _mode, ...more } = direct('', { recipients: [recipient(NEIGHBOUR)], batch: { name: '第二批' } });
    const next = await done('addDelegationRecipients', { ...more, id: grant.id, expectedVersion: 2, note: '条件成熟' });
    expect(next).toMatchObject({ state: 'DRAFT', mode: 'DIRECT_GRANT', batch: { name: '第二批' } });
    expect(next.id).not.toBe(grant.id);
    const { id } = await done('publishDelegation', { id: next.id, expectedVersion: 1, documentNumber: '示例政〔2026〕2号' });
    expect(await inForce(id, '2026-12-01')).toBe(true);
  });

  test('许可法§24: a township passes nothing on, and no one passes down what is not in force', async () => {
    const matterId = nextMatter();
    const grant = await published(direct(matterId));
    const { data } = await ask('query ($id: ID!) { delegation(id: $id) { matter { basicCode } } }', MANAGER, { id: grant.id });
    const { basicCode } = data.delegation.matter;
    const own = await opened.database.manager.findOneByOrFail(Matter, { basicCode, divisionCode: OURS });
    expect(own).toMatchObject({ powerSource: 'DEVOLVED', implementingName: government, validFrom: '2026-12-01' });
    expect(await refused('grantDelegation', direct(own.id, { recipients: [recipient(NEIGHBOUR)] }))).toMatchObject({
      reason: 'NOT_A_COUNTY_MATTER',
    });
    const abolished = nextMatter();
    await opened.database.manager.update(Matter, { id: abolished }, { state: MatterState.ABOLISHED });
    expect(await refused('grantDelegation', direct(abolished))).toMatchObject({ reason: 'MATTER_NOT_IN_FORCE' });
    expect(await refused('grantDelegation', direct('no-such-matter'))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
