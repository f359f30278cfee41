import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { DIRECTORY_SCHEMA } from './database';
import { loadDemo } from './demo/load-demo';
import { createDirectorySubgraph } from './subgraph';

const LANKAO_CLERK = viewerOf(['410225'], ['directory:manage']);

describe.each(ENGINES)('the directory on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;

  beforeAll(async () => {
    opened = await freshDatabase(engine, DIRECTORY_SCHEMA);
    await loadDemo(opened.database);
    await loadDemo(opened.database);
    const { execute } = await createDirectorySubgraph({ database: opened.database, clock: () => new Date('2026-03-02T02:00:00Z') });
    ask = asking(execute);
  });

  afterAll(() => opened.close());

  test.each(['长'.repeat(101), 'a\u0000b', '半\ud800字'])('a short name that no column takes is refused', async (shortName) => {
    const mutation = 'mutation ($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { organization { id } } }';
    const input = { name: '示例服务站', shortName, kind: 'STATION', divisionCode: '410225201' };
    const { errors } = await ask(mutation, LANKAO_CLERK, { input });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'NAME_LENGTH' });
  });

  test('a township knows its place in the tree', async () => {
    const { data, errors } = await ask(
      '{ division(code: "410225201") { name level kind parent { name } ancestors { name } children(first: 2) { totalCount nodes { name kind parent { code } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.division).toEqual({
      name: '三义寨乡',
      level: 'TOWNSHIP',
      kind: 'TOWNSHIP',
      parent: { name: '兰考县' },
      ancestors: [{ name: '河南省' }, { name: '开封市' }, { name: '兰考县' }],
      children: {
        totalCount: 37,
        nodes: [expect.objectContaining({ kind: 'VILLAGERS_COMMITTEE', parent: { code: '410225201' } }), expect.anything()],
      },
    });
  });

  test('published figures of the county are counted by the graph', async () => {
    const { data } = await ask(`{
      division(code: "410225") {
        towns: children(filter: { kind: TOWN }) { totalCount } townships: children(filter: { kind: TOWNSHIP }) { totalCount } subdistricts: children(filter: { kind: SUBDISTRICT }) { totalCount }
        communities: descendants(filter: { kind: RESIDENTS_COMMITTEE }) { totalCount }
        reportedFigures(mechanism: "L16", first: 50) { nodes { id value reconciles } }
      }
      governments: organizations(filter: { divisionCode: "410225", kinds: [TOWNSHIP_GOVERNMENT, SUBDISTRICT_OFFICE] }, first: 1) { totalCount nodes { subordinates(filter: { kinds: [INTERNAL_OFFICE] }) { totalCount } } }
      ruian: division(code: "330381") { children { totalCount } }
    }`);
    const { towns, townships, subdistricts, communities, reportedFigures } = data.division;
    expect([towns, townships, subdistricts].map(({ totalCount }) => totalCount)).toEqual([8, 5, 3]);
    expect(communities.totalCount).toBe(32);
    expect(reportedFigures.nodes.length).toBeGreaterThan(0);
    expect(data.governments).toEqual({ totalCount: 16, nodes: [{ subordinates: { totalCount: 7 } }] });
    expect(data.ruian.children.totalCount).toBe(23);
  });

  test('walking all pages meets every row once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const {
        data,
      }: { data?: { divisions: { nodes: { code: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } | null } = await ask(
        'query ($after: String) { divisions(filter: { divisionCode: "410225" }, first: 97, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } } }',
        undefined,
        { after },
      );
      const { nodes, pageInfo } = data!.divisions;
      seen.push(...nodes.map(({ code }) => code));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(1 + 22 + 470);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('a page of children is one statement, two with their total, however many parents', async () => {
    await opened.database.query(
      `INSERT INTO division (code, name, level, kind, parentCode, version) VALUES ${Array.from({ length: 500 }, (_, index) => `('4102999${String(index).padStart(2, '0').slice(-2)}${String(200 + index).slice(-3)}', 'v', 'VILLAGE', NULL, '410299', 1)`).join(', ')}`,
    );
    await opened.database.query(
      "INSERT INTO division (code, name, level, parentCode, version) VALUES ('410299', '五百村县', 'COUNTY', '410200', 1)",
    );
    const rows = await opened.statementsOf(() =>
      ask(
        '{ _entities(representations: [{ __typename: "Division", code: "410299" }]) { ... on Division { children(first: 100) { nodes { code } pageInfo { hasNextPage } } } } }',
      ),
    );
    expect(rows).toHaveLength(2); // the reference itself, and the page
    expect(rows[1]).not.toContain('parent_rank'); // of one parent nothing need be ranked
    const counted = await opened.statementsOf(() =>
      ask('{ division(code: "410299") { children(first: 100) { totalCount nodes { code } } } }'),
    );
    expect(counted).toHaveLength(3);
    const nested = await opened.statementsOf(() =>
      ask(
        '{ division(code: "330381") { children(first: 20) { nodes { children(first: 5) { totalCount nodes { name } } organizations(first: 3) { nodes { name } } } } } }',
      ),
    );
    expect(nested).toHaveLength(1 + 1 + 2 + 1);
    expect(nested.filter((sql) => sql.includes('parent_rank'))).toHaveLength(2);
  });

  test('a list reads what it shows, its keys and its order, and no more', async () => {
    const columnsOf = async (nodes: string) => {
      const [sql] = await opened.statementsOf(() => ask(`{ organizations(filter: { divisionCode: "330381" }, first: 3) { ${nodes} } }`));
      return [...sql!.matchAll(/AS .row_(\w+)/g)].map(([, column]) => column).sort();
    };
    const always = ['divisionCode', 'id', 'sortOrder'];
    expect(await columnsOf('nodes { name }')).toEqual([...always, 'name'].sort());
    expect(await columnsOf('edges { cursor node { ... on Organization { kind } } } pageInfo { endCursor }')).toEqual(
      [...always, 'kind'].sort(),
    );
    expect(await columnsOf('nodes { name } edges { node { shortName parent { name } } }')).toEqual(
      [...always, 'name', 'parentId', 'shortName'].sort(),
    );
    expect(await columnsOf('nodes { __typename }')).toEqual([...always].sort());
    expect(await columnsOf('nodes { stations { totalCount } }')).toEqual([...always].sort());
  });

  test('lists come in the order that is asked for, and a cursor of one is refused in another', async () => {
    const query = (orderBy: string, after = '') =>
      `{ division(code: "410225") { children(first: 30, orderBy: ${orderBy}${after}) { nodes { code name } pageInfo { endCursor } } } organizations(first: 2, orderBy: NAME) { nodes { name } } }`;
    const byCode = (await ask(query('CODE'))).data.division.children;
    const byName = (await ask(query('NAME'))).data.division.children;
    const codes = byCode.nodes.map(({ code }: { code: string }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(byName.nodes.map(({ code }: { code: string }) => code)).not.toEqual(codes);
    expect(byName.nodes).toHaveLength(22);
    const mixed = await ask(query('NAME', `, after: "${byCode.pageInfo.endCursor}"`));
    expect(mixed.errors?.[0]?.extensions).toMatchObject({ reason: 'BROKEN_CURSOR' });
  });

  test('descendants are counted the same, whoever else is asked in the same breath', async () => {
    const { data } = await ask(`{
      a: division(code: "410225") { descendants(first: 1) { totalCount nodes { code } } }
      b: division(code: "410225201") { descendants(first: 1) { totalCount } }
    }`);
    expect(data.a.descendants).toEqual({ totalCount: 492, nodes: [{ code: '410225001' }] });
    expect(data.b.descendants.totalCount).toBe(37);
  });

  test('references answer by every key, in one statement a key, and unknown ones with null', async () => {
    const { data: known } = await ask(
      '{ organizations(filter: { divisionCode: "410225", kinds: [TOWNSHIP_GOVERNMENT] }, first: 2) { nodes { id creditCode } } }',
    );
    const [first, second] = known.organizations.nodes;
    const representations = [
      { __typename: 'Organization', id: first.id },
      { __typename: 'Organization', creditCode: second.creditCode },
      { __typename: 'Organization', creditCode: '91410225DEM000049N' },
      { __typename: 'Division', code: '410225201' },
      { __typename: 'Division', code: '999999' },
    ];
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Organization { creditCode } ... on Division { name } } }';
    const statements = await opened.statementsOf(async () => {
      const { data, errors } = await ask(query, undefined, { representations });
      expect(errors).toBeUndefined();
      expect(data._entities).toEqual([
        { creditCode: first.creditCode },
        { creditCode: second.creditCode },
        null,
        { name: '三义寨乡' },
        null,
      ]);
    });
    expect(statements).toHaveLength(3);
  });

  test.each([
    ['{ division(code: "41022") { name } }', 'BAD_USER_INPUT', 'MALFORMED_DIVISION_CODE'],
    ['{ divisions(first: 101) { nodes { name } } }', 'BAD_USER_INPUT', 'PAGE_SIZE'],
    ['{ divisions(first: -1) { nodes { name } } }', 'BAD_USER_INPUT', 'PAGE_SIZE'],
    ['{ divisions(after: "nonsense") { nodes { name } } }', 'BAD_USER_INPUT', 'BROKEN_CURSOR'],
    ['{ divisions(filter: { asOf: "2026-02-30" }) { nodes { name } } }', 'BAD_USER_INPUT', 'MALFORMED_DATE'],
    ['{ organization { name } }', 'BAD_USER_INPUT', 'ONE_KEY'],
    ['{ organization(creditCode: "11410225DEM000014D") { name } }', 'BAD_USER_INPUT', 'WRONG_CREDIT_CODE_CHECK'],
    [
      'mutation { abolishDivision(input: { code: "410225401", expectedVersion: 1, validTo: "2026-04-01" }) { division { code } } }',
      'UNAUTHENTICATED',
      'TOKEN_REQUIRED',
    ],
  ])('%s is refused with %s %s', async (query, code, reason) => {
    const { errors } = await ask(query);
    expect(errors?.[0]?.extensions).toMatchObject({ code, reason });
  });

  test('a code that no division has gives null, not an error', async () => {
    expect(await ask('{ division(code: "410226") { name } }')).toEqual({ data: { division: null } });
  });

  test('a division is abolished once, by its own county, on the version that was read', async () => {
    const abolish =
      'mutation ($input: AbolishDivisionInput!) { abolishDivision(input: $input) { division { validTo version successor { code } } } }';
    const input = { code: '410225401001', expectedVersion: 1, validTo: '2026-04-01', successorCode: '410225402001' };
    const codes = async (viewer = LANKAO_CLERK, change = {}) =>
      (await ask(abolish, viewer, { input: { ...input, ...change } })).errors?.map(({ extensions }) => [
        extensions.code,
        extensions.reason,
      ]);
    const { data } = await ask('{ division(code: "410225401") { children { nodes { code } } } }');
    input.code = data.division.children.nodes[0].code;
    input.successorCode = '410225402';
    expect(await codes(viewerOf(['330381'], ['directory:manage']))).toEqual([['FORBIDDEN', 'OUTSIDE_DIVISIONS']]);
    expect(await codes(viewerOf(['410225']))).toEqual([['FORBIDDEN', 'SCOPE_MISSING']]);
    expect(await codes(LANKAO_CLERK, { expectedVersion: 7 })).toEqual([['CONFLICT', 'STALE_VERSION']]);
    expect(await codes(LANKAO_CLERK, { code: '410225201' })).toEqual([['CONFLICT', 'DIVISION_HAS_CHILDREN']]);
    expect(await codes(LANKAO_CLERK, { validTo: '0001-01-01' })).toEqual([['BAD_USER_INPUT', 'ABOLISHED_BEFORE_BEGUN']]);
    expect(await codes(LANKAO_CLERK, { successorCode: '410225999' })).toEqual([['BAD_USER_INPUT', 'SUCCESSOR_UNKNOWN']]);
    expect((await ask(abolish, LANKAO_CLERK, { input })).data.abolishDivision.division).toEqual({
      validTo: '2026-04-01',
      version: 2,
      successor: { code: '410225402' },
    });
    expect(await codes(LANKAO_CLERK, { expectedVersion: 2 })).toEqual([['CONFLICT', 'DIVISION_ABOLISHED']]);
  });

  test('an organisation is registered under a code of its own', async () => {
    const register =
      'mutation ($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { organization { id name division { code } version } } }';
    const input = { name: '兰考县示例服务站', kind: 'ENTERPRISE', divisionCode: '410225201', creditCode: '91410225DEM000049N' };
    const { data, errors } = await ask(register, LANKAO_CLERK, { input });
    expect(errors).toBeUndefined();
    expect(data.registerOrganization.organization).toMatchObject({ name: '兰考县示例服务站', division: { code: '410225201' }, version: 1 });
    const again = await ask(register, LANKAO_CLERK, { input });
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'CREDIT_CODE_TAKEN' });
    const small = await ask(register, LANKAO_CLERK, { input: { ...input, creditCode: ` ${input.creditCode.toLowerCase()} ` } });
    expect(small.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'CREDIT_CODE_TAKEN' });
    const { data: ruian } = await ask(
      '{ organizations(filter: { divisionCode: "330381", kinds: [GOVERNMENT_DEPARTMENT] }, first: 1) { nodes { id } } }',
    );
    const station = { name: '示例站', kind: 'STATION', divisionCode: '410225201', dispatchedById: ruian.organizations.nodes[0].id };
    expect((await ask(register, LANKAO_CLERK, { input: station })).errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'ORGANIZATION_ELSEWHERE',
    });
    const without = await ask(register, LANKAO_CLERK, { input: { ...input, creditCode: null } });
    expect(without.errors?.[0]?.extensions).toMatchObject({ reason: 'CREDIT_CODE_NEEDED' });
  });

  test('a station joins a centre of its own township only, and leaders are masked', async () => {
    const { data } = await ask(`{
      mayu: division(code: "330381116") { functionalCenters { id lead deputies stations { nodes { id version } } } }
      lankao: division(code: "410225201") { functionalCenters { id kind { scheme zh } } }
    }`);
    const [home, other] = data.mayu.functionalCenters;
    expect(home.lead).toBe('示*');
    const station = home.stations.nodes[0];
    const assign =
      'mutation ($input: AssignStationInput!) { assignStation(input: $input) { station { version functionalCenter { id } } } }';
    const ruian = viewerOf(['330381'], ['directory:manage']);
    const elsewhere = await ask(assign, ruian, {
      input: { stationId: station.id, functionalCenterId: data.lankao.functionalCenters[0].id, expectedVersion: 1 },
    });
    expect(elsewhere.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'CENTER_ELSEWHERE' });
    const moved = await ask(assign, ruian, {
      input: { stationId: station.id, functionalCenterId: other.id, expectedVersion: station.version },
    });
    expect(moved.data.assignStation.station).toEqual({ version: 2, functionalCenter: { id: other.id } });
  });

  test('the viewer reads its own token back, with duties that ended left out', async () => {
    const viewer = {
      ...viewerOf([], ['matters:read']),
      divisions: [{ code: '410225201' }, { code: '410225206', until: '2026-03-01' }, { code: '410225207', until: '2026-03-02' }],
    };
    const { data } = await ask('{ viewer { name divisions { code until division { name } } scopes } }', viewer);
    expect(data.viewer).toEqual({
      name: '测试员',
      scopes: ['matters:read'],
      divisions: [
        { code: '410225201', until: null, division: { name: '三义寨乡' } },
        { code: '410225207', until: '2026-03-02', division: { name: '许河乡' } },
      ],
    });
  });
});
