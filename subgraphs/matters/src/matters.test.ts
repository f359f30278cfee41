import { demoChildrenOf, JIANGBEI, LANKAO, RUIAN } from '@township-graph/shared/demo/divisions';
import { governedTownshipsOf } from '@township-graph/shared/demo/roster';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { expectNarrow, type NarrowList } from '@township-graph/shared/testing/narrow-list';
import { MATTERS_SCHEMA } from './database';
import { Delegation } from './delegation/delegation.entity';
import { DelegationMatter } from './delegation/delegation-recipient.entity';
import { isDemoLoaded, loadDemo } from './demo/load-demo';
import { createMattersSubgraph } from './subgraph';

const references = (codes: readonly string[]) => codes.map((code) => ({ __typename: 'Division', code }));

describe.each(ENGINES)('the catalogue of matters on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let reported: number[];

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    reported = [];
    await loadDemo(opened.database, (done, total) => reported.push(done / total), { scale: 0 });
    const { execute } = await createMattersSubgraph({ database: opened.database, clock: () => new Date('2026-03-02T02:00:00Z') });
    ask = asking(execute);
  });

  afterAll(() => opened.close());

  const atDivisions = async (codes: readonly string[], field: string) => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Division { ${field} } } }`;
    const { data, errors } = await ask(query, undefined, { representations: references(codes) });
    expect(errors).toBeUndefined();
    return data._entities;
  };

  test('the demonstration loads once and tells how far it is', async () => {
    expect(await isDemoLoaded(opened.database)).toBe(true);
    const rows = () => opened.database.query('SELECT COUNT(*) AS n FROM matter');
    const before = await rows();
    await loadDemo(opened.database);
    expect(await rows()).toEqual(before);
    expect(reported.at(-1)).toBe(1);
    expect([...reported].sort((a, b) => a - b)).toEqual(reported);
  });

  test('each township of 兰考 handles 152 matters, each village 36, each street of 江北 181', async () => {
    const counts = async (codes: readonly string[]) => {
      const divisions = await atDivisions(codes, 'matters(first: 0) { totalCount }');
      return new Set(divisions.map(({ matters }: { matters: { totalCount: number } }) => matters.totalCount));
    };
    const townships = governedTownshipsOf(LANKAO);
    expect(townships).toHaveLength(16);
    expect(await counts(townships)).toEqual(new Set([152]));
    const villages = townships.flatMap((township) => demoChildrenOf(township)).map(({ code }) => code);
    expect(villages).toHaveLength(464);
    expect(await counts(villages)).toEqual(new Set([36]));
    expect(await counts(['410225401', '410225401001'])).toEqual(new Set([0]));
    expect(await counts(governedTownshipsOf(JIANGBEI))).toEqual(new Set([181]));
    expect(await counts(governedTownshipsOf(RUIAN))).toEqual(new Set([559]));
  });

  test('published figures come out of statistics and totals', async () => {
    const { data, errors } = await ask(`{
      lankao: matterStatistics(filter: { divisionCode: "410225" }, groupBy: [EXERCISE_LEVEL]) { dimensions { code label } catalogueItems maximumSteps }
      atKiosks: matterStatistics(filter: { divisionCode: "410225", selfService: true }, groupBy: []) { catalogueItems }
      ruian: delegations(filter: { divisionCode: "330381" }) { totalCount }
      before: delegations(filter: { divisionCode: "330381", asOf: "2020-01-01" }) { totalCount }
      township: delegations(filter: { divisionCode: "330381116" }) { totalCount }
      modes: matterStatistics(filter: { divisionCode: "330381", delegated: true }, groupBy: [DELEGATION_MODE]) { dimensions { code } catalogueItems }
      kiosks: matters(filter: { divisionCode: "330381", selfService: true }) { totalCount }
      guides: matterStatistics(filter: { divisionCode: "330205" }, groupBy: [GUIDE_CLASS]) { dimensions { label } catalogueItems }
      territorial: responsibilityItems(filter: { divisionCode: "330381", kind: TERRITORIAL }) { totalCount }
      merged: responsibilityItems(filter: { divisionCode: "330205", outcome: MERGED }) { totalCount }
      cancelled: responsibilityItems(filter: { divisionCode: "330205", outcome: CANCELLED }) { totalCount }
      duties: responsibilityLists(filter: { kind: COMMUNITY_DUTY }) { nodes { itemCount items(first: 0) { totalCount } } }
      township117: responsibilityLists(filter: { divisionCode: "410225", kind: POWER_LIST, level: TOWNSHIP }) { totalCount nodes { itemCount } }
      machines: servicePoints(filter: { divisionCode: "410225", tier: KIOSK }) { totalCount }
      stations: servicePoints(filter: { divisionCode: "410225", tier: VILLAGE_POINT }) { totalCount }
      centers: servicePoints(filter: { divisionCode: "410225", tier: [COUNTY_CENTER, TOWNSHIP_CENTER] }) { totalCount nodes { tier staffing { total } } }
      ruianPoints: servicePoints(filter: { divisionCode: "330381" }) { totalCount }
      jiangbeiPoints: servicePoints(filter: { divisionCode: "330205" }) { totalCount }
    }`);
    expect(errors).toBeUndefined();
    expect(data.lankao).toEqual([
      { dimensions: [{ code: 'TOWNSHIP', label: '5 Town, township or subdistrict' }], catalogueItems: 152, maximumSteps: 4 },
      { dimensions: [{ code: 'VILLAGE', label: '6 Village or community' }], catalogueItems: 36, maximumSteps: 4 },
    ]);
    expect(data.atKiosks).toEqual([{ catalogueItems: 36 }]);
    const totals = ['ruian', 'before', 'township', 'kiosks', 'territorial', 'merged', 'cancelled', 'machines', 'stations'];
    expect(totals.map((name) => data[name].totalCount)).toEqual([559, 178, 559, 180, 72, 45, 11, 150, 464]);
    const modes = data.modes.map(({ catalogueItems }: { catalogueItems: number }) => catalogueItems);
    expect(modes).toHaveLength(4);
    expect(modes.reduce((sum: number, items: number) => sum + items, 0)).toBe(559);
    expect(data.guides.map(({ catalogueItems }: { catalogueItems: number }) => catalogueItems)).toEqual([90, 51, 40]);
    expect(data.duties.nodes).toEqual([{ itemCount: 111, items: { totalCount: 111 } }]);
    expect(data.township117.totalCount).toBe(16);
    expect(data.township117.nodes[0]).toEqual({ itemCount: 117 });
    const staff = data.centers.nodes.filter(({ tier }: { tier: string }) => tier === 'TOWNSHIP_CENTER');
    expect(staff.map(({ staffing }: { staffing: { total: number } }) => staffing.total)).toEqual(Array(16).fill(13));
    expect([data.ruianPoints.totalCount, data.jiangbeiPoints.totalCount]).toEqual([24, 9]);
  });

  test('no row of the database promises more than the law allows, or more than four steps', async () => {
    const broken = await opened.database.query(
      `SELECT COUNT(*) AS n FROM matter WHERE stepCount > 4 OR (statutoryUnit = promisedUnit AND promisedValue > statutoryValue)
       OR (handlingKind = 'IMMEDIATE' AND promisedValue > 0)`,
    );
    expect(Number(broken[0].n)).toBe(0);
  });

  test('walking all pages meets every row once, in each order', async () => {
    for (const orderBy of ['CODE', 'NAME', 'NEWEST']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const answer = await ask(
          `query ($after: String) { matters(filter: { divisionCode: "410225", exerciseLevel: TOWNSHIP }, orderBy: ${orderBy}, first: 97, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } totalCount } }`,
          undefined,
          { after },
        );
        const {
          nodes,
          pageInfo,
          totalCount,
        }: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string }; totalCount: number } = answer.data.matters;
        seen.push(...nodes.map(({ id }) => id));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        expect(totalCount).toBe(767);
      } while (after);
      expect(seen).toHaveLength(767);
      expect(new Set(seen).size).toBe(767);
    }
  });

  test('two-character words find names on every engine, common names too, and wildcards are no words', async () => {
    const found = async (search: string) => {
      const { data, errors } = await ask(
        'query ($search: String) { matters(filter: { divisionCode: "410225201", search: $search }, first: 50) { totalCount nodes { name } } }',
        undefined,
        { search },
      );
      expect(errors).toBeUndefined();
      expect(data.matters.nodes).toHaveLength(data.matters.totalCount);
      return data.matters.nodes.map(({ name }: { name: string }) => name);
    };
    const exchanged = await found('户口');
    expect(exchanged.length).toBeGreaterThan(0);
    expect(exchanged.every((name: string) => name.includes('户口'))).toBe(true);
    expect(await found('户口 迁移 变更')).toEqual(['户口迁移（变更）']);
    expect(await found('口户')).toEqual([]);
    expect((await found('低保')).every((name: string) => name.includes('最低生活保障'))).toBe(true);
    expect((await found('低保')).length).toBeGreaterThan(0);
    expect((await found('医')).length).toBeGreaterThan(0);
    for (const [search, reason] of [
      ['%', 'SEARCH_EMPTY'],
      ['', 'SEARCH_EMPTY'],
      ['长'.repeat(51), 'SEARCH_TOO_LONG'],
    ]) {
      const { errors } = await ask('query ($search: String) { matters(filter: { search: $search }) { totalCount } }', undefined, {
        search,
      });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason });
    }
  });

  test('asOf gives the catalogue of that day, and history all revisions', async () => {
    const { data } = await ask(`{
      matters(filter: { divisionCode: "410225201", search: "宅基地 首次申请" }) { nodes { id revision validFrom promisedLimit { value unit text } parent { name } history { revision validTo promisedLimit { value } statutoryLimit { value } } } }
      reclaimed: matters(filter: { divisionCode: "410225201", exerciseLevel: TOWNSHIP, asOf: "2024-06-01" }) { totalCount }
      published: matters(filter: { divisionCode: "410225201", exerciseLevel: TOWNSHIP, asOf: "2021-12-31" }) { totalCount }
      none: matters(filter: { divisionCode: "410225201", exerciseLevel: TOWNSHIP, asOf: "2019-10-31" }) { totalCount }
      abolished: matters(filter: { state: ABOLISHED }) { nodes { id revision history { state } delegations { reclaimedOn agreement { number signedOn } recipients { code } } } }
    }`);
    const [matter] = data.matters.nodes;
    expect(matter).toMatchObject({
      revision: 2,
      validFrom: '2021-01-01',
      promisedLimit: { value: 10, unit: 'WORKDAY', text: '10个工作日' },
      parent: { name: '农村村民宅基地审批' },
      history: [
        { revision: 2, validTo: null, promisedLimit: { value: 10 }, statutoryLimit: { value: 20 } },
        { revision: 1, validTo: '2021-01-01', promisedLimit: { value: 20 }, statutoryLimit: { value: 20 } },
      ],
    });
    expect([data.published, data.reclaimed, data.none].map(({ totalCount }) => totalCount)).toEqual([152, 155, 0]);
    expect(data.abolished.nodes).toHaveLength(3);
    expect(data.abolished.nodes[0]).toMatchObject({ revision: 2, history: [{ state: 'ABOLISHED' }, { state: 'PUBLISHED' }] });
    expect(data.abolished.nodes[0].delegations[0]).toMatchObject({ reclaimedOn: '2025-10-01', agreement: { signedOn: '2022-01-01' } });
    expect(data.abolished.nodes[0].delegations[0].recipients).toHaveLength(16);
    const asOf = await ask(
      'query ($id: ID) { earlier: matter(id: $id, asOf: "2020-06-01") { revision } now: matter(id: $id) { revision } never: matter(id: $id, asOf: "2019-10-31") { revision } }',
      undefined,
      { id: matter.id },
    );
    expect(asOf.data).toEqual({ earlier: { revision: 1 }, now: { revision: 2 }, never: null });
  });

  test('the day reaches below: sites, children, parent and delegations are those of the day that a matter was asked for', async () => {
    const { data: gone } = await ask('{ matters(filter: { state: ABOLISHED }) { nodes { id basicCode } } }');
    const { id, basicCode } = gone.matters.nodes[0];
    const below =
      'sites { totalCount } later: sites(asOf: "2026-01-01") { totalCount } parent { name children { nodes { id sites { totalCount } } } }';
    const { data, errors } = await ask(
      `query ($id: ID, $basicCode: String) {
        then: matter(id: $id, asOf: "2024-06-01") { ${below} }
        now: matter(id: $id) { ${below} history { state ${below} } }
        listed: matters(filter: { asOf: "2024-06-01", basicCode: $basicCode, divisionCode: "410225" }) { nodes { ${below} } }
        before: matter(id: $id, asOf: "2024-06-01") { parent { children(filter: { asOf: "2021-12-31" }) { totalCount } } }
      }`,
      undefined,
      { id, basicCode },
    );
    expect(errors).toBeUndefined();
    const isThere = ({ parent }: { parent: { children: { nodes: { id: string }[] } } }) =>
      parent.children.nodes.find((child) => child.id === id);
    const [listed] = data.listed.nodes;
    const [abolished, published] = data.now.history;
    for (const past of [data.then, listed, published]) {
      expect(past).toMatchObject({ sites: { totalCount: 16 }, later: { totalCount: 0 } });
      expect(isThere(past)).toEqual({ id, sites: { totalCount: 16 } });
    }
    for (const present of [data.now, abolished]) {
      expect(present).toMatchObject({ sites: { totalCount: 0 } });
      expect(isThere(present)).toBeUndefined();
    }
    expect(data.before.parent.children.totalCount).toBe(data.then.parent.children.nodes.length - 1);
  });

  test('of a matter as of a day come the delegations that had begun', async () => {
    const { manager } = opened.database;
    const later = await manager.findOneByOrFail(Delegation, { batchNumber: '示例LK-2022-01' });
    const { data } = await ask('{ delegations(filter: { divisionCode: "410225", mode: ENTRUST }, first: 1) { nodes { matter { id } } } }');
    const { id } = data.delegations.nodes[0].matter;
    await manager.insert(DelegationMatter, { delegationId: later.id, matterId: id });
    const { data: seen } = await ask(
      `query ($id: ID) {
        early: matter(id: $id, asOf: "2021-12-31") { delegations { id } }
        late: matter(id: $id, asOf: "2022-01-01") { delegations { id } }
        ended: matter(id: $id) { delegations { id } }
      }`,
      undefined,
      { id },
    );
    await manager.delete(DelegationMatter, { delegationId: later.id, matterId: id });
    expect([seen.early, seen.late, seen.ended].map(({ delegations }) => delegations.length)).toEqual([1, 2, 2]);
  });

  test.each([
    ['delegations', 'NEWEST', 'ITEM', 'filter: { divisionCode: "330381" }, ', 'effectiveFrom'],
    ['responsibilityLists', 'TITLE', 'PLACE', '', 'title'],
    ['responsibilityItems', 'NAME', 'SERIAL', 'filter: { divisionCode: "330381" }, ', 'name'],
    ['servicePoints', 'NAME', 'PLACE', 'filter: { tier: [KIOSK, TOWNSHIP_CENTER] }, ', 'name'],
    ['matters', 'NAME', 'CODE', 'filter: { divisionCode: "410225201", asOf: "2026-06-01" }, ', 'name'],
  ])('%s come by %s too, each row once, and cursors keep to their order', async (list, orderBy, other, filter, field) => {
    const page = (order: string) =>
      `query ($after: String) { list: ${list}(${filter}${order}first: 20, after: $after) { nodes { id ${field} } pageInfo { hasNextPage endCursor } totalCount } }`;
    const seen: { id: string }[] = [];
    let after: string | null = null;
    let total: number;
    do {
      const { data } = await ask(page(`orderBy: ${orderBy}, `), undefined, { after });
      const { nodes, pageInfo, totalCount } = data.list;
      seen.push(...nodes);
      total = totalCount;
      if (seen.length === 20) {
        const { errors } = await ask(page(''), undefined, { after: pageInfo.endCursor });
        expect(errors?.[0]?.extensions).toMatchObject({ reason: 'BROKEN_CURSOR' });
      }
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(total);
    expect(seen).toHaveLength(total);
    const [plain, named] = await Promise.all([ask(page('')), ask(page(`orderBy: ${other}, `))]);
    expect(named).toEqual(plain);
    expect(seen.slice(0, 20)).not.toEqual(plain.data.list.nodes);
  });

  test('lists and counts leave headings out alike, unless they are named', async () => {
    const { data: one } = await ask(
      '{ matters(filter: { divisionCode: "410225201" }, first: 1) { nodes { implementingOrganization { creditCode } parent { basicCode } } } }',
    );
    const [{ implementingOrganization, parent }] = one.matters.nodes;
    const { data, errors } = await ask(
      `query ($organ: CreditCode, $basicCode: String, $references: [_Any!]!) {
        list: matters(filter: { implementingOrganization: $organ }, first: 100) { totalCount nodes { rank } }
        counts: matterStatistics(filter: { implementingOrganization: $organ }, groupBy: []) { matters catalogueItems }
        ranks: matterStatistics(filter: { implementingOrganization: $organ, rank: MAIN }, groupBy: [RANK]) { matters dimensions { code } }
        headings: matters(filter: { implementingOrganization: $organ, rank: MAIN }) { totalCount }
        heading: matters(filter: { implementingOrganization: $organ, basicCode: $basicCode }) { nodes { rank } }
        _entities(representations: $references) { ... on Organization { matters { totalCount } } }
      }`,
      undefined,
      {
        organ: implementingOrganization.creditCode,
        basicCode: parent.basicCode,
        references: [{ __typename: 'Organization', creditCode: implementingOrganization.creditCode }],
      },
    );
    expect(errors).toBeUndefined();
    const { totalCount } = data.list;
    expect(new Set(data.list.nodes.map(({ rank }: { rank: string }) => rank))).toEqual(new Set(['HANDLING_ITEM']));
    expect(data.counts).toEqual([{ matters: totalCount, catalogueItems: expect.any(Number) }]);
    expect(data._entities).toEqual([{ matters: { totalCount } }]);
    expect(data.headings.totalCount).toBeGreaterThan(0);
    expect(data.ranks).toEqual([{ matters: data.headings.totalCount, dimensions: [{ code: 'MAIN' }] }]);
    expect(new Set(data.heading.nodes.map(({ rank }: { rank: string }) => rank))).toEqual(new Set(['MAIN']));
  });

  test('what came down has a delegation, and no village completes a department’s matter', async () => {
    const count = async (sql: string) => Number((await opened.database.query(`SELECT COUNT(*) AS n FROM matter m WHERE ${sql}`))[0].n);
    const cameDown = `m.parentId IS NOT NULL AND (m.powerSource = 'DEVOLVED' OR m.guideClass = 'DELEGATED')`;
    expect(await count(`${cameDown} AND NOT EXISTS (SELECT 1 FROM delegation_matter d WHERE d.matterId = m.id)`)).toBe(0);
    expect(await count(`m.exerciseLevel = 'VILLAGE' AND (m.powerSource = 'DEVOLVED' OR m.guideClass = 'DELEGATED')`)).toBe(0);
    expect(await count(`m.villageRole = 'DIRECT' AND LENGTH(m.divisionCode) = 6`)).toBe(0);
    expect(await count(`m.villageRole = 'DIRECT'`)).toBeGreaterThan(0);
  });

  test('what a list of duties calls reclaimed was taken back by the day of the list', async () => {
    const { data } = await ask(
      '{ responsibilityItems(filter: { kind: DUTY_2024, dutyClass: RECLAIMED }) { nodes { basicCode list { publishedOn } } } }',
    );
    expect(data.responsibilityItems.nodes).toHaveLength(3);
    for (const { basicCode, list } of data.responsibilityItems.nodes) {
      const { data: found } = await ask(
        `query ($basicCode: String, $day: Date) {
          standing: delegations(filter: { divisionCode: "410225201", basicCode: $basicCode, asOf: $day }) { totalCount }
          now: matters(filter: { divisionCode: "410225201", basicCode: $basicCode }) { totalCount }
          ended: delegations(filter: { divisionCode: "410225201", basicCode: $basicCode, includeEnded: true }) { nodes { reclaimedOn } }
        }`,
        undefined,
        { basicCode, day: list.publishedOn },
      );
      expect(found).toEqual({
        standing: { totalCount: 0 },
        now: { totalCount: 0 },
        ended: { nodes: [{ reclaimedOn: list.publishedOn }] },
      });
    }
  });

  test('references answer by both keys, and what is abolished does not dangle', async () => {
    const { data } = await ask(
      '{ matters(filter: { divisionCode: "410225" }, first: 2) { nodes { id implementationCode } } gone: matters(filter: { state: ABOLISHED }, first: 1) { nodes { id } } }',
    );
    const [first, second] = data.matters.nodes;
    const representations = [
      { __typename: 'Matter', id: first.id },
      { __typename: 'Matter', implementationCode: second.implementationCode },
      { __typename: 'Matter', id: data.gone.nodes[0].id },
      { __typename: 'Matter', id: 'nobody' },
    ];
    const query = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Matter { id state } } }';
    const statements = await opened.statementsOf(async () => {
      const { data: found } = await ask(query, undefined, { representations });
      expect(found._entities).toEqual([
        { id: first.id, state: 'PUBLISHED' },
        { id: second.id, state: 'PUBLISHED' },
        { id: data.gone.nodes[0].id, state: 'ABOLISHED' },
        null,
      ]);
    });
    expect(statements).toHaveLength(2);
  });

  test('twenty townships with five matters each take one statement, two with totals, and guides one more', async () => {
    const codes = governedTownshipsOf(RUIAN).slice(0, 20);
    const statements = (field: string) => opened.statementsOf(() => atDivisions(codes, field));
    const plain = await statements('matters(first: 5) { nodes { name implementingOrganization { name } leadDepartment { name } } }');
    expect(plain).toHaveLength(1);
    expect(await statements('matters(first: 5) { totalCount nodes { name } }')).toHaveLength(2);
    expect(
      await statements('matters(first: 5) { nodes { steps { name } guide(edition: SIMPLE) { text } legalBases { title } } }'),
    ).toHaveLength(2);
    expect(
      await statements(
        'matters(first: 5) { nodes { parent { name } delegations { mode recipients { code } } sites(first: 2) { totalCount nodes { division { code } } } } }',
      ),
    ).toHaveLength(6);
    expect(await statements('servicePoints { nodes { name } } responsibilityItems { nodes { name list { title } } }')).toHaveLength(2);
  });

  const NARROW: readonly NarrowList[] = [
    [
      'admissionRequests(first: 100)',
      'kind dutyName state edition opinionsDueOn createdAt division { code } department { name } evaluations { result } predecessor { id } batches { number } reviews { kind } deadlines { kind } timeline { action }',
      'conditions',
    ],
    ['admissionRequests(first: 100)', 'dutyName availableActions', 'heldEvaluations'],
    [
      'matterChanges(first: 100)',
      'kind subjectName state reason noticeUntil effectiveFrom division { code } proposedBy { name } takenOverBy { name } matter { name } responsibilityList { title } timeline { action } deadlines { kind } availableActions',
      'proposal',
    ],
    [
      'delegations(first: 100, filter: { includeEnded: true })',
      'mode matterName effectiveFrom state division { code } delegatingOrganization { name } batch { number name } agreement { number } publication { publishedOn } evaluation { outcome } matter { name } recipients { code } deadlines { kind } availableActions',
      'reclaimLegalBasis',
    ],
    [
      'delegations(first: 100, filter: { includeEnded: true })',
      'reclaim { effectiveOn legalBasis documentNumber handedBack }',
      'agreementNumber',
    ],
    [
      'servicePoints(first: 100)',
      'name openNow isOpen(at: "2026-09-28T01:00:00Z") hoursOn(day: "2026-09-28") { opens } availableActions timeline { action } selfServiceMatters(first: 1) { totalCount } queue { waiting } reception { slotMinutes } appointmentSlots(day: "2026-09-28") { slot } serviceWindows { number } appointments { totalCount }',
      'address',
    ],
    ['matters(first: 20)', 'name changes { kind } delegations { mode } sites(first: 1) { nodes { division { code } } }', 'localCode'],
    [
      'dutyRefusals',
      'kind dutyName state raisedAt division { code } assignedBy { name } admission { id } timeline { action } deadlines { kind } availableActions',
      'assignment',
    ],
  ];

  test.each(NARROW)('%s reads the columns behind what is shown', async (...list) => {
    await expectNarrow(opened, ask, viewerOf([LANKAO, RUIAN, JIANGBEI], ['matters:read']), list);
  });

  test('an organ’s name comes with the matter, and an organ lists its matters', async () => {
    const { data } = await ask(
      '{ matters(filter: { divisionCode: "410225201", delegationMode: ENTRUST }, first: 1) { nodes { implementingOrganization { creditCode name } } } }',
    );
    const { creditCode, name } = data.matters.nodes[0].implementingOrganization;
    expect(name).toMatch(/^兰考县.+局$/);
    const { data: back } = await ask(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Organization { matters(first: 1) { totalCount nodes { implementingOrganization { name } } } } } }',
      undefined,
      { representations: [{ __typename: 'Organization', creditCode }] },
    );
    expect(back._entities[0].matters.nodes).toEqual([{ implementingOrganization: { name } }]);
    const { data: filtered } = await ask(
      'query ($creditCode: CreditCode) { matters(filter: { implementingOrganization: $creditCode }) { totalCount } }',
      undefined,
      { creditCode },
    );
    expect(filtered.matters.totalCount).toBe(back._entities[0].matters.totalCount);
  });

  test('a guide has a full and a simple edition', async () => {
    const { data } = await ask(`{ matters(filter: { divisionCode: "410225201", search: "宅基地 首次申请" }) { nodes {
      full: guide { edition guideClass sections { heading lines } } simple: guide(edition: SIMPLE) { edition text } materials { name shared } legalBases { title article verified } basisVerified } } }`);
    const [{ full, simple, legalBases, basisVerified }] = data.matters.nodes;
    expect(full).toMatchObject({ edition: 'FULL', guideClass: 'STATUTORY' });
    expect(full.sections.map(({ heading }: { heading: string }) => heading)).toContain('设定依据');
    expect(simple.text).toContain('【多久办好】\n10个工作日');
    expect(legalBases).toEqual([{ title: '土地管理法', article: '第62条', verified: true }]);
    expect(basisVerified).toBe(true);
  });

  test('statistics count a matter once a township however many of its villages handle it', async () => {
    const { data } = await ask(`{
      byTownship: matterStatistics(filter: { divisionCode: "410225201", exerciseLevel: VILLAGE }, groupBy: [TOWNSHIP, HANDLING_KIND]) { dimensions { dimension code division { code } } matters catalogueItems }
      byVillage: matterStatistics(filter: { divisionCode: "410225201", exerciseLevel: VILLAGE }, groupBy: [DIVISION]) { matters }
      all: matterStatistics(filter: { divisionCode: "330381", selfService: true }, groupBy: []) { dimensions { code } matters catalogueItems immediateShare averagePromisedDays selfService }
      nothing: matterStatistics(filter: { divisionCode: "999999" }, groupBy: []) { matters catalogueItems immediateShare averagePromisedDays averageSteps maximumSteps selfService }
    }`);
    const sum = data.byTownship.reduce((total: number, { matters }: { matters: number }) => total + matters, 0);
    expect(sum).toBe(36);
    expect(data.byTownship[0].dimensions[0]).toEqual({ dimension: 'TOWNSHIP', code: '410225201', division: { code: '410225201' } });
    expect(data.byVillage).toEqual(Array(37).fill({ matters: 36 }));
    expect(data.all).toEqual([
      { dimensions: [], matters: 180, catalogueItems: 180, immediateShare: 1, averagePromisedDays: 0, selfService: 180 },
    ]);
    expect(data.nothing).toEqual([
      {
        matters: 0,
        catalogueItems: 0,
        immediateShare: null,
        averagePromisedDays: null,
        averageSteps: null,
        maximumSteps: null,
        selfService: 0,
      },
    ]);
  });

  test('a cursor of another order is refused, a division that nobody has is empty', async () => {
    const { data } = await ask(
      '{ matters(first: 1) { pageInfo { endCursor } } unknown: matters(filter: { divisionCode: "419999" }) { totalCount nodes { id } } }',
    );
    expect(data.unknown).toEqual({ totalCount: 0, nodes: [] });
    const { errors } = await ask('query ($after: String) { matters(orderBy: NAME, after: $after) { nodes { id } } }', undefined, {
      after: data.matters.pageInfo.endCursor,
    });
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'BROKEN_CURSOR' });
  });
});
