import { insertAll } from '@township-graph/shared/insert-all';
import { viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES } from '@township-graph/shared/testing/database';
import { Establishment } from '../establishment/establishment.entity';
import { EstablishmentTransfer } from '../establishment/establishment-transfer.entity';
import { StaffMember } from '../staff-member/staff-member.entity';
import {
  COUNTY,
  COUNTY_DESK,
  NEIGHBOUR,
  NEIGHBOUR_DESK,
  OURS,
  type SecondmentDesk,
  secondmentDesk,
  TOWNSHIP_DESK,
} from '../testing/secondment-desk';
import { staffRow } from '../testing/staff-row';

const ORGAN = '12410225DEM0000224';
const times = (count: number, id: string, said: object) =>
  Array.from({ length: count }, (_, index) => staffRow({ id: `${id}-${index}`, ...said }));

describe.each(ENGINES)('posts and people of divisions on %s', (engine) => {
  let desk: SecondmentDesk;

  beforeAll(async () => {
    desk = await secondmentDesk(engine);
    const { manager } = desk.opened.database;
    const own = { homeCreditCode: ORGAN, homeDivisionCode: OURS };
    await insertAll(manager, StaffMember, [
      ...times(10, 'own', { ...own, divisionCode: OURS }),
      ...times(8, 'placed', { homeDivisionCode: COUNTY, divisionCode: OURS, establishmentKind: 'ADMINISTRATIVE', fundingKind: null }),
      ...times(1, 'leader', { homeDivisionCode: COUNTY, divisionCode: OURS, isLeading: true, postRank: 'SECTION_HEAD' }),
      ...times(2, 'away', { ...own, divisionCode: NEIGHBOUR }),
      ...times(3, 'left', { ...own, divisionCode: OURS, leftOn: '2020-01-01' }),
      ...times(6, 'county', { divisionCode: COUNTY }),
    ]);
    const approval = { approvalAuthority: '示例编委', approvalNumber: '示例编〔2020〕1号', approvedOn: '2020-01-01' };
    const kind = { kind: 'INSTITUTION', fundingKind: 'FULL' };
    const ours = { organCreditCode: ORGAN, organName: '示例中心', organKind: 'PUBLIC_INSTITUTION', divisionCode: OURS };
    await insertAll(manager, Establishment, [{ id: 'ours', ...ours, ...kind, ...approval, approved: 20, version: 1 }]);
    const ends = {
      fromEstablishmentId: 'theirs',
      fromCreditCode: 'x',
      fromName: 'x',
      toEstablishmentId: 'ours',
      toCreditCode: ORGAN,
      toName: 'x',
    };
    const cross = {
      crossLevelAuthority: null,
      crossLevelNumber: null,
      crossLevelOn: null,
      persons: 0,
      at: new Date('2020-01-02T00:00:00Z'),
    };
    await insertAll(manager, EstablishmentTransfer, [
      { id: 'down', ...ends, ...kind, ...approval, ...cross, posts: 14, divisionCode: COUNTY, toDivisionCode: OURS },
      { id: 'up', ...ends, ...kind, ...approval, ...cross, posts: 3, divisionCode: OURS, toDivisionCode: COUNTY },
    ]);
  });
  afterAll(() => desk.opened.close());

  const SHOWN = 'approved actual vacancy disposableForce placedIn placedOut disposableGrowth receivedPosts quota { minimum maximum }';
  const staffing = async (codes: string[], viewer = COUNTY_DESK) => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Division { staffing { ${SHOWN} } } } }`;
    const { data, errors } = await desk.ask(query, viewer, { r: codes.map((code) => ({ __typename: 'Division', code })) });
    expect(errors).toBeUndefined();
    return data._entities.map((each: { staffing: object }) => each.staffing);
  };
  const OUR_STAFFING = {
    approved: 20,
    actual: 12,
    vacancy: 8,
    disposableForce: 19,
    placedIn: 9,
    placedOut: 2,
    disposableGrowth: 0.9,
    receivedPosts: 11,
  };

  test('are counted for many in three statements, with the force that a township has to dispose of', async () => {
    const answers: unknown[] = [];
    const statements = await desk.opened.statementsOf(async () => {
      answers.push(...(await staffing([OURS, COUNTY])));
    });
    expect(statements).toHaveLength(3);
    expect(answers).toEqual([
      { ...OUR_STAFFING, quota: { minimum: 10, maximum: 15 } },
      {
        approved: 20,
        actual: 12,
        vacancy: 8,
        disposableForce: 27,
        placedIn: 0,
        placedOut: 0,
        disposableGrowth: 0,
        receivedPosts: 0,
        quota: null,
      },
    ]);
  });

  test('are counted as far as the viewer sees them', async () => {
    expect(await staffing([OURS], TOWNSHIP_DESK)).toEqual([{ ...OUR_STAFFING, quota: { minimum: 10, maximum: 15 } }]);
    expect(await staffing([OURS], NEIGHBOUR_DESK)).toMatchObject([
      { approved: 0, actual: 0, disposableForce: 0, placedOut: 2, receivedPosts: 0 },
    ]);
    expect(await staffing([OURS], viewerOf([OURS], []))).toMatchObject([{ approved: 0, disposableForce: 0, placedOut: 0 }]);
  });

  const counted = async (groupBy: string, viewer = COUNTY_DESK) =>
    (
      await desk.answered(
        `{ staffingStatistics(groupBy: [${groupBy}]) { dimensions { code label } isSuppressed people servingElsewhere leading outside growth } }`,
        viewer,
      )
    ).staffingStatistics;

  test('by the level of the division where people serve, in one statement', async () => {
    const statements = await desk.opened.statementsOf(() => counted('LEVEL'));
    expect(statements).toHaveLength(1);
    expect(await counted('LEVEL')).toEqual([
      {
        dimensions: [{ code: 'COUNTY', label: 'County' }],
        isSuppressed: false,
        people: 6,
        servingElsewhere: 0,
        leading: 0,
        outside: 0,
        growth: 0,
      },
      {
        dimensions: [{ code: 'TOWNSHIP', label: 'Township' }],
        isSuppressed: false,
        people: 21,
        servingElsewhere: 11,
        leading: 1,
        outside: 0,
        growth: 1.1,
      },
    ]);
  });

  test('of fewer than five people only for who may read of persons', async () => {
    const clear = viewerOf([COUNTY], ['personnel:read', 'pii:read']);
    const few = (rows: { isSuppressed: boolean; people: number }[]) => rows.map(({ isSuppressed, people }) => [isSuppressed, people]);
    expect(few(await counted('POST_RANK'))).toEqual([
      [true, null],
      [false, 26],
    ]);
    expect(few(await counted('POST_RANK', clear))).toEqual([
      [false, 1],
      [false, 26],
    ]);
    expect(await counted('DIVISION, ESTABLISHMENT_KIND, FUNDING_KIND', TOWNSHIP_DESK)).toHaveLength(3);
    const { errors } = await desk.ask(
      '{ staffingStatistics(groupBy: [DIVISION, LEVEL, POST_RANK, FUNDING_KIND]) { people } }',
      COUNTY_DESK,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'TOO_MANY_DIMENSIONS' });
  });

  test('that went down are summed by the transfers that a viewer sees', async () => {
    const sum = async (filter: string, viewer = COUNTY_DESK) =>
      (await desk.answered(`{ transferredPosts(filter: { ${filter} }) }`, viewer)).transferredPosts;
    expect(await sum('isDownward: true')).toBe(14);
    expect(await sum(`toDivisionCode: "${COUNTY}"`)).toBe(17);
    expect(await sum('', NEIGHBOUR_DESK)).toBe(0);
  });
});
