import { departmentOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import { ENFORCEMENT_SCHEMA } from '../database';
import { createEnforcementSubgraph } from '../subgraph';
import { investigatorsOn } from './investigators';

const COUNTY = '410225';
const OURS = '410225201';
const NEIGHBOUR = '410225206';

const MANAGER = viewerOf([COUNTY], ['enforcement:read', 'enforcement:manage']);
const TOWNSHIP_MANAGER = viewerOf([OURS], ['enforcement:read', 'enforcement:manage']);

const organ = ({ creditCode, name }: { creditCode: string | null; name: string }) => ({ creditCode: creditCode!, name });
const government = (divisionCode: string) => organ(townshipGovernmentOf(divisionCode));

const TEAM = 'id version kind name division { code } covers { code } organization { name } dispatchedBy { name }';
const OFFICER = `id version kind name division { code } team { id } certificateNumber certificateValidTo mayInvestigate mayReview hasLegalQualification
  availableActions certificates { number state validFrom validTo revokedOn revokeReason } staffMember { id } timeline { action to note }`;

describe.each(ENGINES)('teams and officers on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let now: string;
  let serial = 0;
  let team: string;
  let neighbours: string;

  beforeAll(async () => {
    now = '2026-11-26';
    opened = await freshDatabase(engine, ENFORCEMENT_SCHEMA);
    const { execute } = await createEnforcementSubgraph({ database: opened.database, clock: () => new Date(`${now}T02:00:00Z`) });
    ask = asking(execute);
    team = (await done('registerEnforcementTeam', township(OURS))).id;
    neighbours = (await done('registerEnforcementTeam', township(NEIGHBOUR))).id;
  });

  beforeEach(() => {
    now = '2026-11-26';
  });

  afterAll(() => opened.close());

  const run = (name: string, input: object, viewer = MANAGER) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const thing = name.includes('Team') ? `enforcementTeam { ${TEAM} }` : `officer { ${OFFICER} }`;
    return ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${thing} } }`, viewer, { input });
  };
  const done = async (name: string, input: object, viewer?: Viewer) => {
    const { data, errors } = await run(name, input, viewer);
    expect(errors).toBeUndefined();
    // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
    return Object.values(data[name])[0] as any;
  };
  const refused = async (name: string, input: object, viewer?: Viewer) => (await run(name, input, viewer)).errors?.[0]?.extensions;

  const township = (divisionCode: string, change: object = {}) => ({
    kind: 'TOWNSHIP',
    name: '示例综合行政执法队',
    divisionCode,
    organization: government(divisionCode),
    establishedOn: '2020-01-01',
    ...change,
  });
  const certificate = (change: object = {}) => {
    serial += 1;
    return { number: `示例${serial}`, issuedBy: '示例省司法厅', validFrom: '2025-01-01', validTo: '2027-12-31', ...change };
  };
  const officer = (change: object = {}) => {
    serial += 1;
    return {
      staffMemberId: `staff-${serial}`,
      name: '示例甲乙',
      kind: 'CERTIFIED',
      divisionCode: OURS,
      organization: government(OURS),
      teamId: team,
      certificate: certificate(),
      ...change,
    };
  };
  const reviewer = (change: object = {}) =>
    officer({
      kind: 'LEGAL_REVIEWER',
      divisionCode: COUNTY,
      organization: organ(departmentOf(COUNTY, '司法')),
      teamId: null,
      certificate: null,
      ...change,
    });
  const investigators = async (officerIds: readonly string[], divisionCode: string, day: string) => {
    try {
      return (await investigatorsOn(opened.database.manager, { officerIds, divisionCode }, day)).length;
    } catch (error) {
      return (error as { reason: string }).reason;
    }
  };

  describe('teams', () => {
    test('one comprehensive team covers a township, until another does', async () => {
      const [host, second, third] = ['410225101', '410225102', '410225103'] as const;
      const shared = { kind: 'SHARED', covers: [host, second] };
      const found = await done('registerEnforcementTeam', township(host, shared));
      expect(found).toMatchObject({ kind: 'SHARED', division: { code: host }, covers: [{ code: host }, { code: second }] });
      expect(await refused('registerEnforcementTeam', township(second))).toMatchObject({
        code: 'CONFLICT',
        reason: 'COVERED_ALREADY',
        divisionCodes: [second],
        teamId: found.id,
      });
      const change = { teamId: found.id, expectedVersion: 1, covers: [host, third], effectiveOn: '2026-12-01' };
      expect(await refused('changeTeamCoverage', { ...change, covers: [host, OURS] })).toMatchObject({ reason: 'COVERED_ALREADY' });
      expect(await refused('changeTeamCoverage', { ...change, effectiveOn: '2020-01-01' })).toMatchObject({ reason: 'COVERAGE_BACKDATED' });
      await done('changeTeamCoverage', change);
      expect(await refused('changeTeamCoverage', change)).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
      const own = await done('registerEnforcementTeam', township(second, { establishedOn: '2026-12-01' }));
      const wider = { teamId: own.id, expectedVersion: 1, covers: [second, OURS], effectiveOn: '2026-12-01' };
      expect(await refused('changeTeamCoverage', wider)).toMatchObject({ code: 'CONFLICT', reason: 'NOT_SHARED' });
      const onDuty = async (code: string) => {
        const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Division { enforcementTeam { kind } } } }`;
        const { data } = await ask(query, ANONYMOUS, { representations: [{ __typename: 'Division', code }] });
        return data._entities[0].enforcementTeam?.kind ?? null;
      };
      const today = await Promise.all([host, second, third].map(onDuty));
      now = '2026-12-01';
      expect([today, await Promise.all([host, second, third].map(onDuty))]).toEqual([
        ['SHARED', 'SHARED', null],
        ['SHARED', 'TOWNSHIP', 'SHARED'],
      ]);
    });

    test('a station is there beside it, and names its department', async () => {
      const station = township(OURS, { kind: 'STATION', organization: organ(departmentOf(COUNTY, '市场监管')) });
      expect(await refused('registerEnforcementTeam', station)).toMatchObject({ reason: 'DEPARTMENT_OF_STATION' });
      const found = await done('registerEnforcementTeam', { ...station, dispatchedBy: organ(departmentOf(COUNTY, '市场监管')) });
      expect(found.dispatchedBy.name).toBe('兰考县市场监督管理局');
      const { data } = await ask(`{ enforcementTeams(filter: { divisionCode: "${OURS}", kind: [STATION] }) { totalCount nodes { id } } }`);
      expect(data.enforcementTeams).toEqual({ totalCount: 1, nodes: [{ id: found.id }] });
    });

    test.each([
      ['a professional team of a township', { kind: 'PROFESSIONAL' }, 'WRONG_HOME'],
      ['a township team of a village', { divisionCode: `${OURS}200` }, 'WRONG_HOME'],
      ['a township team that covers two', { covers: [OURS, NEIGHBOUR] }, 'WRONG_COVERAGE'],
      ['a shared team that covers one', { kind: 'SHARED' }, 'WRONG_COVERAGE'],
      ['a shared team without its host', { kind: 'SHARED', covers: [NEIGHBOUR, '410225104'] }, 'WRONG_COVERAGE'],
      ['a shared team of two counties', { kind: 'SHARED', covers: [OURS, '330381101'] }, 'WRONG_COVERAGE'],
      ['a team without a name', { name: ' ' }, 'TEXT_LENGTH'],
    ])('%s is none', async (_, change, reason) => {
      expect(await refused('registerEnforcementTeam', township(OURS, change))).toMatchObject({ code: 'BAD_USER_INPUT', reason });
    });

    test.each<[string, Viewer, string]>([
      ['nobody', ANONYMOUS, 'UNAUTHENTICATED'],
      ['a reader', viewerOf([COUNTY], ['enforcement:read']), 'FORBIDDEN'],
      ['the township itself', TOWNSHIP_MANAGER, 'FORBIDDEN'],
      ['another county', viewerOf(['330381'], ['enforcement:manage']), 'FORBIDDEN'],
    ])('%s sets none up', async (_, viewer, code) => {
      expect(await refused('registerEnforcementTeam', township(OURS), viewer)).toMatchObject({ code });
      const change = { teamId: team, expectedVersion: 1, covers: [OURS, NEIGHBOUR], effectiveOn: now };
      const expected = code === 'FORBIDDEN' && viewer.scopes.includes('enforcement:manage') ? 'NOT_FOUND' : code;
      expect(await refused('changeTeamCoverage', change, viewer)).toMatchObject({ code: expected });
    });
  });

  test('an officer is registered with a certificate; the name is masked', async () => {
    const input = officer({ idempotencyKey: `register-${engine}` });
    const found = await done('registerOfficer', input);
    expect(found).toMatchObject({
      name: '示*',
      division: { code: OURS },
      team: { id: team },
      certificateValidTo: '2027-12-31',
      mayInvestigate: true,
      mayReview: false,
      availableActions: ['RENEW_CERTIFICATE', 'REVOKE_CERTIFICATE', 'ASSIGN'],
      staffMember: { id: input.staffMemberId },
      timeline: [{ action: 'REGISTER', to: 'CERTIFIED', note: null }],
    });
    expect((await done('registerOfficer', input)).id).toBe(found.id);
    expect(await refused('registerOfficer', { ...input, idempotencyKey: null })).toMatchObject({
      code: 'CONFLICT',
      reason: 'ALREADY_REGISTERED',
    });
    expect(await refused('registerOfficer', officer({ certificate: input.certificate }))).toMatchObject({ reason: 'CERTIFICATE_TAKEN' });
    expect(await refused('registerOfficer', officer({ certificate: certificate({ validTo: '2030-01-01' }) }))).toMatchObject({
      reason: 'CERTIFICATE_TERM',
      longestTo: '2029-12-31',
    });
    expect(await refused('registerOfficer', officer({ teamId: 'none' }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('whether a member of staff is an officer, and there is one at all, looks the same to the neighbour', async () => {
    const { staffMemberId } = officer();
    await done('registerOfficer', officer({ staffMemberId }));
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on StaffMember { id officer { kind } } } }';
    const r = [staffMemberId, 'nobody'].map((id) => ({ __typename: 'StaffMember', id }));
    const [seen, unseen] = await Promise.all(
      [TOWNSHIP_MANAGER, viewerOf([NEIGHBOUR], ['enforcement:read'])].map((who) => ask(query, who, { r })),
    );
    const nobody = { id: 'nobody', officer: null };
    expect(seen!.data._entities).toEqual([{ id: staffMemberId, officer: { kind: 'CERTIFIED' } }, nobody]);
    expect(unseen!.data._entities).toEqual([{ id: staffMemberId, officer: null }, nobody]);
  });

  test('who may act on a day, also on a past one, is told by the certificates', async () => {
    const { id } = await done('registerOfficer', officer());
    now = '2027-12-01';
    const renewed = await done('renewCertificate', {
      officerId: id,
      expectedVersion: 1,
      certificate: certificate({ validFrom: '2028-02-01', validTo: '2033-01-31' }),
    });
    expect(renewed.certificates.map(({ state }: { state: string }) => state)).toEqual(['VALID', 'UPCOMING']);
    const days = ['2024-12-31', '2025-01-01', '2027-12-31', '2028-01-31', '2028-02-01', '2033-02-01'];
    const asked = async () => {
      const fields = days.map((day, index) => `d${index}: mayInvestigate(asOf: "${day}")`).join(' ');
      return Object.values((await ask(`{ officer(id: "${id}") { ${fields} } }`, MANAGER)).data.officer);
    };
    expect(await asked()).toEqual([false, true, true, false, true, false]);
    now = '2028-03-01';
    expect(await refused('revokeCertificate', { officerId: id, expectedVersion: 1, reason: '示例' })).toMatchObject({
      reason: 'STALE_VERSION',
    });
    const revoked = await done('revokeCertificate', { officerId: id, expectedVersion: 2, reason: '不再从事执法' });
    expect(revoked).toMatchObject({
      mayInvestigate: false,
      certificates: [{ revokedOn: null }, { revokedOn: '2028-03-01', revokeReason: '不再从事执法' }],
    });
    expect(await asked()).toEqual([false, true, true, false, true, false]);
    expect(await refused('revokeCertificate', { officerId: id, expectedVersion: 3, reason: '示例' })).toMatchObject({
      reason: 'NOTHING_TO_REVOKE',
    });
    const { data } = await ask(
      `{ officers(filter: { divisionCode: "${OURS}", uncertifiedFrom: "2028-03-01" }) { nodes { id } } }`,
      MANAGER,
    );
    expect(data.officers.nodes).toContainEqual({ id });
  });

  test('行政处罚法§58: a reviewer is qualified, or was one before 2018, and in no team', async () => {
    const since = { reviewerSince: '2019-01-01' };
    expect(await refused('registerOfficer', reviewer(since))).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'QUALIFICATION_MISSING' });
    expect(await done('registerOfficer', reviewer({ ...since, legalQualificationNumber: '示例A1' }))).toMatchObject({
      mayReview: true,
      hasLegalQualification: true,
      availableActions: [],
    });
    const { id } = await done('registerOfficer', reviewer({ reviewerSince: '2016-01-01' }));
    expect(await refused('assignOfficer', { officerId: id, expectedVersion: 1, teamId: team })).toMatchObject({
      reason: 'REVIEWER_IN_TEAM',
    });
    expect(await refused('renewCertificate', { officerId: id, expectedVersion: 1, certificate: certificate() })).toMatchObject({
      reason: 'NOT_CERTIFIED',
    });
  });

  test('行政处罚法§42: two officers or more, certified, of a team that is on duty there', async () => {
    const [one, two, away, expired] = (await Promise.all([
      done('registerOfficer', officer()),
      done('registerOfficer', officer()),
      done('registerOfficer', officer({ teamId: neighbours })),
      done('registerOfficer', officer({ certificate: certificate({ validTo: '2026-11-25' }) })),
    ])) as { id: string }[];
    const auxiliary = await done('registerOfficer', officer({ kind: 'AUXILIARY', certificate: null }));
    expect(await investigators([one!.id, two!.id], `${OURS}200`, now)).toBe(2);
    expect(await investigators([one!.id], OURS, now)).toBe('TOO_FEW_OFFICERS');
    expect(await investigators([one!.id, one!.id], OURS, now)).toBe('TOO_FEW_OFFICERS');
    expect(await investigators([one!.id, auxiliary.id], OURS, now)).toBe('OFFICER_NOT_CERTIFIED');
    expect(await investigators([one!.id, expired!.id], OURS, now)).toBe('OFFICER_NOT_CERTIFIED');
    expect(await investigators([one!.id, expired!.id], OURS, '2026-11-25')).toBe(2);
    expect(await investigators([one!.id, 'nobody'], OURS, now)).toBe('OFFICER_NOT_CERTIFIED');
    expect(await investigators([one!.id, away!.id], OURS, now)).toBe('OFFICER_ELSEWHERE');
    expect(await investigators([one!.id, two!.id], NEIGHBOUR, now)).toBe('OFFICER_ELSEWHERE');
  });

  test('who goes to another township serves there, with all that is on record, and the first is told', async () => {
    const { id } = await done('registerOfficer', officer());
    expect(await refused('assignOfficer', { officerId: id, expectedVersion: 1, teamId: neighbours }, TOWNSHIP_MANAGER)).toMatchObject({
      code: 'NOT_FOUND',
    });
    const moved = await done('assignOfficer', { officerId: id, expectedVersion: 1, teamId: neighbours });
    expect(moved).toMatchObject({
      division: { code: NEIGHBOUR },
      team: { id: neighbours },
      timeline: [{ action: 'REGISTER' }, { action: 'ASSIGN' }],
    });
    const seen = async (division: string) => {
      const { data } = await ask(
        `{ officer(id: "${id}") { id } enforcementFeed(first: 100) { nodes { subjectId isTombstone } } }`,
        viewerOf([division], ['enforcement:read']),
      );
      const events = data.enforcementFeed.nodes.filter(({ subjectId }: { subjectId: string }) => subjectId === id);
      return [data.officer !== null, events.map(({ isTombstone }: { isTombstone: boolean }) => isTombstone)];
    };
    expect(await seen(OURS)).toEqual([false, [false, true]]);
    expect(await seen(NEIGHBOUR)).toEqual([true, [false]]);
  });

  test.each<[string, Viewer, string]>([
    ['nobody', ANONYMOUS, 'UNAUTHENTICATED'],
    ['a reader', viewerOf([COUNTY], ['enforcement:read']), 'FORBIDDEN'],
    ['the manager of the neighbour', viewerOf([NEIGHBOUR], ['enforcement:read', 'enforcement:manage']), 'NOT_FOUND'],
    ['the manager of another county', viewerOf(['330381'], ['enforcement:read', 'enforcement:manage']), 'NOT_FOUND'],
  ])('%s changes no officer, and sees none', async (_, viewer, code) => {
    const { id, version: expectedVersion } = await done('registerOfficer', officer());
    const step = { officerId: id, expectedVersion };
    expect(await refused('renewCertificate', { ...step, certificate: certificate({ validTo: '2028-12-31' }) }, viewer)).toMatchObject({
      code,
    });
    expect(await refused('revokeCertificate', { ...step, reason: '示例' }, viewer)).toMatchObject({ code });
    expect(await refused('assignOfficer', step, viewer)).toMatchObject({ code });
    expect(await refused('registerOfficer', officer({ teamId: null }), viewer)).toMatchObject({
      code: code === 'NOT_FOUND' ? 'FORBIDDEN' : code,
    });
    if (viewer.divisions[0]?.code === COUNTY) return;
    const query = `{ officer(id: "${id}") { id } enforcementTeam(id: "${team}") { name officers { totalCount } } }`;
    expect((await ask(query, viewer)).data).toEqual({
      officer: null,
      enforcementTeam: { name: '示例综合行政执法队', officers: { totalCount: 0 } },
    });
  });
});
