import { OutboxEvent } from '@township-graph/shared/command/outbox-event.entity';
import { ENGINES } from '@township-graph/shared/testing/database';
import { AssessmentDesk, COUNTY, manager, OURS, viewer } from '../testing/assessment-desk';
import { loadDemo } from './load-demo';

describe.each(ENGINES)('the demonstration on %s', (engine) => {
  const desk = AssessmentDesk.ofTests(engine);
  const clock = () => new Date('2026-03-02T02:00:00Z');

  beforeAll(async () => {
    await loadDemo(desk.opened.database, undefined, { clock });
    await loadDemo(desk.opened.database, undefined, { clock: () => new Date('2027-03-02T02:00:00Z') });
  });

  test('has three rounds that were held as rounds are, whose results whoever computes them gets again', async () => {
    const { appraisalRounds } = await desk.asked(
      '{ appraisalRounds { nodes { kind year isDemonstration subjects { id } calculations { isReproducible } timeline { to } } } }',
    );
    // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
    const shown = appraisalRounds.nodes.map(({ subjects, timeline, ...round }: Record<string, any>) => ({
      ...round,
      subjects: subjects.length,
      course: timeline.map(({ to }: { to: string }) => to).join(),
    }));
    const over = {
      year: 2025,
      isDemonstration: true,
      calculations: [{ isReproducible: true }],
      course: 'OPEN,SCORING,CALCULATED,PUBLICITY,CONFIRMED',
    };
    expect(shown).toHaveLength(3);
    expect(shown).toContainEqual({ ...over, kind: 'ANNUAL_STAFF', subjects: 233 });
    expect(shown).toContainEqual({ ...over, kind: 'MUTUAL', subjects: 6 });
    expect(shown).toContainEqual({ ...over, kind: 'TOWNSHIP', subjects: 16 });
  });

  test('tells each result of a person, and what each township says of each department, to who follows them', async () => {
    const told = (type: string) => desk.opened.database.manager.findBy(OutboxEvent, { type });
    expect(await told('ANNUAL_RESULT_CONFIRMED')).toHaveLength(233);
    const grades = (await told('MUTUAL_EVALUATION_CONFIRMED')).map(({ payload }) => (payload as { grade: string }).grade);
    expect(grades).toHaveLength(96);
    // Some of which enable a recall, and most of which do not.
    expect(grades.filter((grade) => grade === 'POOR').length).toBeGreaterThan(0);
    expect(grades.filter((grade) => grade === 'POOR').length).toBeLessThan(16);
    const { appraisalStatistics } = await desk.asked(
      '{ appraisalStatistics(filter: { kind: [ANNUAL_STAFF], confirmed: true }, groupBy: []) { results scored excellent failed } }',
    );
    expect(appraisalStatistics).toEqual([{ results: 233, scored: 233, excellent: 46, failed: 0 }]);
  });

  test('a township reads the ranking of townships, and of staff its own', async () => {
    const query = `query ($kind: [AppraisalSubjectKind!]) {
      results: appraisalResults(filter: { subjectKind: $kind }, first: 100) { totalCount nodes { subjectKind score } } }`;
    const count = async (kind: string, who = viewer(null, OURS, [])) => (await desk.asked(query, who, { kind })).results.totalCount;
    expect([await count('DIVISION'), await count('ORGANIZATION'), await count('STAFF_MEMBER')]).toEqual([16, 6, 14]);
    expect(await count('STAFF_MEMBER', manager)).toBe(233);
    const { appraisalCatalogues } = await desk.asked(
      `{ appraisalCatalogues(filter: { divisionCode: "${COUNTY}" }) { nodes { limitCount items { name } } } }`,
    );
    expect(appraisalCatalogues.nodes).toMatchObject([{ limitCount: 7, items: [{}, {}, {}] }]);
  });
});
