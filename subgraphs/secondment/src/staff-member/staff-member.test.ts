import { townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import type { Viewer } from '@township-graph/shared/viewer';
import { SECONDMENT_SCHEMA } from '../database';
import { createSecondmentSubgraph } from '../subgraph';
import { staffRow } from '../testing/staff-row';

const OURS = '410225201';
const NEIGHBOUR = '410225206';
const COUNTY = '410225';
const { creditCode: home } = townshipGovernmentOf(OURS);

const reading = (division: string) => viewerOf([division], ['personnel:read']);

describe.each(ENGINES)('members of staff on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;

  beforeAll(async () => {
    opened = await freshDatabase(engine, SECONDMENT_SCHEMA);
    const rows = [
      staffRow({
        id: 'at-home',
        divisionCode: OURS,
        homeDivisionCode: OURS,
        homeCreditCode: home!,
        postRank: 'SECTION_DEPUTY',
        isLeading: true,
      }),
      staffRow({ id: 'from-county', divisionCode: OURS, homeDivisionCode: COUNTY, fundingKind: 'PARTIAL' }),
      staffRow({ id: 'sent-away', divisionCode: NEIGHBOUR, homeDivisionCode: OURS, homeCreditCode: home! }),
      staffRow({ id: 'left', divisionCode: OURS, homeDivisionCode: OURS, leftOn: '2024-01-01' }),
    ];
    for (const row of rows) await opened.database.getRepository('StaffMember').insert(row);
    ask = asking((await createSecondmentSubgraph({ database: opened.database })).execute);
  });

  afterAll(() => opened.close());

  const found = async (filter: string, viewer: Viewer): Promise<string[]> => {
    const { data, errors } = await ask(`{ staffMembers(filter: { ${filter} }) { totalCount nodes { id } } }`, viewer);
    expect(errors).toBeUndefined();
    const ids = (data.staffMembers.nodes as { id: string }[]).map(({ id }) => id);
    expect(data.staffMembers.totalCount).toBe(ids.length);
    return ids.sort();
  };

  test.each([
    ['where they serve', reading(NEIGHBOUR), ['sent-away']],
    ['where their home is, and where they serve', reading(OURS), ['at-home', 'from-county', 'sent-away']],
    ['by the county', reading(COUNTY), ['at-home', 'from-county', 'sent-away']],
    ['by nobody without the scope', viewerOf([COUNTY], ['matters:read']), []],
    ['by nobody elsewhere', reading('330381'), []],
  ])('are seen %s', async (_, viewer, ids) => {
    expect(await found('', viewer)).toEqual(ids);
  });

  test.each([
    [`divisionCode: "${OURS}"`, ['at-home', 'from-county']],
    [`homeDivisionCode: "${OURS}"`, ['at-home', 'sent-away']],
    ['servesElsewhere: true', ['from-county', 'sent-away']],
    ['fundingKind: [PARTIAL]', ['from-county']],
    ['postRank: [SECTION_DEPUTY], isLeading: true', ['at-home']],
    ['isLeading: false', ['from-county', 'sent-away']],
    [`homeCreditCode: "${home}"`, ['at-home', 'sent-away']],
    ['hasLeft: true', ['left']],
  ])('{ %s } finds %j', async (filter, ids) => {
    expect(await found(filter, reading(COUNTY))).toEqual(ids);
  });

  test('show a masked name, the post, home and place of service', async () => {
    const { data } = await ask(
      '{ staffMember(id: "at-home") { name post { rank isSectionChief } homeOrganization { creditCode } servingDivision { code } servesElsewhere } }',
      reading(OURS),
    );
    expect(data.staffMember).toEqual({
      name: '示*',
      post: { rank: 'SECTION_DEPUTY', isSectionChief: true },
      homeOrganization: { creditCode: home },
      servingDivision: { code: OURS },
      servesElsewhere: false,
    });
  });

  test('are listed by their organisation, as far as the viewer sees them', async () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { staffMembers { totalCount nodes { id } } } } }`;
    const listed = async (viewer: Viewer) => {
      const { data } = await ask(query, viewer, { r: [{ __typename: 'Organization', creditCode: home }] });
      return data._entities[0].staffMembers.nodes.map(({ id }: { id: string }) => id).sort();
    };
    expect(await listed(reading(OURS))).toEqual(['at-home', 'sent-away']);
    expect(await listed(reading(NEIGHBOUR))).toEqual(['sent-away']);
  });
});
