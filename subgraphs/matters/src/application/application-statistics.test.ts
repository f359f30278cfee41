import { insertAll } from '@township-graph/shared/insert-all';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { expectNarrow } from '@township-graph/shared/testing/narrow-list';
import type { Viewer } from '@township-graph/shared/viewer';
import { MATTERS_SCHEMA } from '../database';
import { createMattersSubgraph } from '../subgraph';
import { Application } from './application.entity';
import { delivered } from './testing/delivered-application';

const NOW = new Date('2026-09-21T02:00:00.000Z');

let serial = 0;
const application = (change: object) => {
  serial += 1;
  return delivered(`a-${String(serial).padStart(4, '0')}`, { state: 'ARCHIVED', ...change });
};

const numberOf = (person: number) => `99000019850228${person}010`;

const ROWS = [
  ...Array.from({ length: 8 }, () => application({ ratingGrade: 1 })),
  ...Array.from({ length: 2 }, () => application({ ratingGrade: 5, handlingKind: 'PROMISED', isOnTime: false, openedOn: '2026-09-01' })),
  application({
    divisionCode: '410225201201',
    state: 'REVIEWING',
    decidedAt: null,
    completedAt: null,
    isOnTime: null,
    handlingKind: 'PROMISED',
    dueAt: new Date('2026-09-18T15:59:59.999Z'),
    openedOn: '2026-09-10',
  }),
  ...Array.from({ length: 6 }, () => application({ divisionCode: '410225206' })),
  // Elsewhere, six of four persons, and six of five: of two nobody wrote down who they are.
  ...[1, 1, 1, 2, 3, 4].map((person) => application({ divisionCode: '330381001', applicantIdNumber: numberOf(person) })),
  ...[1, 1, 2, 3, null, null].map((person) => application({ divisionCode: '330381002', applicantIdNumber: person && numberOf(person) })),
];

const MEASURES =
  'isSuppressed applications decided overdue immediateShare onTimeShare promisedCompression rated satisfaction activeRatingRate';

