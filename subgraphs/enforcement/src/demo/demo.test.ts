import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { ENFORCEMENT_SCHEMA } from '../database';
import type { Officer } from '../officer/officer.entity';
import type { EnforcementPower } from '../power/power.entity';
import { checkGrant } from '../power-grant/power-grant.rules';
import { createEnforcementSubgraph } from '../subgraph';
import { checkTeam } from '../team/team.rules';
import { DemoGrants } from './demo-grants';
import { DemoOfficers } from './demo-officers';
import { demoPowers } from './demo-powers';
import { DemoTeams } from './demo-teams';
import { loadDemo } from './load-demo';

const CLERK = viewerOf(['410225'], ['enforcement:read']);

test('codes and identifiers are told apart, and what is invented says so', () => {
  const powers = demoPowers();
  for (const key of ['id', 'code'] as const) expect(new Set(powers.map((power) => power[key])).size).toBe(powers.length);
  expect(powers.filter(({ isDemonstration, cause, variant }) => isDemonstration !== (cause.includes('示例') && variant !== null))).toEqual(
    [],
  );
  expect(powers.filter(({ cause }) => cause.length > 200)).toEqual([]);
});

test('grants are lawful, and nothing is held twice', () => {
  const { grants, items } = new DemoGrants(2026);
  const powers = new Map(demoPowers().map((power) => [power.id, power as unknown as EnforcementPower]));
  for (const grant of grants) {
    const { mode, divisionCode, holderCreditCode, holderName, departmentCreditCode, departmentName, publishedOn, agreementNumber } = grant;
    const own = items.filter(({ grantId }) => grantId === grant.id).map(({ powerId }) => powers.get(powerId!)!);
    const asked = {
      ...grant,
      mode,
      divisionCode,
      powerIds: own.map(({ id }) => id),
      holder: { creditCode: holderCreditCode, name: holderName },
      department: departmentCreditCode ? { creditCode: departmentCreditCode, name: departmentName! } : null,
      publication: publishedOn ? { publishedOn, documentNumber: '示例' } : null,
      // What an agreement was renewed by is younger than the first day.
      agreement: agreementNumber ? { number: agreementNumber, signedOn: grant.effectiveFrom, validTo: grant.agreementValidTo! } : null,
    };
    checkGrant(asked, own, grant.effectiveFrom);
  }
  const held = items.map(({ divisionCode, powerId }) => `${divisionCode} ${powerId}`);
  expect(new Set(held).size).toBe(held.length);
});

test('teams are what teams are, and officers are nobody', () => {
  const { teams, coverage } = new DemoTeams();
  for (const { id, kind, divisionCode, departmentCreditCode } of teams) {
    const covers = coverage.filter(({ teamId }) => teamId === id).map((place) => place.divisionCode);
    checkTeam({ kind, divisionCode, covers, hasDepartment: departmentCreditCode !== null });
  }
  const { officers, certificates } = new DemoOfficers('2026-11-26');
  expect(officers.filter(({ name }: Officer) => !name.startsWith('示例'))).toEqual([]);
  expect(new Set(certificates.map(({ number }) => number)).size).toBe(certificates.length);
  expect(officers.filter(({ teamId }) => teamId !== null && !teams.some(({ id }) => id === teamId))).toEqual([]);
});

describe.each(ENGINES)('the demonstration on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;

  beforeAll(async () => {
    const clock = () => new Date('2026-11-26T02:00:00Z');
    opened = await freshDatabase(engine, ENFORCEMENT_SCHEMA);
    await loadDemo(opened.database, undefined, { scale: 0, clock });
    ask = asking((await createEnforcementSubgraph({ database: opened.database, clock })).execute);
  });

  afterAll(() => opened.close());

  const total = async (list: string) => {
    const { data, errors } = await ask(`{ ${list} { totalCount } }`, CLERK);
    expect(errors).toBeUndefined();
    return Object.values(data as Record<string, { totalCount: number }>)[0]!.totalCount;
  };

  test.each([
    ['婺城: items', 'enforcementPowers', 2511],
    ['real causes', 'enforcementPowers(filter: { isDemonstration: false })', 70],
    ['扬州: items', 'enforcementPowers(filter: { divisionCode: "321000" })', 567],
    ['兰考: items of a township', 'enforcementPowers(filter: { divisionCode: "410225201" })', 152],
    ['兰考: entrusted ones', 'enforcementPowers(filter: { divisionCode: "410225201", mode: [ENTRUSTED] })', 46],
    ['兰考: before some were taken back', 'enforcementPowers(filter: { divisionCode: "410225201", asOf: "2024-05-31" })', 157],
    ['兰考: items of the developed town', 'enforcementPowers(filter: { divisionCode: "410225101" })', 185],
    ['1+X: host towns', 'enforcementTeams(filter: { kind: [SHARED] })', 35],
    ['兰考: enforcement staff', 'officers(filter: { divisionCode: "410225", kind: [CERTIFIED] })', 719],
    ['兰考: before the additions', 'officers(filter: { divisionCode: "410225", allocation: [BASE] })', 504],
    ['兰考: added in a small township', 'officers(filter: { divisionCode: "410225201", allocation: [POPULATION] })', 10],
    ['兰考: added in a large one', 'officers(filter: { divisionCode: "410225101", allocation: [POPULATION] })', 15],
  ])('%s', async (_, list, expected) => {
    expect(await total(list)).toBe(expected);
  });

  test('fields of enforcement: 27 as 婺城, 12 in 兰考', async () => {
    const { data } = await ask(
      '{ all: enforcementDomains { name } lankao: enforcementDomains(filter: { divisionCode: "410225" }) { name powers } }',
    );
    expect([data.all.length, data.lankao.length]).toEqual([27, 12]);
  });

  test('1+X: 35 hosts cover 103 townships', async () => {
    const { data } = await ask('{ enforcementTeams(filter: { kind: [SHARED] }, first: 100) { nodes { covers { code } } } }');
    const covered = data.enforcementTeams.nodes.flatMap(({ covers }: { covers: { code: string }[] }) => covers.map(({ code }) => code));
    expect([covered.length, new Set(covered).size]).toEqual([103, 103]);
  });

  test('is loaded once', async () => {
    await loadDemo(opened.database, undefined, { scale: 0 });
    expect(await total('enforcementPowers')).toBe(2511);
  });
});
