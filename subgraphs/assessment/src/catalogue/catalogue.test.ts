import { ENGINES } from '@township-graph/shared/testing/database';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { STAFF, TOWNSHIP } from '../testing/assessed-bureaus';
import { AssessmentDesk, COUNTY, manager, ORGANIZER, OURS, schemeOf, viewer } from '../testing/assessment-desk';

describe.each(ENGINES)('lists and schemes on %s', (engine) => {
  const desk = AssessmentDesk.ofTests(engine);

  const entry = (year: number, name: string, more: object = {}) => ({
    divisionCode: COUNTY,
    year,
    name,
    legalBasis: '示例依据',
    approvalDocument: '示例政〔2026〕1号',
    organizerCreditCode: ORGANIZER,
    organizerName: '示例机构',
    subjectKinds: ['DIVISION'],
    roundsAYear: 1,
    ...more,
  });
  const list = (input: object, who = manager) =>
    desk.send('listAppraisal', 'catalogue { id year lastYearCount limitCount items { name } }', who, input);

  test('there are no more appraisals than seven tenths of last year’s, two at once included', async () => {
    expect((await list(entry(2030, '甲'))).error).toMatchObject({ reason: 'LAST_YEAR_UNKNOWN' });
    const { row } = await list(entry(2030, '甲', { lastYearCount: 5 }));
    expect(row).toMatchObject({ lastYearCount: 5, limitCount: 3, items: [{ name: '甲' }] });
    expect((await list(entry(2030, '甲'))).error).toMatchObject({ code: 'CONFLICT', reason: 'LISTED_ALREADY' });
    const three = await Promise.all(['乙', '丙', '丁'].map((name) => list(entry(2030, name))));
    expect(three.filter(({ error }) => error?.reason === 'CATALOGUE_FULL')).toHaveLength(1);
    // The year after goes by what was listed, whatever is said.
    expect((await list(entry(2031, '甲', { lastYearCount: 100 }))).row).toMatchObject({ lastYearCount: 3, limitCount: 2 });
  });

  test('a key that is sent again lists nothing more', async () => {
    const input = entry(2033, '甲', { lastYearCount: 10, idempotencyKey: `list-${engine}` });
    const [first, again] = [await list(input), await list(input)];
    expect(again).toEqual(first);
    expect(first.row.items).toHaveLength(1);
  });

  test.each([
    ['another county', { divisionCode: '330381' }, 'OUTSIDE_DIVISIONS'],
    ['a township', { divisionCode: OURS }, 'NOT_A_COUNTY'],
    ['no such year', { year: 1999 }, 'YEAR'],
    ['never', { roundsAYear: 0 }, 'FREQUENCY'],
    ['of nobody', { subjectKinds: [] }, 'NO_SUBJECTS'],
  ])('%s is refused', async (_, more, reason) => {
    expect((await list(entry(2032, '甲', { lastYearCount: 10, ...more }))).error).toMatchObject({ reason });
  });

  test('anybody reads the list; only a manager of the county adds to it', async () => {
    await list(entry(2040, '甲', { lastYearCount: 10 }));
    const { appraisalCatalogues } = await desk.asked(
      '{ appraisalCatalogues(filter: { year: 2040 }) { totalCount nodes { items { name } } } }',
      ANONYMOUS,
    );
    expect(appraisalCatalogues).toEqual({ totalCount: 1, nodes: [{ items: [{ name: '甲' }] }] });
    expect((await list(entry(2040, '乙'), ANONYMOUS)).error).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await list(entry(2040, '乙'), viewer(ORGANIZER, COUNTY, ['assessment:score']))).error).toMatchObject({
      reason: 'SCOPE_MISSING',
    });
  });

  test('no township is visited more often than the plan says', async () => {
    const plan = await desk.done('planSupervision', 'plan { id }', manager, {
      divisionCode: COUNTY,
      year: 2026,
      name: '六督联查',
      matters: ['示例事项'],
      organizerCreditCode: ORGANIZER,
      visitsAYear: 2,
    });
    const visit = (more: object = {}) =>
      desk.send('recordSupervision', 'visit { visitedOn }', manager, {
        planId: plan.id,
        divisionCode: OURS,
        visitedOn: '2026-03-01',
        ...more,
      });
    expect((await visit({ visitedOn: '2025-12-31' })).error).toMatchObject({ reason: 'VISIT' });
    expect((await visit({ divisionCode: '330381002' })).error).toMatchObject({ reason: 'VISIT' });
    const three = await Promise.all([visit(), visit(), visit()]);
    expect(three.filter(({ error }) => error?.reason === 'SUPERVISION_CAP')).toHaveLength(1);
    expect((await visit({ divisionCode: '410225206' })).error).toBeUndefined();
    const seen = async (who: typeof manager) =>
      (await desk.asked('{ supervisionPlans { nodes { visits { visitedOn } } } }', who)).supervisionPlans.nodes[0].visits.length;
    expect([await seen(manager), await seen(viewer(null, OURS, [])), await seen(ANONYMOUS)]).toEqual([3, 2, 0]);
  });

  const define = (more: object = {}, who = manager) =>
    desk.send('defineScheme', 'scheme { id edition state predecessor { state } }', who, schemeOf(more));
  const indicator = (more: object = {}) => [{ ...schemeOf().indicators[0], ...more }];

  test.each<[string, object, string]>([
    [
      'weights that make 99.99',
      { indicators: [...indicator({ weight: '50' }), ...indicator({ code: 'B', weight: '49.99' })] },
      'WEIGHTS_NOT_100',
    ],
    ['raters that make 100.000001', { raters: [{ ...schemeOf().raters[0], weight: '100.000001' }] }, 'WEIGHTS_NOT_100'],
    ['a weight of nothing', { indicators: [...indicator(), ...indicator({ code: 'B', weight: '0' })] }, 'WEIGHT'],
    ['a code twice', { indicators: [...indicator({ weight: '50' }), ...indicator({ weight: '50' })] }, 'CODE'],
    ['fines in a name', { indicators: indicator({ name: '罚没收入完成率' }) }, 'FINES_IN_APPRAISAL'],
    ['fines in a deduction', { deductions: [{ code: 'D', name: '罚款未达标', maximum: '1' }] }, 'FINES_IN_APPRAISAL'],
    [
      'fines in a query',
      {
        indicators: indicator({
          source: 'GRAPH_QUERY',
          query: '{ enforcementStatistics(groupBy: []) { paidOnTimeShare } }',
          answerPath: 'x',
          worst: '0',
          best: '1',
        }),
        raters: [],
      },
      'FINES_IN_APPRAISAL',
    ],
    [
      'fines in a path',
      {
        indicators: indicator({
          source: 'GRAPH_QUERY',
          query: '{ division(code: "410225") { name } }',
          answerPath: 'cases.0.penalties',
          worst: '0',
          best: '1',
        }),
        raters: [],
      },
      'FINES_IN_APPRAISAL',
    ],
    [
      'a query without its path',
      { indicators: indicator({ source: 'GRAPH_QUERY', query: '{ x }', worst: '0', best: '1' }), raters: [] },
      'QUERY_INCOMPLETE',
    ],
    ['a query on what raters score', { indicators: indicator({ query: '{ x }' }) }, 'QUERY_OF_MANUAL'],
    [
      'what a township only supports',
      { kind: 'TOWNSHIP', subjectKind: 'DIVISION', appraisedUnit: null, indicators: indicator({ duty: 'SUPPORTING' }) },
      'SUPPORTING_DUTY',
    ],
    ['cut-offs that rise', { cutOffs: { first: '60', second: '80', third: '90' } }, 'CUT_OFFS'],
    ['a quarter excellent', { quotaPercent: 25 }, 'QUOTA_TOO_LARGE'],
    ['grades of persons for a bureau', { gradeScale: 'CIVIL_SERVANT' }, 'SCALE_OF_SUBJECT'],
    [
      'townships of 29.99 for a department',
      {
        raters: [
          { code: 'T', name: '乡镇', kind: 'TOWNSHIP', weight: '29.99' },
          { code: 'L', name: '领导', kind: 'LEADER', weight: '70.01' },
        ],
      },
      'TOWNSHIP_SHARE',
    ],
    [
      'townships of 59 for a dispatched unit',
      {
        appraisedUnit: 'DISPATCHED_UNIT',
        raters: [
          { code: 'T', name: '乡镇', kind: 'TOWNSHIP', weight: '59' },
          { code: 'L', name: '领导', kind: 'LEADER', weight: '41' },
        ],
      },
      'TOWNSHIP_SHARE',
    ],
    ['a veto that nobody approved', { vetoes: ['NOBODY'] }, 'UNAPPROVED_VETO'],
    ['a scheme of another county', { divisionCode: '330381' }, 'OUTSIDE_DIVISIONS'],
  ])('%s: refused', async (_, more, reason) => {
    expect((await define(more)).error).toMatchObject({ reason });
  });

  test('the floors themselves are enough, and thirds are exact', async () => {
    const raters = (least: string, rest: string) => [
      { code: 'T', name: '乡镇', kind: 'TOWNSHIP', weight: least },
      { code: 'L', name: '领导', kind: 'LEADER', weight: rest },
    ];
    expect((await define({ raters: raters('30', '70') })).error).toBeUndefined();
    expect((await define({ appraisedUnit: 'DISPATCHED_UNIT', raters: raters('60', '40') })).error).toBeUndefined();
    const thirds = [
      indicator({ weight: '33.333333' }),
      indicator({ code: 'B', weight: '33.333333' }),
      indicator({ code: 'C', weight: '33.333334' }),
    ].flat();
    expect((await define({ indicators: thirds })).error).toBeUndefined();
  });

  test('a yearly appraisal of staff has the county’s quota of the excellent, though nobody says so', async () => {
    const quotaOf = async (more: object) =>
      (await desk.done('defineScheme', 'scheme { quotaPercent }', manager, schemeOf(more))).quotaPercent;
    expect([await quotaOf(STAFF), await quotaOf({ ...STAFF, quotaPercent: 10 }), await quotaOf(TOWNSHIP)]).toEqual([20, 10, null]);
  });

  test('a scheme is never changed: a new edition takes its place, and of two at once, one', async () => {
    const { row } = await define();
    const twice = await Promise.all([define({ replaces: row.id }), define({ replaces: row.id })]);
    expect(twice.filter(({ error }) => error?.reason === 'SCHEME_REPLACED')).toHaveLength(1);
    expect(twice.find((each) => each.row)!.row).toMatchObject({ edition: 2, state: 'CURRENT', predecessor: { state: 'REPLACED' } });
    expect((await define({ replaces: 'nothing' })).error).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('every published shape makes a scheme; but Ruian’s of before, whose townships weighed too little', async () => {
    const query = `{ appraisalSchemeTemplates { code source isDemonstration kind subjectKind appraisedUnit gradeScale bonusCap quotaPercent
      indicators { code name description weight source duty isBundled } raters { code name kind weight quorum }
      bonuses { code name maximum } deductions { code name maximum } cutOffs { first second third } } }`;
    const { appraisalSchemeTemplates } = await desk.asked(query, ANONYMOUS);
    expect(appraisalSchemeTemplates.length).toBe(9);
    for (const { code, source, isDemonstration, ...content } of appraisalSchemeTemplates) {
      const { error } = await define({ ...content, vetoes: [] });
      expect([code, error?.reason]).toEqual([code, code === 'RUIAN_DEPARTMENT_BEFORE' ? 'TOWNSHIP_SHARE' : undefined]);
      expect([source.length > 0, isDemonstration]).toEqual([true, true]);
    }
  });
});
