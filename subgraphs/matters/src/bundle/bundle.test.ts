import { townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { insertAll } from '@township-graph/shared/insert-all';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { ApplicationState, DecisionOutcome } from '../application/application.enums';
import { MATTERS_SCHEMA } from '../database';
import { catalogue } from '../demo/catalogue';
import { DemoRows } from '../demo/demo-rows';
import { variantsOf } from '../demo/variants';
import { Matter } from '../matter/matter.entity';
import { MatterGuide } from '../matter/matter-guide.entity';
import { MatterSite } from '../matter/matter-site.entity';
import { indexNames } from '../search/name-index';
import { createMattersSubgraph } from '../subgraph';
import { outcomeOf } from './bundle.rules';
import { ServiceBundle } from './service-bundle.entity';

const OURS = '410225201';
const CLERK = viewerOf([OURS], ['matters:read', 'matters:handle']);
const NEIGHBOUR = viewerOf(['410225206'], ['matters:read', 'matters:handle']);

test.each([
  [['GRANTED', 'GRANTED'], 'ALL_GRANTED'],
  [['GRANTED', 'DENIED'], 'PARTLY_GRANTED'],
  [['DENIED', 'DENIED'], 'NONE_GRANTED'],
])('%j is %s', (outcomes, whole) => {
  expect(outcomeOf(outcomes.map((outcome) => ({ state: ApplicationState.COMPLETED, outcome: outcome as DecisionOutcome })))).toBe(whole);
});

test('while one department is at it nothing has come of the whole', () => {
  expect(
    outcomeOf([
      { state: ApplicationState.COMPLETED, outcome: DecisionOutcome.GRANTED },
      { state: ApplicationState.REVIEWING, outcome: null },
    ]),
  ).toBeNull();
});

function rowsOfMembers() {
  const rows = new DemoRows();
  const plan = {
    organ: townshipGovernmentOf(OURS),
    level: ExerciseLevel.TOWNSHIP,
    handling: 'DIRECT_GRANT',
    sites: [OURS],
    validFrom: '2025-12-01',
  } as const;
  for (const variant of variantsOf(catalogue()[11]!, 2)) rows.add({ ...plan, leaf: { item: catalogue()[11]!, variant } });
  const leaves = (rows.matters as Matter[]).filter(({ id }) => !(rows.matters as Matter[]).some(({ parentId }) => parentId === id));
  return { rows, basicCodes: leaves.map(({ basicCode }) => basicCode) };
}

describe.each(ENGINES)('bundles on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let now: Date;
  const { rows, basicCodes } = rowsOfMembers();
  const bundle = (id: string, codes: readonly (string | null)[]) => ({
    id,
    divisionCode: '410225',
    name: '示例一件事',
    leadDepartmentName: '市场监管',
    members: codes.map((basicCode, index) => ({ name: `事项${index + 1}`, department: '示例部门', basicCode })),
    promisedValue: 2,
    promisedUnit: 'WORKDAY',
    expressHours: id === 'b-1' ? 1 : null,
    state: 'PUBLISHED',
    isDemonstration: true,
  });

  beforeEach(async () => {
    now = new Date('2026-09-21T02:00:00.000Z');
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    const { manager } = opened.database;
    await indexNames(manager, [...rows.names]);
    for (const [entity, each] of [
      [Matter, rows.matters],
      [MatterGuide, rows.guides],
      [MatterSite, rows.sites],
    ] as const)
      await insertAll(manager, entity, each);
    await insertAll(manager, ServiceBundle, [bundle('b-1', [...basicCodes, null]), bundle('b-2', [basicCodes[0]!, '999999999999'])]);
    ask = asking((await createMattersSubgraph({ database: opened.database, clock: () => now })).execute);
  });
  afterEach(() => opened.close());

  const FIELDS =
    'id state outcome isOnTime version availableActions deadlines { kind state dueAt } members { id state version acceptanceNumber } timeline { action }';
  const submit = (input: object = {}, viewer = CLERK) =>
    ask(
      `mutation ($input: SubmitBundleApplicationInput!) { submitBundleApplication(input: $input) { bundleApplication { ${FIELDS} } } }`,
      viewer,
      {
        input: { bundleId: 'b-1', divisionCode: OURS, channel: 'WINDOW', applicant: { kind: 'NATURAL_PERSON', name: '示例甲' }, ...input },
      },
    );
  const move = async (name: string, { id, version }: { id: string; version: number }, more: object = {}) => {
    const { data, errors } = await ask(
      `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { application { id version } } }`,
      CLERK,
      { input: { applicationId: id, expectedVersion: version, ...more } },
    );
    expect(errors).toBeUndefined();
    return data[name].application;
  };
  const complete = async (member: { id: string; version: number }, outcome: string) =>
    move('completeApplication', await move('decideApplication', await move('acceptApplication', member), { outcome, reason: '示例理由' }));
  const read = async (id: string, viewer = CLERK) =>
    (await ask(`query ($id: ID!) { bundleApplication(id: $id) { ${FIELDS} } }`, viewer, { id })).data.bundleApplication;
  const reasonOf = ({ errors }: { errors?: readonly { extensions?: Record<string, unknown> }[] }) => errors?.[0]?.extensions?.reason;

  test('one application is one a department, and complete with the last of them', async () => {
    const joint = (await submit()).data.submitBundleApplication.bundleApplication;
    expect(joint).toMatchObject({ state: 'IN_PROGRESS', outcome: null, availableActions: ['withdrawBundleApplication'] });
    expect(joint.members.map(({ state }: { state: string }) => state)).toEqual(['RECEIVED', 'RECEIVED']);
    expect(joint.deadlines.map(({ kind, state }: { kind: string; state: string }) => [kind, state])).toEqual([
      ['JOINT', 'RUNNING'],
      ['JOINT_STATUTORY', 'RUNNING'],
    ]);
    await complete(joint.members[0], 'GRANTED');
    expect(await read(joint.id)).toMatchObject({ state: 'IN_PROGRESS', availableActions: [] });
    await complete(joint.members[1], 'DENIED');
    const whole = await read(joint.id);
    expect(whole).toMatchObject({ state: 'COMPLETED', outcome: 'PARTLY_GRANTED', isOnTime: true });
    expect(whole.deadlines.map(({ state }: { state: string }) => state)).toEqual(['MET', 'MET']);
    expect(whole.timeline.map(({ action }: { action: string }) => action)).toEqual(['submit', 'complete']);
  });

  test('two departments that come to an end at once complete it once', async () => {
    const joint = (await submit()).data.submitBundleApplication.bundleApplication;
    await Promise.all(joint.members.map((member: { id: string; version: number }) => complete(member, 'GRANTED')));
    const whole = await read(joint.id);
    expect(whole).toMatchObject({ state: 'COMPLETED', outcome: 'ALL_GRANTED' });
    expect(whole.timeline.map(({ action }: { action: string }) => action)).toEqual(['submit', 'complete']);
  });

  test('an express one is promised within the hour, and late after it', async () => {
    const joint = (await submit({ isExpress: true })).data.submitBundleApplication.bundleApplication;
    expect(joint.deadlines[0].dueAt).toBe('2026-09-21T03:00:00.000Z');
    now = new Date('2026-09-21T03:00:01.000Z');
    for (const member of joint.members) await complete(member, 'GRANTED');
    expect(await read(joint.id)).toMatchObject({ state: 'COMPLETED', isOnTime: false });
    expect(reasonOf(await submit({ bundleId: 'b-2', isExpress: true }))).toBe('NO_EXPRESS');
  });

  test('all of it or nothing: a member that is not handled here leaves no trace', async () => {
    expect(reasonOf(await submit({ bundleId: 'b-2' }))).toBe('MEMBER_NOT_HANDLED_HERE');
    const { data } = await ask('{ applications { totalCount } bundleApplications { totalCount } }', CLERK);
    expect(data).toEqual({ applications: { totalCount: 0 }, bundleApplications: { totalCount: 0 } });
  });

  test('it is withdrawn as a whole, and not once something is decided', async () => {
    const withdraw = (id: string, expectedVersion: number, viewer = CLERK) =>
      ask(
        `mutation ($input: WithdrawBundleApplicationInput!) { withdrawBundleApplication(input: $input) { bundleApplication { ${FIELDS} } } }`,
        viewer,
        {
          input: { bundleApplicationId: id, expectedVersion },
        },
      );
    const first = (await submit()).data.submitBundleApplication.bundleApplication;
    expect(reasonOf(await withdraw(first.id, 1, NEIGHBOUR))).toBe('NOT_FOUND');
    const { state, members } = (await withdraw(first.id, 1)).data.withdrawBundleApplication.bundleApplication;
    expect([state, ...members.map((member: { state: string }) => member.state)]).toEqual(['WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN']);
    const second = (await submit()).data.submitBundleApplication.bundleApplication;
    await complete(second.members[0], 'GRANTED');
    const { version } = await read(second.id);
    expect(reasonOf(await withdraw(second.id, version))).toBe('MEMBER_DECIDED');
    expect(await read(second.id)).toMatchObject({ state: 'IN_PROGRESS' });
  });

  test('a neighbour sees the bundle, which is public, and not the application for it', async () => {
    const { id } = (await submit()).data.submitBundleApplication.bundleApplication;
    expect(await read(id, NEIGHBOUR)).toBeNull();
    expect(reasonOf(await submit({}, NEIGHBOUR))).toBe('NOT_FOUND');
    const { data } = await ask(
      '{ serviceBundles { nodes { name promisedLimit { value unit } expressLimit { value unit } members { name } } } }',
      NEIGHBOUR,
    );
    expect(data.serviceBundles.nodes).toHaveLength(2);
  });
});
