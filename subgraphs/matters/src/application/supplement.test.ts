import { insertAll } from '@township-graph/shared/insert-all';
import { Scheduler } from '@township-graph/shared/scheduler/scheduler';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { MATTERS_SCHEMA } from '../database';
import { Matter } from '../matter/matter.entity';
import { MatterGuide } from '../matter/matter-guide.entity';
import { MatterSite } from '../matter/matter-site.entity';
import { createMattersSubgraph } from '../subgraph';
import { handledMatterRows } from './testing/handled-matters';

const OURS = '410225201';
const CLERK = viewerOf([OURS], ['matters:read', 'matters:handle']);
const NEIGHBOUR = viewerOf(['410225206'], ['matters:read', 'matters:handle']);
/** An ordinary Monday morning, and the last instant and the next of the tenth working day from it. */
const MONDAY = new Date('2026-08-03T02:00:00.000Z');
const LAST = new Date('2026-08-17T15:59:59.999Z');
const AFTER = new Date('2026-08-17T16:00:00.000Z');
const KEY = '0192f0c4-6f2e-7a31-9d7e-5f1f6b3c2a12';
const FIELDS = 'id version state missingMaterials availableActions deadlines { kind dueOn state light basis }';

/** An answer has the shape of its selection. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type Answered = any;

describe.each(ENGINES)('what may follow an acceptance (容缺受理) on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let scheduler: Scheduler;
  let now: Date;
  const { matters, guides, sites, promisedId } = handledMatterRows();

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    for (const [entity, rows] of [
      [Matter, matters],
      [MatterGuide, guides],
      [MatterSite, sites],
    ] as const)
      await insertAll(opened.database.manager, entity, rows);
    const { execute, jobs } = await createMattersSubgraph({ database: opened.database, clock: () => now });
    ask = asking(execute);
    scheduler = new Scheduler({ database: opened.database, jobs, clock: () => now, everyMs: 1 });
  });
  afterAll(() => opened.close());
  beforeEach(() => {
    now = MONDAY;
  });

  const send = async (name: string, input: object, viewer = CLERK): Promise<Answered> => {
    const text = `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { application { ${FIELDS} } } }`;
    const { data, errors } = await ask(text, viewer, { input });
    return data?.[name]?.application ?? `${errors![0]!.extensions!.code} ${errors![0]!.extensions!.reason}`;
  };
  const move = (name: string, { id, version }: Answered, more: object = {}, viewer = CLERK) =>
    send(name, { applicationId: id, expectedVersion: version, ...more }, viewer);
  const submit = (more: object = {}) =>
    send('submitApplication', {
      matterId: promisedId,
      divisionCode: OURS,
      channel: 'WINDOW',
      applicant: { kind: 'NATURAL_PERSON', name: '示例甲' },
      isTolerated: true,
      missingMaterials: ['户口簿复印件', '照片'],
      ...more,
    });
  const accepted = async () => move('acceptApplication', await submit());
  const clockOf = ({ deadlines }: Answered) => deadlines.find(({ kind }: Answered) => kind === 'SUPPLEMENT');

  test('it is named at the intake, and has its time from the acceptance on', async () => {
    expect(await submit({ missingMaterials: [] })).toBe('BAD_USER_INPUT MATERIALS_UNNAMED');
    const received = await submit();
    expect(clockOf(received)).toBeUndefined();
    const application = await move('acceptApplication', received);
    expect(clockOf(application)).toMatchObject({ dueOn: '2026-08-17', state: 'RUNNING', light: 'GREEN' });
    expect(clockOf(application).basis).toContain('容缺受理');
    expect(application.availableActions).toContain('receiveSupplement');
    expect(application.availableActions).not.toContain('returnApplication');
    const plain = await move('acceptApplication', await submit({ isTolerated: false, missingMaterials: null }));
    expect(clockOf(plain)).toBeUndefined();
    expect(plain.availableActions).not.toContain('receiveSupplement');
    expect(await move('receiveSupplement', plain, { materials: ['照片'] })).toBe('CONFLICT NOTHING_OUTSTANDING');
  });

  test('it comes piece by piece, each once under a key, and the last stops the clock', async () => {
    const application = await accepted();
    expect(await move('receiveSupplement', application, { materials: ['身份证'] })).toBe('BAD_USER_INPUT MATERIAL_NOT_AWAITED');
    expect(await move('receiveSupplement', application, { materials: [] })).toBe('BAD_USER_INPUT MATERIAL_NOT_AWAITED');
    expect(await move('receiveSupplement', application, { materials: ['照片'] }, NEIGHBOUR)).toBe('NOT_FOUND NOT_FOUND');
    const keyed = { materials: ['照片'], idempotencyKey: `${KEY}-${engine}` };
    const first = await move('receiveSupplement', application, keyed);
    expect(first).toMatchObject({ state: 'ACCEPTED', missingMaterials: ['户口簿复印件'], version: application.version + 1 });
    expect(await move('receiveSupplement', application, keyed)).toEqual(first);
    expect(await move('receiveSupplement', application, { materials: ['户口簿复印件'] })).toBe('CONFLICT STALE_VERSION');
    const reviewing = await move('reviewApplication', first);
    expect(await move('decideApplication', reviewing, { outcome: 'GRANTED' })).toBe('CONFLICT SUPPLEMENTS_OUTSTANDING');
    const last = await move('receiveSupplement', reviewing, { materials: ['户口簿复印件'] });
    expect(last).toMatchObject({ state: 'REVIEWING', missingMaterials: [] });
    expect(clockOf(last)).toMatchObject({ state: 'MET', light: 'GREEN' });
    expect(await move('decideApplication', last, { outcome: 'GRANTED' })).toMatchObject({ state: 'DECIDED' });
  });

  test('it is still in time at the last instant; after that it is told of, and the clerk decides what becomes of it', async () => {
    const [returned, terminated, late] = [await accepted(), await accepted(), await accepted()];
    now = LAST;
    expect(await move('returnApplication', returned, { reason: '逾期未补' })).toBe('CONFLICT SUPPLEMENT_NOT_MISSED');
    now = AFTER;
    await scheduler.runDue();
    const { data } = await ask('{ mattersFeed(types: ["DEADLINE_OVERDUE"], first: 100) { nodes { subjectId payload } } }', CLERK);
    const told = data.mattersFeed.nodes.filter(({ payload }: Answered) => JSON.parse(payload).kind === 'SUPPLEMENT');
    expect(told.map(({ subjectId }: Answered) => subjectId)).toEqual(expect.arrayContaining([returned.id, terminated.id, late.id]));
    const { application } = (await ask(`{ application(id: "${returned.id}") { ${FIELDS} } }`, CLERK)).data;
    expect(application).toMatchObject({ state: 'ACCEPTED', version: returned.version });
    expect(clockOf(application)).toMatchObject({ state: 'OVERDUE', light: 'RED' });
    expect(application.availableActions).toEqual(
      expect.arrayContaining(['returnApplication', 'terminateApplication', 'receiveSupplement']),
    );
    expect(await move('returnApplication', returned, { reason: '容缺材料逾期未补' })).toMatchObject({ state: 'RETURNED' });
    expect(await move('terminateApplication', terminated, { reason: '容缺材料逾期未补' })).toMatchObject({ state: 'TERMINATED' });
    const came = await move('receiveSupplement', late, { materials: ['照片', '户口簿复印件'] });
    expect(came).toMatchObject({ state: 'ACCEPTED', missingMaterials: [] });
    expect(clockOf(came)).toMatchObject({ state: 'OVERDUE' });
    expect(await move('returnApplication', came, { reason: '逾期' })).toBe('CONFLICT SUPPLEMENT_NOT_MISSED');
    for (const { id } of [returned, terminated]) {
      const { timeline } = (await ask(`{ application(id: "${id}") { timeline { note legalBasis } } }`, CLERK)).data.application;
      expect(timeline.at(-1)).toMatchObject({ note: '容缺材料逾期未补', legalBasis: expect.stringContaining('容缺受理') });
    }
  });
});
