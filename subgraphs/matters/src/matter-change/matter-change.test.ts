import { departmentOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { insertAll } from '@township-graph/shared/insert-all';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { ANONYMOUS, type Scope, type Viewer } from '@township-graph/shared/viewer';
import { MATTERS_SCHEMA } from '../database';
import { catalogue } from '../demo/catalogue';
import { DemoRows } from '../demo/demo-rows';
import { variantsOf } from '../demo/variants';
import { Matter } from '../matter/matter.entity';
import { MatterState } from '../matter/matter.enums';
import { MatterGuide } from '../matter/matter-guide.entity';
import { MatterSite } from '../matter/matter-site.entity';
import { indexNames } from '../search/name-index';
import { createMattersSubgraph } from '../subgraph';
import { toldOf } from '../testing/told-of';

const COUNTY = '410225';
const [OURS, NEIGHBOUR] = ['410225201', '410225206'];
const [DEPARTMENT, BIANBAN, GOVERNMENT] = ['11410225DEM000014C', '12410225DEM0000224', '91410225DEM000049N'];

const of = (organization: string, division: string, scopes: readonly Scope[]): Viewer => ({
  ...viewerOf([division], ['matters:read', ...scopes]),
  subject: `${organization}:${division}`,
  organization,
});
const department = of(DEPARTMENT, COUNTY, ['matters:handle']);
const bianban = of(BIANBAN, COUNTY, ['matters:manage']);
const township = of('N2410225DEM000065U', OURS, ['matters:handle', 'matters:manage']);

const item = catalogue().find(({ demoHandling }) => demoHandling === 'OWN')!;
const [published, drafted, departments] = variantsOf(item, 3).map((variant) => ({ item, variant }));
const LAW = { kind: 'LAW_AMENDED', document: '示例条例', article: '第八条' };

function plantedRows() {
  const rows = new DemoRows();
  const plan = {
    organ: townshipGovernmentOf(OURS),
    level: ExerciseLevel.TOWNSHIP,
    handling: 'DIRECT_GRANT',
    sites: [OURS],
    validFrom: '2025-01-01',
  } as const;
  const publishedId = rows.add({ ...plan, leaf: published! });
  const draftId = rows.add({ ...plan, leaf: drafted!, state: MatterState.DRAFT });
  const countyId = rows.add({ ...plan, leaf: departments!, organ: departmentOf(COUNTY, item.leadDepartment), handling: 'ENTRUST' });
  return { rows, publishedId, draftId, countyId };
}

describe.each(ENGINES)('changes of matters and lists on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let now: Date;
  const { rows, publishedId, draftId, countyId } = plantedRows();

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    const { execute } = await createMattersSubgraph({ database: opened.database, clock: () => now });
    ask = asking(execute);
  });

  beforeEach(async () => {
    now = new Date('2026-03-02T02:00:00Z');
    const { manager } = opened.database;
    for (const table of ['matter', 'matter_guide', 'matter_site', 'matter_change', 'responsibility_list', 'responsibility_item'])
      await opened.database.query(`DELETE FROM ${table}`);
    await indexNames(manager, [...rows.names]);
    await insertAll(manager, Matter, rows.matters);
    await insertAll(manager, MatterGuide, rows.guides);
    await insertAll(manager, MatterSite, rows.sites);
  });

  afterAll(() => opened.close());

  const SHOWN =
    'id state version subjectType baseRevision publishedRevision noticeUntil effectiveFrom availableActions details { what before after } matter { id } responsibilityList { id version }';
  const send = async (mutation: string, viewer: Viewer, input: object) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { change { ${SHOWN} } } }`, viewer, {
      input,
    });
    return { change: data?.[mutation]?.change, error: errors?.[0]?.extensions as Record<string, unknown> | undefined };
  };
  const proposal = (more: object = {}) => ({
    proposedByName: '示例局',
    kind: 'REVISE',
    ground: LAW,
    reason: '条例修订，压减时限',
    matterId: publishedId,
    matter: { promisedLimit: { value: 1, unit: 'WORKDAY' }, handlingKind: 'PROMISED', statutoryLimit: { value: 20, unit: 'WORKDAY' } },
    ...more,
  });
  const propose = async (more: object = {}, viewer = department) => {
    const { change, error } = await send('proposeMatterChange', viewer, proposal(more));
    expect(error).toBeUndefined();
    return change;
  };
  const step = async (mutation: string, viewer: Viewer, change: { id: string; version: number }, more: object = { reason: '同意' }) => {
    const answer = await send(mutation, viewer, { changeId: change.id, expectedVersion: change.version, ...more });
    expect(answer.error).toBeUndefined();
    return answer.change;
  };
  const onNotice = async (more: object = {}) => {
    const approved = await step('approveMatterChange', bianban, await propose(more));
    return step('publiciseMatterChange', bianban, approved, {});
  };
  const PUBLICATION = { body: '示例县编办', documentNumber: '示例编〔2026〕2号', effectiveFrom: '2026-04-01' };
  const publish = async (more: object = {}, publication: object = PUBLICATION) => {
    now = new Date('2026-03-02T02:00:00Z');
    const notice = await onNotice(more);
    now = new Date('2026-03-10T02:00:00Z');
    return step('publishMatterChange', bianban, notice, publication);
  };
  const matterOn = async (id: string, asOf: string) =>
    (
      await ask(
        'query ($id: ID, $asOf: Date) { matter(id: $id, asOf: $asOf) { revision state validFrom validTo promisedLimit { text } } }',
        ANONYMOUS,
        { id, asOf },
      )
    ).data.matter;

  test('proposed, reviewed, on notice, published: the revision rises, the one before ends that day, and as-of reads tell both', async () => {
    const before = await matterOn(publishedId, '2026-03-31');
    const change = await propose();
    expect(change).toMatchObject({ state: 'PROPOSED', baseRevision: 1 });
    expect(change.details).toContainEqual(expect.objectContaining({ what: '承诺办结时限', after: '1个工作日' }));
    const approved = await step('approveMatterChange', bianban, change);
    const notice = await step('publiciseMatterChange', bianban, approved, {});
    expect(notice).toMatchObject({ state: 'PUBLICISED', noticeUntil: '2026-03-09' });
    const early = { changeId: notice.id, expectedVersion: notice.version, ...PUBLICATION };
    now = new Date('2026-03-09T15:59:00Z');
    const waitedFor = async () =>
      (await ask('query ($id: ID!) { matterChange(id: $id) { deadlines { kind dueOn state light } } }', ANONYMOUS, { id: notice.id })).data
        .matterChange.deadlines;
    expect(await waitedFor()).toEqual([{ kind: 'NOTICE', dueOn: '2026-03-09', state: 'RUNNING', light: 'GREEN' }]);
    expect((await send('publishMatterChange', bianban, early)).error).toMatchObject({ code: 'CONFLICT', reason: 'NOTICE_RUNNING' });
    now = new Date('2026-03-09T16:01:00Z');
    const done = await step('publishMatterChange', bianban, notice, PUBLICATION);
    expect(await waitedFor()).toEqual([{ kind: 'NOTICE', dueOn: '2026-03-09', state: 'MET', light: 'GREEN' }]);
    expect(done).toMatchObject({ state: 'PUBLISHED', publishedRevision: 2, effectiveFrom: '2026-04-01', availableActions: [] });
    expect(await matterOn(publishedId, '2026-03-31')).toEqual({ ...before, validTo: '2026-04-01' });
    expect(await matterOn(publishedId, '2026-04-01')).toMatchObject({
      revision: 2,
      validFrom: '2026-04-01',
      validTo: null,
      promisedLimit: { text: '1个工作日' },
    });
    const { data } = await ask(
      'query ($id: ID) { matter(id: $id) { sites { totalCount } changes { state kind ground { kind document article } proposedBy { creditCode } publishedBy documentNumber } } }',
      ANONYMOUS,
      { id: publishedId },
    );
    expect(data.matter.changes).toEqual([
      {
        state: 'PUBLISHED',
        kind: 'REVISE',
        ground: LAW,
        proposedBy: { creditCode: DEPARTMENT },
        publishedBy: BIANBAN,
        documentNumber: PUBLICATION.documentNumber,
      },
    ]);
    expect(data.matter.sites.totalCount).toBe(1);
  });

  test('whose matter it is hears of the proposal, where it is handled of what came of it, and nobody else', async () => {
    const neighbour = of('N2410225DEM000066T', NEIGHBOUR, ['matters:handle']);
    const proposed = await propose();
    expect(await toldOf(ask, township, proposed.id)).toEqual(['MATTER_CHANGE_MOVED']);
    for (const viewer of [neighbour, of(DEPARTMENT, '330381', [])]) expect(await toldOf(ask, viewer, proposed.id)).toEqual([]);
    const published = await publish({ matterId: countyId, kind: 'SUSPEND', matter: null });
    expect(published.state).toBe('PUBLISHED');
    expect(await toldOf(ask, township, published.id)).toEqual([]);
    expect(await toldOf(ask, township, countyId)).toEqual(['MATTER_REVISED']);
    expect(await toldOf(ask, neighbour, countyId)).toEqual([]);
  });

  test('what is not on notice yet is for who proposes and whose matter it is; the notice is for everybody', async () => {
    const change = await propose();
    const seen = async (viewer: Viewer) =>
      (
        await ask(
          'query ($id: ID!, $matter: ID) { matterChange(id: $id) { id } matterChanges { totalCount } matter(id: $matter) { changes { id } } }',
          viewer,
          { id: change.id, matter: publishedId },
        )
      ).data;
    const none = { matterChange: null, matterChanges: { totalCount: 0 }, matter: { changes: [] } };
    for (const viewer of [
      ANONYMOUS,
      viewerOf([COUNTY]),
      of(GOVERNMENT, NEIGHBOUR, ['matters:manage']),
      of(GOVERNMENT, '330381', ['matters:manage']),
    ])
      expect(await seen(viewer)).toEqual(none);
    for (const viewer of [department, bianban, township]) expect((await seen(viewer)).matterChange).toEqual({ id: change.id });
    const stranger = of(GOVERNMENT, '330381', ['matters:manage']);
    const input = { expectedVersion: 1, reason: '示例' };
    const hidden = await send('approveMatterChange', stranger, { ...input, changeId: change.id });
    expect(hidden.error).toMatchObject({ code: 'NOT_FOUND' });
    expect(hidden).toEqual(await send('approveMatterChange', stranger, { ...input, changeId: 'nobody' }));
    await step('publiciseMatterChange', bianban, await step('approveMatterChange', bianban, change), {});
    expect((await seen(ANONYMOUS)).matterChange).toEqual({ id: change.id });
  });

  test('who proposes does not decide, a township does not decide, and nobody proposes for what is not theirs', async () => {
    const change = await propose();
    const input = { changeId: change.id, expectedVersion: 1, reason: '同意' };
    const asManager = { ...department, scopes: ['matters:read', 'matters:manage'] } as Viewer;
    expect((await send('approveMatterChange', asManager, input)).error).toMatchObject({ code: 'FORBIDDEN', reason: 'PROPOSER_DECIDES' });
    expect((await send('approveMatterChange', { ...bianban, subject: department.subject }, input)).error).toMatchObject({
      reason: 'PROPOSER_DECIDES',
    });
    expect((await send('approveMatterChange', { ...bianban, organization: null }, input)).error).toMatchObject({ reason: 'BODY_UNKNOWN' });
    expect((await send('approveMatterChange', township, input)).error).toMatchObject({ reason: 'NOT_THE_COUNTY' });
    expect((await send('withdrawMatterChange', township, input)).error).toMatchObject({ reason: 'NOT_THE_PROPOSER' });
    const neighbour = of(GOVERNMENT, NEIGHBOUR, ['matters:handle']);
    expect((await send('proposeMatterChange', neighbour, proposal())).error).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'OUTSIDE_DIVISIONS',
    });
    const ofDraft = proposal({ matterId: draftId, kind: 'ADD', matter: null });
    const hidden = await send('proposeMatterChange', neighbour, ofDraft);
    expect(hidden.error).toMatchObject({ code: 'NOT_FOUND' });
    expect(hidden).toEqual(await send('proposeMatterChange', neighbour, proposal({ matterId: 'nobody' })));
  });

  test('a township asks its county from below, and for no other reason', async () => {
    const asked = { matterId: countyId, kind: 'RECLAIM', matter: null, takenOverBy: { name: '示例局', creditCode: DEPARTMENT } };
    expect((await send('proposeMatterChange', township, proposal(asked))).error).toMatchObject({ reason: 'OUTSIDE_DIVISIONS' });
    const ground = { kind: 'TOWNSHIP_REQUEST', document: '三义寨乡请示〔2026〕1号' };
    const change = await propose({ ...asked, ground }, township);
    expect(change.availableActions).toEqual(['amendMatterChange', 'withdrawMatterChange']);
    expect((await step('approveMatterChange', bianban, change)).state).toBe('REVIEWED');
  });

  test.each<[string, object, string]>([
    [
      '承诺时限不超过法定时限',
      {
        matter: { promisedLimit: { value: 90, unit: 'WORKDAY' }, statutoryLimit: { value: 20, unit: 'WORKDAY' }, handlingKind: 'PROMISED' },
      },
      'PROMISE_BEYOND_LAW',
    ],
    [
      '环节不超过四个',
      { matter: { steps: Array.from({ length: 5 }, (_, n) => ({ name: `环节${n}`, content: '核对' })) } },
      'TOO_MANY_STEPS',
    ],
    ['什么都没改', { matter: {} }, 'NOTHING_CHANGES'],
    ['已公布的不能再新增', { kind: 'ADD' }, 'CHANGE_UNFIT'],
    ['未暂停的不能恢复', { kind: 'RESUME', matter: null }, 'CHANGE_UNFIT'],
    ['收回须写明由谁承担', { kind: 'RECLAIM', matter: null }, 'RECLAIMED_BY_NOBODY'],
    ['法规立改废须写明条款', { ground: { kind: 'LAW_REPEALED', document: '示例条例' } }, 'TEXT_LENGTH'],
    ['只有一个对象', { responsibilityListId: 'x' }, 'SUBJECT_UNCLEAR'],
    ['取消不改内容', { kind: 'ABOLISH' }, 'SUBJECT_UNCLEAR'],
  ])('refused: %s', async (_, more, reason) => {
    expect((await send('proposeMatterChange', department, proposal(more))).error).toMatchObject({ reason });
  });

  test('a draft is published by a change, with its place; suspended, resumed, taken back', async () => {
    const added = await publish({ matterId: draftId, kind: 'ADD', matter: null });
    expect(added.publishedRevision).toBe(1);
    expect(await matterOn(draftId, '2026-04-01')).toMatchObject({ revision: 1, state: 'PUBLISHED' });
    expect(await matterOn(draftId, '2026-03-31')).toBeNull();
    const { data } = await ask(`{ division: matters(filter: { divisionCode: "${OURS}", asOf: "2026-04-01" }) { totalCount } }`);
    expect(data.division.totalCount).toBe(3);
    for (const [kind, day, state] of [
      ['SUSPEND', '2026-05-01', 'SUSPENDED'],
      ['RESUME', '2026-06-01', 'PUBLISHED'],
    ]) {
      await publish({ matterId: draftId, kind, matter: null }, { ...PUBLICATION, effectiveFrom: day });
      expect((await matterOn(draftId, day!)).state).toBe(state);
    }
    const takenOverBy = { name: '示例局', creditCode: DEPARTMENT };
    await publish({ matterId: draftId, kind: 'RECLAIM', matter: null, takenOverBy }, { ...PUBLICATION, effectiveFrom: '2026-07-01' });
    expect(await matterOn(draftId, '2026-07-01')).toMatchObject({ state: 'ABOLISHED', revision: 4 });
    expect((await send('proposeMatterChange', department, proposal({ matterId: draftId }))).error).toMatchObject({
      reason: 'CHANGE_UNFIT',
      state: 'ABOLISHED',
      allowed: [],
    });
    const history = await ask(
      'query ($id: ID) { matter(id: $id) { history { validFrom validTo state } changes { kind takenOverBy { creditCode } } } }',
      ANONYMOUS,
      { id: draftId },
    );
    const ends = history.data.matter.history.toReversed();
    for (const [index, { validTo }] of ends.slice(0, -1).entries()) expect(ends[index + 1].validFrom).toBe(validTo);
    expect(history.data.matter.changes[0]).toEqual({ kind: 'RECLAIM', takenOverBy: { creditCode: DEPARTMENT } });
  });

  test('of two proposals for one matter the second learns that its base is stale, and is proposed anew', async () => {
    const first = await onNotice();
    const second = await onNotice({ matter: { onSiteVisits: 3 } });
    now = new Date('2026-03-10T02:00:00Z');
    await step('publishMatterChange', bianban, first, PUBLICATION);
    const late = await send('publishMatterChange', bianban, {
      changeId: second.id,
      expectedVersion: second.version,
      ...PUBLICATION,
      effectiveFrom: '2026-05-01',
    });
    expect(late.error).toMatchObject({ code: 'CONFLICT', reason: 'BASE_REVISION_STALE', baseRevision: 1, currentRevision: 2 });
    const returned = await step('returnMatterChange', bianban, second);
    const amended = await step('amendMatterChange', department, returned, { reason: '按新版本', matter: { onSiteVisits: 3 } });
    expect(amended).toMatchObject({ state: 'PROPOSED', baseRevision: 2 });
  });

  test('published twice at once, one wins; a past day is refused; a replay changes nothing', async () => {
    const [first, second] = [await onNotice(), await onNotice({ matter: { onSiteVisits: 3 } })];
    now = new Date('2026-03-10T02:00:00Z');
    const inputOf = ({ id, version }: { id: string; version: number }) => ({ changeId: id, expectedVersion: version, ...PUBLICATION });
    expect((await send('publishMatterChange', bianban, { ...inputOf(first), effectiveFrom: '2026-03-09' })).error).toMatchObject({
      reason: 'EFFECTIVE_DAY_PAST',
    });
    const key = { idempotencyKey: `published-at-once-${engine}` };
    const answers = await Promise.all([
      send('publishMatterChange', bianban, { ...inputOf(first), ...key }),
      send('publishMatterChange', bianban, inputOf(second)),
    ]);
    expect(answers.filter(({ error }) => !error)).toHaveLength(1);
    expect(answers.find(({ error }) => error)!.error).toMatchObject({ reason: 'BASE_REVISION_STALE' });
    const revisions = () => opened.database.manager.countBy(Matter, { id: publishedId });
    expect(await revisions()).toBe(2);
    if (!answers[0]!.error)
      expect((await send('publishMatterChange', bianban, { ...inputOf(first), ...key })).change.publishedRevision).toBe(2);
    expect(await revisions()).toBe(2);
  });

  describe('of lists', () => {
    const party = (name: string, creditCode: string | null = null) => ({ name, duty: '承担', creditCode });
    const territorial = (name: string) => ({ name, primaryParties: [party('示例局', DEPARTMENT)], supportingParties: [party('属地乡镇')] });
    const newList = { divisionCode: COUNTY, kind: 'TERRITORIAL', level: 'TOWNSHIP', title: '示例“属地管理”责任清单' };
    const ofList = { matterId: null, matter: null };
    const added = (...names: string[]) => names.map((name) => ({ change: 'ADD', content: territorial(name) }));
    const listed = async () =>
      (await publish({ ...ofList, kind: 'ADD', newList, items: added('河道巡查', '秸秆禁烧') })).responsibilityList.id as string;
    const itemsOn = async (listId: string, asOf: string) => {
      const query =
        'query ($id: ID!, $asOf: Date) { responsibilityList(id: $id) { version itemCount items(filter: { asOf: $asOf }) { totalCount nodes { id serial name validFrom validTo primaryParties { name } replaces { name } } } } }';
      return (await ask(query, ANONYMOUS, { id: listId, asOf })).data.responsibilityList;
    };

    test('a new list, then items added, said anew and ended in one change: version + 1, and as-of reads tell both', async () => {
      const listId = await listed();
      const before = await itemsOn(listId, '2026-04-01');
      expect(before).toMatchObject({
        version: 1,
        itemCount: 2,
        items: { totalCount: 2, nodes: [{ serial: 1, name: '河道巡查' }, { serial: 2 }] },
      });
      const [first, second] = before.items.nodes;
      const items = [
        ...added('森林防火'),
        { change: 'REVISE', itemId: first.id, content: territorial('河湖巡查') },
        { change: 'ABOLISH', itemId: second.id },
      ];
      await publish({ ...ofList, responsibilityListId: listId, items }, { ...PUBLICATION, effectiveFrom: '2026-06-01' });
      const past = await itemsOn(listId, '2026-05-31');
      expect(past.items.nodes.map(({ name }: { name: string }) => name)).toEqual(['河道巡查', '秸秆禁烧']);
      const after = await itemsOn(listId, '2026-06-01');
      expect(after).toMatchObject({ version: 2, itemCount: 2 });
      expect(after.items.nodes).toMatchObject([
        { serial: 1, name: '河湖巡查', replaces: { name: '河道巡查' } },
        { serial: 3, name: '森林防火' },
      ]);
      const { data } = await ask(
        'query ($id: ID!) { responsibilityList(id: $id) { changes { kind ground { document } details { what before after } } } }',
        ANONYMOUS,
        { id: listId },
      );
      expect(data.responsibilityList.changes).toHaveLength(2);
      expect(data.responsibilityList.changes[0].details[2]).toMatchObject({ what: '事项：秸秆禁烧', after: null });
    });

    test('territorial items name both sides, what is taken back names who does it', async () => {
      const refused = async (more: object) =>
        (await send('proposeMatterChange', department, proposal({ ...ofList, kind: 'ADD', ...more }))).error;
      expect(
        await refused({ newList, items: [{ change: 'ADD', content: { ...territorial('河道巡查'), supportingParties: [] } }] }),
      ).toMatchObject({ reason: 'PARTIES_MISSING' });
      const duties = { ...newList, kind: 'DUTY_2024' };
      const reclaimed = { name: '城镇燃气安全检查', dutyClass: 'RECLAIMED' };
      expect(await refused({ newList: duties, items: [{ change: 'ADD', content: reclaimed }] })).toMatchObject({
        reason: 'RECLAIMED_BY_NOBODY',
      });
      const named = { ...reclaimed, primaryParties: [party('示例局', DEPARTMENT)] };
      expect(await refused({ newList: duties, items: [{ change: 'ADD', content: named }] })).toBeUndefined();
      expect(await refused({ newList, items: [] })).toMatchObject({ reason: 'ITEMS_EMPTY' });
    });

    test('of two changes of one list the second is stale, and no item is changed twice', async () => {
      const listId = await listed();
      const { items } = await itemsOn(listId, '2026-04-01');
      const [first] = items.nodes;
      const twice = [
        { change: 'ABOLISH', itemId: first.id },
        { change: 'ABOLISH', itemId: first.id },
      ];
      expect(
        (await send('proposeMatterChange', department, proposal({ ...ofList, responsibilityListId: listId, items: twice }))).error,
      ).toMatchObject({ reason: 'ITEM_ALREADY_CHANGED' });
      now = new Date('2026-03-02T02:00:00Z');
      const one = await onNotice({ ...ofList, responsibilityListId: listId, items: added('甲') });
      const other = await onNotice({ ...ofList, responsibilityListId: listId, items: added('乙') });
      now = new Date('2026-03-10T02:00:00Z');
      const publication = { ...PUBLICATION, effectiveFrom: '2026-06-01' };
      await step('publishMatterChange', bianban, one, publication);
      const late = await send('publishMatterChange', bianban, { changeId: other.id, expectedVersion: other.version, ...publication });
      expect(late.error).toMatchObject({ reason: 'BASE_REVISION_STALE', baseRevision: 1, currentRevision: 2 });
      expect((await itemsOn(listId, '2026-06-01')).items.totalCount).toBe(3);
    });

    test('a clean-up is decided by its three tests, and not otherwise', async () => {
      const cleanUp = { ...newList, kind: 'COMMUNITY_DUTY', level: 'VILLAGE' };
      const duties = ['入户摸排', '台账报送', '示范创建'].map((name) => ({ change: 'ADD', content: { name } }));
      const listId = (await publish({ ...ofList, kind: 'ADD', newList: cleanUp, items: duties })).responsibilityList.id;
      const { data } = await ask(
        'query ($id: ID!) { responsibilityList(id: $id) { items(filter: { asOf: "2026-04-01" }) { nodes { id version outcome } } } }',
        ANONYMOUS,
        { id: listId },
      );
      const [kept, merged, cancelled] = data.responsibilityList.items.nodes;
      expect(kept.outcome).toBeNull();
      const decide = async (viewer: Viewer, given: { id: string }, criteria: object, more: object = {}) => {
        const answer = await ask(
          'mutation ($input: DecideCommunityDutyInput!) { decideCommunityDuty(input: $input) { item { outcome mergedInto criteria { needed } timeline { to } } } }',
          viewer,
          {
            input: { itemId: given.id, expectedVersion: 1, criteria, basis: '示例法第一条', ...more },
          },
        );
        return { item: answer.data?.decideCommunityDuty?.item, error: answer.errors?.[0]?.extensions };
      };
      const all = { lawBased: true, orderedInWriting: true, needed: true };
      expect((await decide(bianban, kept, all, { mergedIntoItemId: merged.id })).error).toMatchObject({ reason: 'CRITERIA_SAY_KEPT' });
      expect((await decide(bianban, kept, all, { basis: null })).error).toMatchObject({ reason: 'EVIDENCE_MISSING' });
      expect((await decide(of(GOVERNMENT, '330381', ['matters:manage']), kept, all)).error).toMatchObject({ code: 'NOT_FOUND' });
      expect((await decide(bianban, kept, all)).item).toMatchObject({ outcome: 'KEPT', timeline: [{ to: 'KEPT' }] });
      expect((await decide(bianban, merged, { ...all, needed: false }, { mergedIntoItemId: merged.id })).error).toMatchObject({
        reason: 'MERGED_ELSEWHERE',
      });
      expect((await decide(bianban, merged, { ...all, needed: false }, { mergedIntoItemId: kept.id })).item).toMatchObject({
        outcome: 'MERGED',
        mergedInto: '入户摸排',
      });
      expect((await decide(bianban, cancelled, { ...all, lawBased: false })).item).toMatchObject({
        outcome: 'CANCELLED',
        mergedInto: null,
      });
      expect((await decide(bianban, cancelled, all, { expectedVersion: 2 })).error).toMatchObject({
        reason: 'DUTY_DECIDED',
        outcome: 'CANCELLED',
      });
    });
  });
});
