import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { expectNarrow } from '@township-graph/shared/testing/narrow-list';
import { ENFORCEMENT_SCHEMA } from '../database';
import { loadDemo } from '../demo/load-demo';
import { createEnforcementSubgraph } from '../subgraph';

describe.each(ENGINES)('the catalogue of powers on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;

  beforeAll(async () => {
    opened = await freshDatabase(engine, ENFORCEMENT_SCHEMA);
    await loadDemo(opened.database, undefined, { scale: 0 });
    ask = asking((await createEnforcementSubgraph({ database: opened.database })).execute);
  });

  afterAll(() => opened.close());

  const answered = async (query: string) => {
    const { data, errors } = await ask(query);
    expect(errors).toBeUndefined();
    return data;
  };
  const found = async (filter: string) =>
    (await answered(`{ enforcementPowers(filter: { ${filter} }, first: 100) { totalCount nodes { cause } } }`)).enforcementPowers;

  test('a list of grants reads the columns behind what is shown', async () => {
    const fields =
      'mode state effectiveFrom legalBasis division { code } holder { name } department { name } inNameOf { name } agreement { number } publication { publishedOn } evaluation { outcome } powers { totalCount } deadlines { kind } timeline { action }';
    await expectNarrow(opened, ask, viewerOf(['410225'], ['enforcement:read']), ['powerGrants(first: 100)', fields, 'capability']);
  });

  test('has every real cause, with its law, for anybody', async () => {
    expect(await found('isDemonstration: false')).toMatchObject({ totalCount: 70 });
    const { enforcementPower } = await answered(
      '{ enforcementPower(code: "CF01008") { domain cause legalBasis penaltyKinds fines { partyKind minimum maximum unit base } limitationYears limitationYearsIfHarmful } }',
    );
    expect(enforcementPower).toEqual({
      domain: '城市管理',
      cause: '随意倾倒、抛撒、堆放、焚烧生活垃圾',
      legalBasis: '固体废物污染环境防治法§111①(1)',
      penaltyKinds: ['FINE'],
      fines: [
        { partyKind: 'ORGANIZATION', minimum: '50000', maximum: '500000', unit: 'YUAN', base: null },
        { partyKind: 'INDIVIDUAL', minimum: '100', maximum: '500', unit: 'YUAN', base: null },
      ],
      limitationYears: 2,
      limitationYearsIfHarmful: 2,
    });
  });

  test.each([
    ['isDemonstration: false, domain: ["消防救援"]', 4],
    ['isDemonstration: false, domain: ["消防救援", "林业"]', 6],
    ['isDemonstration: false, search: "秸秆"', 1],
    ['isDemonstration: false, search: "%"', 0],
    ['isDemonstration: false, penaltyKind: SUSPENSION_OF_BUSINESS', 1],
    ['isDemonstration: false, frequent: true', 24],
    ['isDemonstration: false, professional: true', 12],
  ])('{ %s } finds %i', async (filter, count) => {
    const { totalCount, nodes } = await found(filter);
    expect({ totalCount, nodes: nodes.length }).toEqual({ totalCount: count, nodes: count });
  });

  test('five years where life or health is touched and harm was done (行政处罚法§36)', async () => {
    const { enforcementPower } = await answered(
      '{ enforcementPower(code: "CF07003") { cause limitationYears limitationYearsIfHarmful coerciveMeasures } }',
    );
    expect(enforcementPower).toEqual({
      cause: '经营超过保质期食品',
      limitationYears: 2,
      limitationYearsIfHarmful: 5,
      coerciveMeasures: ['SEALING', 'SEIZURE'],
    });
  });

  test('is asked for by one key', async () => {
    const { errors } = await ask('{ enforcementPower { id } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'ONE_KEY' });
  });
});
