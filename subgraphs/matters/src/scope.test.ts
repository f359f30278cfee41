import { demoId } from '@township-graph/shared/demo/demo-id';
import { departmentOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { insertAll } from '@township-graph/shared/insert-all';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import { MATTERS_SCHEMA } from './database';
import { Delegation } from './delegation/delegation.entity';
import { DelegationMode, DelegationState } from './delegation/delegation.enums';
import { DelegationMatter, DelegationRecipient } from './delegation/delegation-recipient.entity';
import { catalogue } from './demo/catalogue';
import { DemoDelegations } from './demo/demo-delegations';
import { demoResponsibilities } from './demo/demo-responsibilities';
import { DemoRows } from './demo/demo-rows';
import { variantsOf } from './demo/variants';
import { Matter } from './matter/matter.entity';
import { MatterState } from './matter/matter.enums';
import { MatterGuide } from './matter/matter-guide.entity';
import { MatterSite } from './matter/matter-site.entity';
import { ResponsibilityItem } from './responsibility/responsibility-item.entity';
import { ResponsibilityList } from './responsibility/responsibility-list.entity';
import { indexNames } from './search/name-index';
import { createMattersSubgraph } from './subgraph';

/** The township that drafts, and its neighbour. */
const OURS = '410225201';
const NEIGHBOUR = '410225206';
const FROM = '2025-12-01';

const item = catalogue()[11]!;
const [published, drafted] = variantsOf(item, 2).map((variant) => ({ item, variant }));

/** One published matter, one draft beside it under the same main item, and a delegation of each in draft. */
function rowsOfOneTownship() {
  const rows = new DemoRows();
  const plan = {
    organ: townshipGovernmentOf(OURS),
    level: ExerciseLevel.TOWNSHIP,
    handling: 'DIRECT_GRANT',
    sites: [OURS],
    validFrom: FROM,
  } as const;
  const publicId = rows.add({ ...plan, leaf: published! });
  const draftId = rows.add({ ...plan, leaf: drafted!, state: MatterState.DRAFT });
  const departmentDraftId = rows.add({
    ...plan,
    leaf: drafted!,
    organ: departmentOf('410225', item.leadDepartment),
    handling: 'ENTRUST',
    state: MatterState.DRAFT,
  });
  const delegations = new DemoDelegations();
  const batch = { number: 'B1', name: '一' };
  const grant = { countyCode: '410225', mode: DelegationMode.DIRECT_GRANT, batch, effectiveFrom: FROM, recipients: [OURS] };
  delegations.add({ ...grant, leaf: published!, matterIds: [publicId], state: DelegationState.DRAFT });
  delegations.add({ ...grant, leaf: drafted!, matterIds: [draftId], state: DelegationState.PUBLISHED });
  return { rows, delegations, publicId, draftId, departmentDraftId };
}

const OUTSIDERS: readonly [string, Viewer][] = [
  ['anybody', ANONYMOUS],
  ['the neighbour', viewerOf([NEIGHBOUR], ['matters:read', 'matters:manage'])],
  ['another county', viewerOf(['330381'], ['matters:read'])],
  ['the township without the scope', viewerOf([OURS], ['enforcement:read', 'matters:handle'])],
  ['a clerk whose duty has ended', { ...viewerOf([], ['matters:read']), divisions: [{ code: OURS, until: '2026-03-01' }] }],
];

describe.each(ENGINES)('what is not published, on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  const { rows, delegations, publicId, draftId, departmentDraftId } = rowsOfOneTownship();
  const draft = rows.matters.find((row) => (row as Matter).id === draftId) as Matter;
  const draftDelegation = delegations.delegations[0] as Delegation;
  const publicDelegation = delegations.delegations[1] as Delegation;
  const { lists, items } = demoResponsibilities();
  const draftList = lists.find((list) => (list as ResponsibilityList).publishedOn === null) as ResponsibilityList;
  const draftItem = items.find((each) => (each as ResponsibilityItem).listId === draftList.id) as ResponsibilityItem;

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    const { manager } = opened.database;
    await indexNames(manager, [...rows.names]);
    for (const [entity, each] of [
      [Matter, rows.matters],
      [MatterGuide, rows.guides],
      [MatterSite, rows.sites],
      [Delegation, delegations.delegations],
      [DelegationRecipient, delegations.recipients],
      [DelegationMatter, delegations.links],
      [ResponsibilityList, lists],
      [ResponsibilityItem, items],
    ] as const) {
      await insertAll(manager, entity, each);
    }
    const { execute } = await createMattersSubgraph({ database: opened.database, clock: () => new Date('2026-03-02T02:00:00Z') });
    ask = asking(execute);
  });

  afterAll(() => opened.close());

  /** Everything that any path says of the drafts. */
  const seenBy = async (viewer: Viewer) => {
    const { data, errors } = await ask(
      `query ($id: ID, $code: String, $basic: String, $organ: CreditCode, $delegation: ID!, $granted: ID!, $list: ID!, $public: ID, $references: [_Any!]!) {
        byId: matter(id: $id) { id }
        byCode: matter(implementationCode: $code) { id }
        asOf: matter(id: $id, asOf: "2026-01-01") { id }
        listed: matters(filter: { state: DRAFT }) { totalCount nodes { id } }
        all: matters(filter: { state: [DRAFT, PUBLISHED] }) { totalCount }
        searched: matters(filter: { state: DRAFT, search: "垃圾" }) { totalCount nodes { id } }
        byBasicCode: matters(filter: { state: DRAFT, basicCode: $basic, divisionCode: "410225", delegated: true }) { totalCount }
        byOrgan: matters(filter: { state: DRAFT, implementingOrganization: $organ }, orderBy: NEWEST) { totalCount nodes { id } }
        counted: matterStatistics(filter: { state: DRAFT }, groupBy: [STATE, DIVISION]) { matters }
        public: matter(id: $public) { delegations { id } parent { children { totalCount nodes { id } } } }
        delegation(id: $delegation) { id }
        delegations(filter: { state: DRAFT, includeEnded: true }) { totalCount nodes { id } }
        granted: delegation(id: $granted) { matter { id } }
        responsibilityList(id: $list) { id }
        lists: responsibilityLists(filter: { divisionCode: "410225201", kind: POWER_LIST, state: [DRAFT, PUBLISHED] }) { totalCount }
        items: responsibilityItems(filter: { listId: $list }) { totalCount nodes { name } }
        words: responsibilityItems(filter: { search: "草稿", state: DRAFT }) { totalCount }
        _entities(representations: $references) {
          ... on Matter { id } ... on Delegation { id } ... on ResponsibilityList { id } ... on ResponsibilityItem { id list { id } }
          ... on Division { matters(filter: { state: DRAFT }) { totalCount nodes { id } } responsibilityItems(filter: { search: "草稿", state: DRAFT }) { totalCount } }
          ... on Organization { matters(filter: { state: DRAFT }) { totalCount } }
        }
      }`,
      viewer,
      {
        id: draftId,
        code: draft.implementationCode,
        basic: draft.basicCode,
        organ: draft.implementingCreditCode,
        delegation: draftDelegation.id,
        granted: publicDelegation.id,
        list: draftList.id,
        public: publicId,
        references: [
          { __typename: 'Matter', id: draftId },
          { __typename: 'Matter', implementationCode: draft.implementationCode },
          { __typename: 'Delegation', id: draftDelegation.id },
          { __typename: 'ResponsibilityList', id: draftList.id },
          { __typename: 'ResponsibilityItem', id: draftItem.id },
          { __typename: 'Division', code: OURS },
          { __typename: 'Organization', creditCode: draft.implementingCreditCode },
        ],
      },
    );
    expect(errors).toBeUndefined();
    return data;
  };

  test.each(OUTSIDERS)('%s meets no draft by any path', async (_, viewer) => {
    const none = { totalCount: 0, nodes: [] };
    expect(await seenBy(viewer)).toEqual({
      byId: null,
      byCode: null,
      asOf: null,
      listed: none,
      all: { totalCount: 1 },
      searched: none,
      byBasicCode: { totalCount: 0 },
      byOrgan: none,
      counted: [],
      public: { delegations: [], parent: { children: { totalCount: 1, nodes: [{ id: publicId }] } } },
      delegation: null,
      delegations: none,
      granted: { matter: null },
      responsibilityList: null,
      lists: { totalCount: 1 },
      items: none,
      words: { totalCount: 0 },
      _entities: [null, null, null, null, null, { matters: none, responsibilityItems: { totalCount: 0 } }, { matters: { totalCount: 0 } }],
    });
  });

  test('the township meets its own drafts, and not its department’s', async () => {
    const seen = await seenBy(viewerOf([OURS], ['matters:read']));
    const one = { totalCount: 1, nodes: [{ id: draftId }] };
    expect(seen).toMatchObject({
      byId: { id: draftId },
      byCode: { id: draftId },
      asOf: { id: draftId },
      listed: one,
      searched: one,
      byOrgan: one,
    });
    expect(seen).toMatchObject({ all: { totalCount: 2 }, counted: [{ matters: 1 }], lists: { totalCount: 2 }, items: { totalCount: 2 } });
    expect(seen.public.parent.children.totalCount).toBe(2);
    expect(seen.granted).toEqual({ matter: { id: draftId } });
    // The delegation in draft is the county's.
    expect(seen.delegation).toBeNull();
    expect(seen.public.delegations).toEqual([]);
    expect(seen._entities[4]).toEqual({ id: draftItem.id, list: { id: draftList.id } });
    expect(seen._entities[5]).toEqual({ matters: one, responsibilityItems: { totalCount: 2 } });
  });

  test('the county meets all of them', async () => {
    const seen = await seenBy(viewerOf(['410225'], ['matters:read']));
    expect(seen.listed.nodes.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([draftId, departmentDraftId]));
    expect(seen.delegation).toEqual({ id: draftDelegation.id });
    expect(seen.public.delegations).toEqual([{ id: draftDelegation.id }]);
  });

  test('responsibility lists in draft are shown to nobody who does not name their state or themselves', async () => {
    const query = `query ($list: ID!, $references: [_Any!]!) {
      lists: responsibilityLists(filter: { divisionCode: "410225201", kind: POWER_LIST }) { totalCount nodes { state } }
      nullState: responsibilityLists(filter: { divisionCode: "410225201", kind: POWER_LIST, state: null }) { totalCount }
      drafts: responsibilityLists(filter: { state: DRAFT }) { totalCount }
      items: responsibilityItems(filter: { divisionCode: "410225201", kind: POWER_LIST }) { totalCount }
      nullItems: responsibilityItems(filter: { divisionCode: "410225201", kind: POWER_LIST, state: null }) { totalCount }
      draftItems: responsibilityItems(filter: { state: DRAFT }) { totalCount }
      _entities(representations: $references) { ... on Division { responsibilityItems(filter: { kind: POWER_LIST }) { totalCount } } }
      responsibilityList(id: $list) { items { totalCount nodes { name } } }
      named: responsibilityItems(filter: { listId: $list }) { totalCount }
      namedOtherwise: responsibilityItems(filter: { listId: $list, state: PUBLISHED }) { totalCount }
    }`;
    const variables = { list: draftList.id, references: [{ __typename: 'Division', code: OURS }] };
    const always = {
      lists: { totalCount: 1, nodes: [{ state: 'PUBLISHED' }] },
      nullState: { totalCount: 1 },
      items: { totalCount: 117 },
      nullItems: { totalCount: 117 },
      _entities: [{ responsibilityItems: { totalCount: 117 } }],
      namedOtherwise: { totalCount: 0 },
    };
    const [none, two] = [{ totalCount: 0 }, { totalCount: 2 }];
    expect((await ask(query, ANONYMOUS, variables)).data).toEqual({
      ...always,
      ...{ drafts: none, draftItems: none, responsibilityList: null, named: none },
    });
    const { data } = await ask(query, viewerOf([OURS], ['matters:read']), variables);
    expect(data).toMatchObject({ ...always, drafts: { totalCount: 1 }, draftItems: two, responsibilityList: { items: two }, named: two });
  });

  test('no state means the default everywhere, null too', async () => {
    const query = `query ($id: ID) {
      listed: matters(filter: { state: null }) { totalCount }
      matter(id: $id) { parent { children(filter: { state: null }) { totalCount } every: children { totalCount } } }
      delegations(filter: { state: null }) { totalCount }
    }`;
    const { data, errors } = await ask(query, viewerOf([OURS], ['matters:read']), { id: publicId });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      listed: { totalCount: 1 },
      matter: { parent: { children: { totalCount: 2 }, every: { totalCount: 2 } } },
      delegations: { totalCount: 1 },
    });
  });

  test('a main item is a heading by its published items only', async () => {
    const headings = '{ matters { totalCount } named: matters(filter: { rank: [MAIN, HANDLING_ITEM] }) { totalCount } }';
    expect((await ask(headings)).data).toEqual({ matters: { totalCount: 1 }, named: { totalCount: 2 } });
    const { manager } = opened.database;
    await manager.update(Matter, { id: publicId }, { state: MatterState.DRAFT });
    // With its only other item in draft, it stands for itself: to all the same, so that nobody learns of the draft.
    expect((await ask(headings)).data).toEqual({ matters: { totalCount: 1 }, named: { totalCount: 1 } });
    await manager.update(Matter, { id: publicId }, { state: MatterState.PUBLISHED });
  });

  test('a delegation in draft moves no filter and no count, not even for those who see it', async () => {
    const { data } = await ask(
      '{ matters(filter: { delegated: true }) { totalCount } matterStatistics(groupBy: [DELEGATION_MODE]) { dimensions { code } matters } }',
      viewerOf(['410225'], ['matters:read']),
    );
    expect(data).toEqual({ matters: { totalCount: 0 }, matterStatistics: [{ dimensions: [{ code: null }], matters: 1 }] });
  });

  test('a cursor of somebody who sees drafts opens nothing to others', async () => {
    const query =
      'query ($after: String) { matters(filter: { state: [DRAFT, PUBLISHED] }, first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }';
    const { data } = await ask(query, viewerOf(['410225'], ['matters:read']), {});
    const rest = await ask(query.replace('first: 1', 'first: 50'), ANONYMOUS, { after: data.matters.pageInfo.endCursor });
    const ids = rest.data.matters.nodes.map(({ id }: { id: string }) => id);
    expect(ids).not.toContain(draftId);
    expect(ids).not.toContain(departmentDraftId);
  });

  test('a missing id and somebody’s draft read the same', async () => {
    const missing = await ask('query ($id: ID) { matter(id: $id) { id } }', ANONYMOUS, { id: demoId('matter:nobody') });
    const hidden = await ask('query ($id: ID) { matter(id: $id) { id } }', ANONYMOUS, { id: draftId });
    expect(hidden).toEqual(missing);
  });
});
