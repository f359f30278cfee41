import { ENGINES } from '@township-graph/shared/testing/database';
import { AssessmentDesk, COUNTY, manager, OURS, viewer } from '../testing/assessment-desk';
import { loadDemo } from './load-demo';

describe.each(ENGINES)('the demonstration on %s', (engine) => {
  let desk: AssessmentDesk;

  beforeAll(async () => {
    desk = await AssessmentDesk.open(engine);
    await loadDemo(desk.opened.database, undefined, { scale: 0.02 });
    await loadDemo(desk.opened.database, undefined, { scale: 0.02 });
  });
  afterAll(() => desk.opened.close());

  test('has three rounds that are over, whose results whoever computes them gets again', async () => {
    const { appraisalRounds } = await desk.asked(
      '{ appraisalRounds { nodes { kind state subjects { id } calculations { isReproducible } } } }',
    );
    // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
    const shown = appraisalRounds.nodes.map(({ kind, state, subjects, calculations }: Record<string, any>) => [
      kind,
      state,
      subjects.length,
      calculations,
    ]);
    const over = [{ isReproducible: true }];
    expect(shown.sort()).toEqual([
      ['ANNUAL_STAFF', 'CONFIRMED', 15, over],
      ['MUTUAL', 'CONFIRMED', 6, over],
      ['TOWNSHIP', 'CONFIRMED', 16, over],
    ]);
  });

  test('a township reads the ranking of townships, and of staff its own', async () => {
    const query = `{ results: appraisalResults(first: 100) { nodes { subjectKind score } } }`;
    const { results } = await desk.asked(query, viewer(null, OURS, []));
    const count = (kind: string) => results.nodes.filter(({ subjectKind }: { subjectKind: string }) => subjectKind === kind).length;
    expect([count('DIVISION'), count('ORGANIZATION')]).toEqual([16, 6]);
    const county = await desk.asked(query, manager);
    expect(county.results.nodes).toHaveLength(37);
    expect(county.results.nodes.every(({ score }: { score: string | null }) => score !== null)).toBe(true);
    const { appraisalCatalogues } = await desk.asked(
      `{ appraisalCatalogues(filter: { divisionCode: "${COUNTY}" }) { nodes { limitCount items { name } } } }`,
    );
    expect(appraisalCatalogues.nodes).toMatchObject([{ limitCount: 7, items: [{}, {}, {}] }]);
  });
});