describe.each(ENGINES)('statistics of applications on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    await insertAll(opened.database.manager, Application, ROWS);
    ask = asking((await createMattersSubgraph({ database: opened.database, clock: () => NOW })).execute);
  });
  afterAll(() => opened.close());

  const CLERK = viewerOf(['410225201'], ['matters:read', 'matters:handle']);
  const COUNTY = viewerOf(['410225'], ['matters:read', 'pii:read']);
  const counted = async (groupBy: string, viewer = CLERK, filter = '{}') =>
    (await ask(`{ applicationStatistics(filter: ${filter}, groupBy: [${groupBy}]) { dimensions { code label } ${MEASURES} } }`, viewer))
      .data.applicationStatistics;

  test('every measure is what the rows say', async () => {
    const [row] = await counted('');
    expect(row).toMatchObject({ applications: 11, decided: 10, overdue: 1, rated: 10, activeRatingRate: 1 });
    expect(row.immediateShare).toBeCloseTo(8 / 11, 3);
    expect(row.onTimeShare).toBeCloseTo(0.8, 3);
    expect(row.promisedCompression).toBeCloseTo(0.75, 3);
    expect(row.satisfaction).toBeCloseTo(0.8, 3);
  });

  test('a county’s months by township are one statement, and agree with its rows', async () => {
    let rows: { dimensions: { code: string }[]; applications: number }[] = [];
    const statements = await opened.statementsOf(async () => {
      rows = await counted('MONTH, TOWNSHIP', COUNTY);
    });
    expect(statements).toHaveLength(1);
    expect(rows.map(({ dimensions, applications }) => [...dimensions.map(({ code }) => code), applications])).toEqual([
      ['2026-08', '410225201', 8],
      ['2026-08', '410225206', 6],
      ['2026-09', '410225201', 3],
    ]);
  });

  test('a township counts its own, whatever it filters by', async () => {
    expect(await counted('TOWNSHIP', CLERK, '{ divisionCode: "410225" }')).toHaveLength(1);
    const [none] = await counted('', CLERK, '{ divisionCode: "410225206" }');
    expect(none).toMatchObject({ applications: 0, immediateShare: null });
    const [nobody] = await counted('', viewerOf(['410225201'], []));
    expect(nobody).toMatchObject({ applications: 0 });
  });

  test.each([
    ['only reads', ['matters:read']],
    ['handles them, manages and exports', ['matters:read', 'matters:handle', 'matters:manage', 'export']],
  ] as const)('groups of fewer than five are not counted for who %s', async (_, scopes) => {
    const rows = await counted('MONTH, TOWNSHIP', viewerOf(['410225'], scopes));
    expect(
      rows.map(({ isSuppressed, applications }: { isSuppressed: boolean; applications: number | null }) => [isSuppressed, applications]),
    ).toEqual([
      [false, 8],
      [false, 6],
      [true, null],
    ]);
  });

  test('persons are counted, not what they apply for, of a division among others too', async () => {
    const reader = viewerOf(['330381'], ['matters:read', 'matters:handle']);
    const told = async (viewer: Viewer) =>
      (await counted('TOWNSHIP', viewer)).map(({ applications }: { applications: number | null }) => applications);
    expect(await told(reader)).toEqual([null, 6]);
    expect(await told({ ...reader, scopes: ['matters:read', 'pii:read'] })).toEqual([6, 6]);
    const references = ['330381001', '330381002'].map((code) => ({ __typename: 'Division', code }));
    const asked = `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Division {
      applicationStatistics(groupBy: []) { applications isSuppressed satisfaction } } } }`;
    const { data } = await ask(asked, reader, { references });
    expect(data._entities).toEqual([
      { applicationStatistics: [{ applications: null, isSuppressed: true, satisfaction: null }] },
      { applicationStatistics: [{ applications: 6, isSuppressed: false, satisfaction: null }] },
    ]);
  });

  test('many divisions asked alike are one statement, each with what lies below it, and none beyond the viewer’s', async () => {
    const codes = ['410225', '410225201', '410225201201', '410225206', '410225207'];
    const references = codes.map((code) => ({ __typename: 'Division', code }));
    const asked = `query ($references: [_Any!]!) { _entities(representations: $references) { ... on Division {
      applicationStatistics(groupBy: []) { applications isSuppressed immediateShare }
      months: applicationStatistics(filter: { divisionCode: "410225206", openedOn: { from: "2026-09-01" } }, groupBy: [MONTH]) { dimensions { code } applications }
    } } }`;
    const counts = async (viewer: Viewer) => {
      const { data, errors } = await ask(asked, viewer, { references });
      expect(errors).toBeUndefined();
      return data._entities as { applicationStatistics: object[]; months: object[] }[];
    };
    let county: Awaited<ReturnType<typeof counts>> = [];
    const statements = await opened.statementsOf(async () => {
      county = await counts(COUNTY);
    });
    expect(statements).toHaveLength(2);
    const totals = (each: typeof county) =>
      each.map(({ applicationStatistics: [total] }) => (total as { applications: number }).applications);
    expect(totals(county)).toEqual([17, 11, 1, 6, 0]);
    expect(county.map(({ months }) => months)).toEqual([
      [{ dimensions: [{ code: '2026-09' }], applications: 3 }],
      [{ dimensions: [{ code: '2026-09' }], applications: 3 }],
      [{ dimensions: [{ code: '2026-09' }], applications: 1 }],
      [],
      [],
    ]);
    expect(county.at(-1)!.applicationStatistics).toEqual([{ applications: 0, isSuppressed: false, immediateShare: null }]);
    expect(totals(await counts(CLERK))).toEqual([11, 11, null, 0, 0]);
  });

  test('words come in the reader’s language, and four dimensions are refused', async () => {
    expect((await counted('RATING, CHANNEL'))[1].dimensions).toEqual([
      { code: '1', label: null },
      { code: 'WINDOW', label: 'At a window' },
    ]);
    const { errors } = await ask('{ applicationStatistics(groupBy: [DAY, STATE, CHANNEL, MATTER]) { applications } }', CLERK);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'TOO_MANY_DIMENSIONS' });
  });

  test('a list of applications reads the columns behind what is shown', async () => {
    const fields =
      'acceptanceNumber matterName state dueAt division { code } implementingOrganization { name } statutoryLimit { text } promisedLimit { text } applicant { name kind organizationName idNumber } matter { id } servicePoint { id } delivery { method } rating { grade } bundleApplication { id } timeline { action } deadlines { kind } remedies { text }';
    await expectNarrow(opened, ask, CLERK, ['applications(first: 100, orderBy: DUE)', fields, 'missingMaterials']);
    await expectNarrow(opened, ask, CLERK, ['applications(first: 100)', 'acceptanceNumber availableActions', 'applicantName']);
  });

  test('the board of a township takes six statements at most', async () => {
    const board = `{
      today: applicationStatistics(filter: { divisionCode: "410225201", openedOn: { from: "2026-09-21" } }, groupBy: [STATE]) { dimensions { code label } applications }
      overdue: applications(filter: { divisionCode: "410225201", isOverdue: true }, orderBy: DUE, first: 20) { totalCount nodes { acceptanceNumber matterName dueAt state } }
      satisfaction: applicationStatistics(filter: { divisionCode: "410225201" }, groupBy: []) { satisfaction activeRatingRate }
    }`;
    let answer: Awaited<ReturnType<typeof ask>> | undefined;
    const statements = await opened.statementsOf(async () => {
      answer = await ask(board, CLERK);
    });
    expect(answer!.errors).toBeUndefined();
    expect(answer!.data.overdue).toMatchObject({ totalCount: 1, nodes: [{ state: 'REVIEWING' }] });
    expect(statements.length).toBeLessThanOrEqual(6);
  });
});
