import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ENGINES } from '@township-graph/shared/testing/database';
import { Kind, parse, print } from 'graphql';
import {
  AssessmentDesk,
  BUREAU,
  COUNTY,
  DEPARTMENT,
  GOVERNMENTS,
  manager,
  ORGANIZER,
  OURS,
  rater,
  schemeOf,
  THEIRS,
} from '../testing/assessment-desk';

/** The operations of the README's round, by name. */
function shownRound(): ReadonlyMap<string, string> {
  const readme = readFileSync(path.resolve(__dirname, '../../README.md'), 'utf8');
  const [, text = ''] = /### A round, from the list to the ranking\n\n```graphql\n([\s\S]*?)```/.exec(readme) ?? [];
  return new Map(
    parse(text).definitions.map((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each.name!.value, print(each)] : ['', ''])),
  );
}

describe.each(ENGINES)('the round as the README shows it, on %s', (engine) => {
  const desk = AssessmentDesk.ofTests(engine);
  const shown = shownRound();

  test('runs from the list to the ranking', async () => {
    const does = async (name: string, variables: object, who = manager) => {
      const data = await desk.asked(shown.get(name)!, who, variables as Record<string, unknown>);
      // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
      return Object.values(data)[0] as Record<string, any>;
    };
    const listing = {
      divisionCode: COUNTY,
      year: 2026,
      lastYearCount: 10,
      name: '示例考核',
      legalBasis: '示例依据',
      approvalDocument: '示例文号',
    };
    const organizer = { organizerCreditCode: ORGANIZER, organizerName: '示例机构', subjectKinds: ['ORGANIZATION'], roundsAYear: 1 };
    const { catalogue } = await does('List', { input: { ...listing, ...organizer } });
    expect(catalogue.limitCount).toBe(7);
    const { scheme } = await does('Define', { input: schemeOf({ quotaPercent: 20 }) });
    const { round } = await does('Open', {
      input: {
        divisionCode: COUNTY,
        catalogueItemId: catalogue.items[0].id,
        schemeId: scheme.id,
        name: '示例轮次',
        periodFrom: '2026-01-01',
        periodTo: '2026-06-30',
        scoringUntil: '2026-07-10',
        subjects: [DEPARTMENT, BUREAU].map((creditCode) => ({ kind: 'ORGANIZATION', divisionCode: COUNTY, creditCode })),
        raters: [OURS, THEIRS].map((divisionCode, at) => ({ group: 'T', divisionCode, creditCode: GOVERNMENTS[at] })),
      },
    });
    expect(round.availableActions).toEqual(['START_SCORING']);
    await does('Start', { input: { roundId: round.id, expectedVersion: 1 } });
    const { appraisalRound } = await desk.asked(
      'query ($id: ID!) { appraisalRound(id: $id) { subjects { id subject { ... on Organization { creditCode } } } raters { id division { code } } } }',
      manager,
      { id: round.id },
    );
    for (const town of appraisalRound.raters)
      for (const { id, subject } of appraisalRound.subjects) {
        const isOurs = town.division.code === OURS;
        const score = subject.creditCode === BUREAU ? '91.5' : isOurs ? '80' : '81.33';
        const input = { raterId: town.id, roundSubjectId: id, scores: [{ indicator: 'A', score }] };
        await does('Score', { input }, isOurs ? rater(GOVERNMENTS[0], OURS) : rater(GOVERNMENTS[1], THEIRS));
      }
    const calculated = await does('Calculate', { input: { roundId: round.id, expectedVersion: 2 } });
    expect(calculated.round).toEqual({ version: 3, state: 'CALCULATED', undecidedTies: 0 });
    const { round: published } = await does('Publish', { input: { roundId: round.id, expectedVersion: 3 } });
    expect(published).toMatchObject({ version: 4, publicUntil: '2026-03-09', deadlines: [{ kind: 'SCORING' }, { kind: 'PUBLICITY' }] });
    desk.now = new Date('2026-03-10T02:00:00Z');
    const confirmed = await does('Confirm', { input: { roundId: round.id, expectedVersion: 4 } });
    expect(confirmed.round.state).toBe('CONFIRMED');
    const { nodes } = await does('Ranking', { round: round.id }, rater(GOVERNMENTS[0], OURS));
    // Of two nobody is excellent: a fifth of two is none.
    expect(nodes).toEqual([
      {
        rank: 1,
        score: '91.50',
        grade: { organization: 'GOOD' },
        subject: { creditCode: BUREAU },
        parts: [{ indicator: 'A', weight: '100', score: '91.500000' }],
      },
      {
        rank: 2,
        score: '80.67',
        grade: { organization: 'GOOD' },
        subject: { creditCode: DEPARTMENT },
        parts: [{ indicator: 'A', weight: '100', score: '80.665000' }],
      },
    ]);
  });
});
