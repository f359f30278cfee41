import { viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES } from '@township-graph/shared/testing/database';
import { quotaOf, townshipQuotasFrom } from '../establishment/township-quota';
import { type SecondmentDesk, secondmentDesk } from '../testing/secondment-desk';
import { DemoEstablishments } from './demo-establishments';
import { DemoStaff } from './demo-staff';
import { loadDemo } from './load-demo';

test('nobody is anybody, nobody is there twice, and no township has more posts from above than it may', () => {
  const { rows } = new DemoStaff();
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(rows.filter(({ name }) => !name.startsWith('示例'))).toEqual([]);
  const { establishments, transfers } = new DemoEstablishments(rows);
  expect(new Set(establishments.map(({ id }) => id)).size).toBe(establishments.length);
  const outOfRule = transfers.filter(({ toDivisionCode, posts }) => {
    const { minimum, maximum } = quotaOf(townshipQuotasFrom({}), toDivisionCode)!;
    return posts < minimum || posts > maximum;
  });
  expect(outOfRule).toEqual([]);
});

describe.each(ENGINES)('the demonstration on %s', (engine) => {
  let desk: SecondmentDesk;

  beforeAll(async () => {
    desk = await secondmentDesk(engine);
    await loadDemo(desk.opened.database);
    await loadDemo(desk.opened.database);
  });
  afterAll(() => desk.opened.close());

  const EVERYWHERE = viewerOf(['410225', '330381', '321181'], ['personnel:read']);

  test.each([
    ['兰考: sent down', '{ staffMembers(filter: { homeDivisionCode: "410225", servesElsewhere: true }) { totalCount } }', 1253],
    [
      '兰考: placed by selection',
      '{ placements(filter: { divisionCode: "410225", kind: [SELECTION], state: [SERVING] }) { totalCount } }',
      1253,
    ],
    ['兰考: posts moved down', '{ transferredPosts(filter: { divisionCode: "410225", isDownward: true }) }', 233],
    ['丹阳: posts moved down', '{ transferredPosts(filter: { divisionCode: "321181", isDownward: true }) }', 140],
    [
      '瑞安: organ staff',
      '{ staffMembers(filter: { homeDivisionCode: "330381", establishmentKind: [ADMINISTRATIVE] }) { totalCount } }',
      3576,
    ],
    [
      '瑞安: station staff',
      '{ staffMembers(filter: { homeDivisionCode: "330381", establishmentKind: [POLITICAL_LEGAL, CIVIL_SERVICE_MANAGED] }) { totalCount } }',
      4129,
    ],
    [
      '瑞安: moved down',
      '{ staffMembers(filter: { homeDivisionCode: "330381", establishmentKind: [ADMINISTRATIVE], servesElsewhere: true }) { totalCount } }',
      773,
    ],
  ])('%s', async (_, query, expected) => {
    const [value] = Object.values(await desk.answered(query, EVERYWHERE)) as (number | { totalCount: number })[];
    expect(typeof value === 'object' ? value.totalCount : value).toBe(expected);
  });

  test('瑞安: townships dispose of 2,100, and of 90 % more since', async () => {
    const { staffingStatistics } = await desk.answered(
      '{ staffingStatistics(filter: { divisionCode: "330381" }, groupBy: [LEVEL]) { people servingElsewhere growth } }',
      EVERYWHERE,
    );
    expect(staffingStatistics[1]).toEqual({ people: 3990, servingElsewhere: 1890, growth: 0.9 });
  });

  test('no establishment has more people than posts (编制条例§6)', async () => {
    const { establishments } = await desk.answered('{ establishments(first: 100) { totalCount nodes { vacancy } } }', EVERYWHERE);
    expect(establishments.totalCount).toBeGreaterThan(60);
    expect(establishments.nodes.filter(({ vacancy }: { vacancy: number }) => vacancy < 0)).toEqual([]);
  });
});
