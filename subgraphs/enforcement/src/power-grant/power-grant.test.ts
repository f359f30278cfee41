import { departmentOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { insertAll } from '@township-graph/shared/insert-all';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import { ENFORCEMENT_SCHEMA } from '../database';
import { demoPowers } from '../demo/demo-powers';
import { EnforcementPower } from '../power/power.entity';
import { createEnforcementSubgraph } from '../subgraph';
import { GrantedPower } from './granted-power.entity';
import { heldPower } from './held-power';

const COUNTY = '410225';
const OURS = '410225201';
const NEIGHBOUR = '410225206';

const MANAGER = viewerOf([COUNTY], ['enforcement:read', 'enforcement:manage']);
const STRANGERS: readonly [string, Viewer, string][] = [
  ['nobody', ANONYMOUS, 'UNAUTHENTICATED'],
  ['a reader of the county', viewerOf([COUNTY], ['enforcement:read']), 'FORBIDDEN'],
  ['a manager of the township', viewerOf([OURS], ['enforcement:read', 'enforcement:manage']), 'NOT_FOUND'],
  ['the manager of another county', viewerOf(['330381'], ['enforcement:read', 'enforcement:manage']), 'NOT_FOUND'],
];

const organ = ({ creditCode, name }: { creditCode: string | null; name: string }) => ({ creditCode: creditCode!, name });
const government = (divisionCode: string) => organ(townshipGovernmentOf(divisionCode));
const BUREAU = organ(departmentOf(COUNTY, '城管'));
const MARKET = organ(departmentOf(COUNTY, '市场监管'));

const FIELDS = `id version state mode effectiveFrom effectiveTo availableActions division { code } holder { name } department { name } inNameOf { name }
  agreement { number signedOn validTo } publication { publishedOn documentNumber } evaluation { evaluatedOn outcome } legalBasis decisionNumber capability
  powers(first: 100) { totalCount nodes { power { code } validFrom validTo coerciveMeasures reclaim { effectiveOn legalBasis documentNumber openCases } } }
  timeline { action from to note legalBasis } deadlines { kind state dueAt basis }`;

describe.each(ENGINES)('powers that organs hold, on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let now: string;
  const powers = demoPowers().filter(({ isDemonstration }) => !isDemonstration);
  /** Powers that nothing is said of: a test takes the next ones. */
  const fresh = powers
    .filter(({ isOwnStatutory, coerciveMeasures }) => !isOwnStatutory && coerciveMeasures.length === 0)
    .map(({ id }) => id);
  const take = (count = 1) => fresh.splice(0, count);
  const codeOf = (id: string) => powers.find((power) => power.id === id)!.code;
  const food = powers.find(({ code }) => code === 'CF07003')!.id;
  const village = powers.find(({ isOwnStatutory }) => isOwnStatutory)!.id;

  beforeAll(async () => {
    opened = await freshDatabase(engine, ENFORCEMENT_SCHEMA);
    await insertAll(opened.database.manager, EnforcementPower, powers);
    const { execute } = await createEnforcementSubgraph({ database: opened.database, clock: () => new Date(`${now}T02:00:00Z`) });
    ask = asking(execute);
  });

  beforeEach(() => {
    now = '2026-11-26';
  });

  afterAll(() => opened.close());

  const run = (name: string, input: object, viewer = MANAGER) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return ask(`mutation ($input: ${type}!) { ${name}(input: $input) { powerGrant { ${FIELDS} } } }`, viewer, { input });
  };
  const done = async (name: string, input: object) => {
    const { data, errors } = await run(name, input);
    expect(errors).toBeUndefined();
    return data[name].powerGrant;
  };
  const refused = async (name: string, input: object, viewer?: Viewer) => (await run(name, input, viewer)).errors?.[0]?.extensions;

  const granted = (powerIds: readonly string[], change: object = {}) => ({
    mode: 'GRANTED',
    divisionCode: OURS,
    powerIds,
    holder: government(OURS),
    department: MARKET,
    legalBasis: '行政处罚法第二十四条',
    decisionNumber: '示例省政〔2026〕1号',
    capability: '经评估能够有效承接',
    publication: { publishedOn: '2026-11-25', documentNumber: '示例政〔2026〕1号' },
    effectiveFrom: '2026-12-01',
    ...change,
  });
  const entrusted = (powerIds: readonly string[], change: object = {}) => ({
    ...granted(powerIds),
    mode: 'ENTRUSTED',
    decisionNumber: null,
    agreement: { number: '示例委〔2026〕1号', signedOn: '2026-11-20', validTo: '2028-12-01' },
    ...change,
  });
  const reclaim = (grantId: string, change: object = {}) => ({
    grantId,
    expectedVersion: 1,
    effectiveOn: '2027-03-01',
    legalBasis: '示例：省政府调整决定',
    documentNumber: '示例政〔2027〕3号',
    openCases: 'HAND_OVER',
    ...change,
  });
  const heldBy = async (holderCreditCode: string, powerId: string, divisionCode: string, day: string) => {
    try {
      const { grant, inNameOf, measures } = await opened.database.transaction((tx) =>
        heldPower(tx, { powerId, divisionCode, holderCreditCode }, day),
      );
      return { mode: grant.mode, inNameOf: inNameOf.name, measures };
    } catch (error) {
      return (error as { reason: string }).reason;
    }
  };
  const ours = government(OURS).creditCode;

  test('行政处罚法§24: what is granted is held in the own name, from its first day on', async () => {
    const powerIds = take(2);
    const grant = await done('grantPower', granted(powerIds, { note: '第一批' }));
    expect(grant).toMatchObject({
      version: 1,
      state: 'PUBLISHED',
      division: { code: OURS },
      inNameOf: { name: government(OURS).name },
      department: { name: MARKET.name },
      availableActions: ['EVALUATE', 'RECLAIM_PART', 'RECLAIM'],
      publication: { publishedOn: '2026-11-25', documentNumber: '示例政〔2026〕1号' },
      powers: { totalCount: 2, nodes: powerIds.map((id) => ({ power: { code: codeOf(id) }, validFrom: '2026-12-01', validTo: null })) },
      timeline: [{ action: 'GRANT', from: null, to: 'PUBLISHED', note: '第一批', legalBasis: '行政处罚法第二十四条' }],
      deadlines: [{ kind: 'EVALUATION', state: 'RUNNING', basis: expect.stringContaining('行政处罚法§24') }],
    });
    expect(await heldBy(ours, powerIds[0]!, OURS, '2026-11-30')).toBe('POWER_NOT_HELD');
    expect(await heldBy(ours, powerIds[0]!, `${OURS}200`, '2026-12-01')).toMatchObject({
      mode: 'GRANTED',
      inNameOf: government(OURS).name,
    });
    expect(await heldBy(ours, powerIds[0]!, NEIGHBOUR, '2026-12-01')).toBe('POWER_NOT_HELD');
    expect(await heldBy(government(NEIGHBOUR).creditCode, powerIds[0]!, OURS, '2026-12-01')).toBe('POWER_NOT_HELD');
    expect(await heldBy(ours, 'no-such-power', OURS, '2026-12-01')).toBe('POWER_NOT_HELD');
  });

  test('行政处罚法§20, 行政强制法§17: what is entrusted is done in the department’s name, without coercive measures', async () => {
    const grant = await done('grantPower', entrusted([food]));
    expect(grant).toMatchObject({
      effectiveTo: '2028-12-01',
      inNameOf: { name: MARKET.name },
      powers: { nodes: [{ coerciveMeasures: [] }] },
      deadlines: [],
    });
    expect(await heldBy(ours, food, OURS, '2028-11-30')).toEqual({ mode: 'ENTRUSTED', inNameOf: MARKET.name, measures: [] });
    expect(await heldBy(ours, food, OURS, '2028-12-01')).toBe('POWER_NOT_HELD');
    const elsewhere = await done('grantPower', granted([food], { divisionCode: NEIGHBOUR, holder: government(NEIGHBOUR) }));
    expect(elsewhere.powers.nodes[0].coerciveMeasures).toEqual(['SEALING', 'SEIZURE']);
  });

  test('what the law gives to townships is recorded, and not taken back', async () => {
    const grant = await done('grantPower', {
      mode: 'OWN_STATUTORY',
      divisionCode: OURS,
      powerIds: [village],
      holder: government(OURS),
      legalBasis: '城乡规划法第六十五条',
      effectiveFrom: now,
    });
    expect(grant).toMatchObject({ department: null, publication: null, availableActions: [], deadlines: [] });
    expect(await refused('reclaimPower', reclaim(grant.id))).toMatchObject({ code: 'CONFLICT', reason: 'GIVEN_BY_LAW' });
  });

  test('a power is held once in a place on a day, whatever the way', async () => {
    const powerIds = take(2);
    const first = await done('grantPower', granted(powerIds.slice(0, 1), { effectiveTo: '2027-06-01' }));
    expect(await refused('grantPower', entrusted(powerIds))).toMatchObject({
      code: 'CONFLICT',
      reason: 'ALREADY_HELD',
      powerCodes: [codeOf(powerIds[0]!)],
      grantId: first.id,
    });
    // Nothing of it is there: not the power that was free either.
    expect(await heldBy(ours, powerIds[1]!, OURS, '2026-12-01')).toBe('POWER_NOT_HELD');
    await done('grantPower', entrusted(powerIds, { effectiveFrom: '2027-06-01' }));
  });

  test('of two that grant the same at once, one is refused', async () => {
    const powerIds = take();
    const answers = await Promise.all([run('grantPower', granted(powerIds)), run('grantPower', entrusted(powerIds))]);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions?.reason ?? 'DONE').sort()).toEqual(['ALREADY_HELD', 'DONE']);
    expect(await opened.database.manager.countBy(GrantedPower, { powerId: powerIds[0]! })).toBe(1);
  });

  test('行政处罚法§20: what was entrusted is not passed on', async () => {
    const powerIds = take();
    await done('grantPower', entrusted(powerIds));
    const further = { divisionCode: NEIGHBOUR, holder: government(NEIGHBOUR), department: government(OURS) };
    expect(await refused('grantPower', entrusted(powerIds, further))).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'SUB_DELEGATION' });
    expect(await refused('grantPower', granted(powerIds, further))).toMatchObject({ reason: 'SUB_DELEGATION' });
  });

  test('行政处罚法§18: what was concentrated is the bureau’s, but where a township holds it', async () => {
    const powerIds = take();
    const concentrated = { mode: 'CENTRALIZED', divisionCode: COUNTY, holder: BUREAU, department: null, capability: null };
    const { id } = await done('grantPower', granted(powerIds, concentrated));
    // Nobody gave it, so there is nobody to hand open cases to.
    expect(await refused('reclaimPower', reclaim(id))).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'HAND_OVER_NOWHERE' });
    expect(await refused('grantPower', entrusted(powerIds))).toMatchObject({ reason: 'DEPARTMENT_WITHOUT_POWER' });
    expect(await heldBy(BUREAU.creditCode, powerIds[0]!, OURS, '2026-12-01')).toMatchObject({ mode: 'CENTRALIZED' });
    await done('grantPower', entrusted(powerIds, { department: BUREAU }));
    expect(await heldBy(BUREAU.creditCode, powerIds[0]!, OURS, '2026-12-01')).toMatchObject({ mode: 'CENTRALIZED' });
    await done('grantPower', granted(powerIds, { divisionCode: NEIGHBOUR, holder: government(NEIGHBOUR), department: BUREAU }));
    expect(await heldBy(BUREAU.creditCode, powerIds[0]!, NEIGHBOUR, '2026-12-01')).toBe('POWER_NOT_HELD');
  });

  test('some are taken back, then the rest; each was held until then', async () => {
    const powerIds = take(2);
    const { id } = await done('grantPower', granted(powerIds));
    const part = await done('reclaimPower', reclaim(id, { powerIds: powerIds.slice(0, 1), openCases: 'FINISH_BY_HOLDER' }));
    expect(part).toMatchObject({ state: 'PUBLISHED', version: 2 });
    expect(part.powers.nodes[0]).toMatchObject({
      validTo: '2027-03-01',
      reclaim: { openCases: 'FINISH_BY_HOLDER', documentNumber: '示例政〔2027〕3号' },
    });
    expect(part.powers.nodes[1]).toMatchObject({ validTo: null, reclaim: null });
    expect(await refused('reclaimPower', reclaim(id, { expectedVersion: 2, powerIds: powerIds.slice(0, 1) }))).toMatchObject({
      reason: 'NOT_IN_GRANT',
    });
    const whole = await done('reclaimPower', reclaim(id, { expectedVersion: 2 }));
    expect(whole).toMatchObject({ state: 'RECLAIMED', availableActions: [], deadlines: [{ state: 'LAPSED' }] });
    expect(whole.timeline.map(({ action }: { action: string }) => action)).toEqual(['GRANT', 'RECLAIM_PART', 'RECLAIM']);
    expect(await heldBy(ours, powerIds[1]!, OURS, '2027-02-28')).toMatchObject({ mode: 'GRANTED' });
    expect(await heldBy(ours, powerIds[1]!, OURS, '2027-03-01')).toBe('POWER_NOT_HELD');
    const [finished, handedOver] = await opened.database.manager.find(GrantedPower, {
      where: { grantId: id },
      order: { powerCode: 'ASC' },
    });
    expect([finished!, handedOver!].map((item) => ['2027-02-28', '2027-03-01'].map((day) => item.letsCasesGoOn(day)))).toEqual([
      [true, true],
      [true, false],
    ]);
    expect(await refused('reclaimPower', reclaim(id, { expectedVersion: 3 }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'MOVE_NOT_ALLOWED',
    });
  });

  test('an entrustment is renewed before it runs out', async () => {
    const powerIds = take(2);
    const { id } = await done('grantPower', entrusted(powerIds));
    await done('reclaimPower', reclaim(id, { powerIds: powerIds.slice(0, 1) }));
    const agreement = { number: '示例委〔2028〕9号', signedOn: '2026-11-26', validTo: '2030-12-01' };
    const renewed = await done('renewEntrustment', { grantId: id, expectedVersion: 2, agreement });
    expect(renewed).toMatchObject({ effectiveTo: '2030-12-01', agreement });
    expect(renewed.powers.nodes.map(({ validTo }: { validTo: string }) => validTo)).toEqual(['2027-03-01', '2030-12-01']);
    now = '2030-12-01';
    const later = { ...agreement, validTo: '2032-01-01' };
    expect(await refused('renewEntrustment', { grantId: id, expectedVersion: 3, agreement: later })).toMatchObject({
      reason: 'GRANT_RAN_OUT',
    });
  });

  test('行政处罚法§24: a grant is evaluated again and again', async () => {
    const { id, deadlines } = await done('grantPower', granted(take()));
    now = '2027-10-08';
    const evaluated = await done('evaluatePowerGrant', { grantId: id, expectedVersion: 1, outcome: 'ADJUST' });
    expect(evaluated).toMatchObject({
      evaluation: { evaluatedOn: '2027-10-08', outcome: 'ADJUST' },
      deadlines: [{ state: 'MET' }, { state: 'RUNNING' }],
    });
    expect(new Date(evaluated.deadlines[1].dueAt).getTime()).toBeGreaterThan(new Date(deadlines[0].dueAt).getTime() - 60 * 86_400_000);
  });

  test('under one key a grant is made once, and a stale version changes nothing', async () => {
    const input = granted(take(), { idempotencyKey: `grant-once-${engine}` });
    const first = await done('grantPower', input);
    expect((await done('grantPower', input)).id).toBe(first.id);
    expect(await refused('grantPower', { ...input, effectiveFrom: '2026-12-02' })).toMatchObject({ code: 'CONFLICT' });
    expect(await refused('reclaimPower', reclaim(first.id, { expectedVersion: 7 }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE_VERSION',
    });
  });

  test.each(STRANGERS)('%s changes no grant', async (_, viewer, code) => {
    const { data } = await ask('{ powerGrants(first: 1, filter: { includeEnded: true }) { nodes { id version } } }');
    const [{ id: grantId, version: expectedVersion }] = data.powerGrants.nodes;
    const step = { grantId, expectedVersion };
    const agreement = { number: '示例', signedOn: '2026-11-01', validTo: '2099-01-01' };
    expect(await refused('reclaimPower', reclaim(grantId, step), viewer)).toMatchObject({ code });
    expect(await refused('evaluatePowerGrant', { ...step, outcome: 'KEEP' }, viewer)).toMatchObject({ code });
    expect(await refused('renewEntrustment', { ...step, agreement }, viewer)).toMatchObject({ code });
    expect(await refused('grantPower', granted([food]), viewer)).toMatchObject({ code: code === 'NOT_FOUND' ? 'FORBIDDEN' : code });
  });

  test('what is asked for without being there is refused', async () => {
    expect(await refused('grantPower', granted(['no-such-power']))).toMatchObject({ code: 'NOT_FOUND', powerIds: ['no-such-power'] });
    expect(await refused('evaluatePowerGrant', { grantId: 'none', expectedVersion: 1, outcome: 'KEEP' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refused('grantPower', granted([food], { legalBasis: ' ' }))).toMatchObject({ reason: 'TEXT_LENGTH', field: 'legalBasis' });
  });

  test('anybody reads what is held, as of a day; the course is for those who may', async () => {
    const day = async (asOf: string) => {
      const { data } =
        await ask(`{ powerGrants(filter: { divisionCode: "${OURS}", asOf: "${asOf}", powerId: "${food}" }) { totalCount nodes { timeline { action } } }
        enforcementPowers(filter: { divisionCode: "${OURS}", asOf: "${asOf}", mode: [ENTRUSTED], search: "食品" }) { totalCount }
        enforcementDomains(filter: { divisionCode: "${COUNTY}", asOf: "${asOf}", search: "食品" }) { name powers }
        enforcementPower(code: "CF07003") { grants(asOf: "${asOf}") { nodes { grant { division { code } } } } } }`);
      return [
        data.powerGrants.totalCount,
        data.enforcementPowers.totalCount,
        data.enforcementDomains,
        data.enforcementPower.grants.nodes.map((node: { grant: { division: { code: string } } }) => node.grant.division.code),
        data.powerGrants.nodes.flatMap(({ timeline }: { timeline: object[] }) => timeline),
      ];
    };
    expect(await day('2026-11-30')).toEqual([0, 0, [], [], []]);
    expect(await day('2026-12-01')).toEqual([1, 1, [{ name: '市场监管', powers: 1 }], [OURS, NEIGHBOUR], []]);
    expect(await day('2028-12-01')).toEqual([0, 0, [{ name: '市场监管', powers: 1 }], [NEIGHBOUR], []]);
  });

  test('a division shows what is held in it, in two statements however many ask', async () => {
    const representations = [OURS, NEIGHBOUR, COUNTY].map((code) => ({ __typename: 'Division', code }));
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Division {
      enforcementPowers(asOf: "2026-12-01", filter: { search: "食品" }) { totalCount nodes { code } } } } }`;
    let answer: Awaited<ReturnType<typeof ask>>;
    const statements = await opened.statementsOf(async () => {
      answer = await ask(query, ANONYMOUS, { representations });
    });
    expect(answer!.data._entities.map(({ enforcementPowers }: { enforcementPowers: object }) => enforcementPowers)).toEqual([
      { totalCount: 1, nodes: [{ code: 'CF07003' }] },
      { totalCount: 1, nodes: [{ code: 'CF07003' }] },
      { totalCount: 0, nodes: [] },
    ]);
    expect(statements).toHaveLength(2);
  });

  test('the feed tells the township and the county, and nobody beside them', async () => {
    const feed = async (division: string) => {
      const { data } = await ask('{ enforcementFeed(first: 100) { nodes { type payload } } }', viewerOf([division], ['enforcement:read']));
      return data.enforcementFeed.nodes.map(({ type }: { type: string }) => type);
    };
    expect(await feed(OURS)).toEqual(
      expect.arrayContaining(['POWER_GRANTED', 'POWER_RECLAIMED', 'POWER_GRANT_RENEWED', 'POWER_GRANT_EVALUATED']),
    );
    expect(new Set(await feed(NEIGHBOUR))).toEqual(new Set(['POWER_GRANTED']));
    expect(await feed('330381')).toEqual([]);
  });
});
