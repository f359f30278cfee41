import { OutboxEvent } from '@township-graph/shared/command/outbox-event.entity';
import { viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES } from '@township-graph/shared/testing/database';
import { CaseOffice, FINE_OF, HEAD, OFFICER, PERSON } from './testing/case-office';
import { COUNTY, DEPARTMENT, GOVERNMENT, NEIGHBOUR, TOWNSHIP } from './testing/people-and-powers';

const SCOPES = ['enforcement:read', 'enforcement:handle', 'enforcement:review', 'enforcement:manage'] as const;

describe.each(ENGINES)('who sees and acts in cases on %s', (engine) => {
  let office: CaseOffice;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
  });
  beforeEach(() => office.on('2026-03-02'));
  afterAll(() => office.close());

  const decision = { outcome: 'PENALTY', facts: '占道经营', penalties: FINE_OF('1000') };

  test('another township, a village and anonymous readers see nothing, by no way, and change nothing', async () => {
    const seen = await office.filed({ party: PERSON });
    const query = `query ($id: ID, $number: String, $officer: ID) {
      byId: enforcementCase(id: $id) { id } byNumber: enforcementCase(caseNumber: $number) { id }
      enforcementCases(filter: { officerId: $officer }) { totalCount nodes { id } } }`;
    for (const stranger of [viewerOf([NEIGHBOUR], SCOPES), viewerOf([`${TOWNSHIP}201`], SCOPES), viewerOf([TOWNSHIP], []), undefined]) {
      const { data } = await office.ask(query, stranger, { id: seen.id, number: seen.caseNumber, officer: 'one' });
      expect(data).toEqual({ byId: null, byNumber: null, enforcementCases: { totalCount: 0, nodes: [] } });
    }
    const input = { caseId: seen.id, expectedVersion: seen.version, reason: '终止' };
    expect(await office.refusal('terminateCase', input, viewerOf([NEIGHBOUR], SCOPES))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await office.refusal('terminateCase', { ...input, caseId: 'nothing' }, HEAD)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect((await office.see(seen.id)).version).toBe(seen.version);
  });

  test('the county reads its townships’ cases and acts in none of them', async () => {
    const seen = await office.filed();
    const county = viewerOf([COUNTY], SCOPES);
    expect(await office.see(seen.id, 'id availableActions', county)).toEqual({ id: seen.id, availableActions: [] });
    const input = { caseId: seen.id, expectedVersion: seen.version, reason: '终止' };
    expect(await office.refusal('terminateCase', input, county)).toEqual(['FORBIDDEN', 'NOT_YOUR_CASE']);
    expect(await office.refusal('fileCase', office.filing(), county)).toEqual(['FORBIDDEN', 'NOT_YOUR_CASE']);
  });

  test('行政处罚法§18: a county organ has cases of its own, by what is concentrated in it, where no township holds it', async () => {
    const bureau = { ...viewerOf([COUNTY], SCOPES), organization: DEPARTMENT.creditCode };
    const filing = office.filing({ divisionCode: COUNTY, powerId: 'central', officerIds: ['central-one', 'central-two'] });
    expect((await office.refusal('fileCase', filing, { ...bureau, organization: GOVERNMENT.creditCode }))[1]).toBe('POWER_NOT_HELD');
    expect(await office.refusal('fileCase', filing, { ...bureau, organization: null })).toEqual(['FORBIDDEN', 'ORGAN_UNKNOWN']);
    const seen = await office.does('fileCase', filing, bureau);
    expect(seen.caseNumber).toBe('兰城市管理罚立字〔2026〕1号');
    expect(await office.see(seen.id, 'id', HEAD)).toBeNull();
  });

  test('parties are masked, and shown in clear only for a purpose; events name nobody', async () => {
    const seen = await office.filed({ party: { ...PERSON, phone: '13800000000', representative: null } });
    const party = 'party { name idNumber phone address }';
    expect((await office.see(seen.id, party)).party).toEqual({
      name: '示*',
      idNumber: '9900**********0010',
      phone: '138****0000',
      address: '兰考县三义寨乡***',
    });
    const reader = { ...HEAD, scopes: [...HEAD.scopes, 'pii:read' as const] };
    const query = `query ($id: ID) { enforcementCase(id: $id) { ${party} } }`;
    const { data } = await office.ask(query, reader, { id: seen.id }, { purpose: '办案' });
    expect(data.enforcementCase.party.idNumber).toBe('990000198502280010');
    const told = JSON.stringify(await office.opened.database.manager.find(OutboxEvent));
    expect(told).toContain('CASE_FILE_CASE');
    expect(told).not.toContain('示例甲');
    expect(told).not.toContain('990000198502280010');
  });

  test('two heads decide at once: one wins, the other learns why, and one number is given', async () => {
    const seen = await office.waive(await office.notified());
    const input = { caseId: seen.id, expectedVersion: seen.version, ...decision };
    const both = await Promise.all([
      office.refusal('decideCase', input, HEAD),
      office.refusal('decideCase', { ...input, facts: '另一份' }, HEAD),
    ]);
    expect(both.map(([code]) => code).sort()).toEqual(['CONFLICT', undefined]);
    const [loser] = both.filter(([code]) => code === 'CONFLICT');
    expect(['MOVE_NOT_ALLOWED', 'STALE_VERSION']).toContain(loser![1]);
    const decided = await office.see(seen.id);
    expect(decided.state).toBe('DECIDED');
    const next = await office.decided();
    const serial = (text: string) => Number(/(\d+)号$/.exec(text)![1]);
    expect(serial(next.decision.documentNumber) - serial(decided.decision.documentNumber)).toBe(1);
  });

  test('under its key a command is carried out once; a stale version is refused', async () => {
    const filing = { ...office.filing(), idempotencyKey: 'filed-once' };
    const first = await office.does('fileCase', filing);
    expect((await office.does('fileCase', filing)).id).toBe(first.id);
    expect(await office.refusal('fileCase', { ...filing, source: 'GRID' })).toEqual(['CONFLICT', 'IDEMPOTENCY_KEY_REUSED']);
    const moved = await office.investigate(first);
    const stale = { caseId: first.id, expectedVersion: first.version, officerIds: ['one', 'two'], showedCertificates: true, evidence: [] };
    expect(await office.refusal('recordInvestigation', stale)).toEqual(['CONFLICT', 'STALE_VERSION']);
    expect((await office.see(first.id)).version).toBe(moved.version);
  });

  test('what may be done next is what this viewer may do', async () => {
    const seen = await office.notified();
    expect(seen.availableActions).toEqual(expect.arrayContaining(['recordStatement', 'reopenInvestigation', 'transferCase']));
    expect(seen.availableActions).not.toContain('submitForLegalReview');
    const waived = await office.waive(seen);
    expect(waived.availableActions).not.toContain('decideCase');
    expect((await office.see(waived.id, 'availableActions', HEAD)).availableActions).toContain('decideCase');
    expect((await office.see(waived.id, 'availableActions', { ...OFFICER, scopes: ['enforcement:read'] })).availableActions).toEqual([]);
  });

  test('lists: by state, officer and light, in both orders, on a division and an organ', async () => {
    const { data, errors } = await office.ask(
      `query { enforcementCases(filter: { divisionCode: "${COUNTY}", isOpen: true, officerId: "one", state: [FILED, NOTIFIED] }, orderBy: DUE, first: 2) {
        totalCount nodes { state decideBy } pageInfo { hasNextPage } }
        red: enforcementCases(filter: { light: [RED] }) { totalCount }
        _entities(representations: [{ __typename: "Division", code: "${TOWNSHIP}" }, { __typename: "Organization", creditCode: "11410225DEM012015M" }]) {
          ... on Division { enforcementCases(first: 1) { totalCount } } ... on Organization { enforcementCases(first: 1) { totalCount } } } }`,
      HEAD,
    );
    expect(errors).toBeUndefined();
    expect(data.enforcementCases.totalCount).toBeGreaterThan(2);
    expect(data.enforcementCases.pageInfo.hasNextPage).toBe(true);
    expect(data.red.totalCount).toBe(0);
    const [division, organ] = data._entities;
    expect(division.enforcementCases.totalCount).toBe(organ.enforcementCases.totalCount);
  });

  test('a township’s list goes by the index of its own cases and by that of what it received', async () => {
    const statements = await office.opened.statementsOf(() =>
      office.ask('{ enforcementCases(first: 5) { totalCount nodes { id } } }', HEAD),
    );
    expect(statements).toHaveLength(2);
    // What MariaDB chooses depends on how many rows there are.
    for (const sql of engine === 'sqlite' ? statements : []) {
      const unbound = [...sql.matchAll(/\?/g)].map(() => '');
      const plan = await office.opened.database.query(`EXPLAIN QUERY PLAN ${sql}`, unbound);
      const details = plan.map(({ detail }: { detail: string }) => detail).join('\n');
      expect(details).toContain('receivingDivisionCode>?');
      expect(details).not.toContain('SCAN');
    }
  });
});
