import { PUBLISHERS } from '../owners';
import type { Recipes } from '../recipe';
import { CUT_OFFS, catalogueId, INDICATOR, itemId, owned, planId, schemeId, WALKERS, YEAR } from './assessment-ids';

/** What is approved, planned and defined before anything is appraised. */
export const ASSESSMENT_LISTS: Recipes = {
  appraisal_catalogue: {
    kept: 'PUBLIC',
    because: 'a list that nobody can read refuses nothing (山东省乡镇人民政府工作条例§19)',
    rows: ({ division: divisionCode }, say) => [{ id: catalogueId(say), divisionCode, year: YEAR }],
  },
  catalogue_item: {
    kept: 'PUBLIC',
    because: 'as the list',
    rows: ({ division: divisionCode }, say) => [
      {
        id: itemId(say),
        catalogueId: catalogueId(say),
        divisionCode,
        year: YEAR,
        organizerCreditCode: WALKERS,
        subjectKinds: ['DIVISION'],
        roundsAYear: 300,
      },
    ],
  },
  veto_item: {
    kept: 'PUBLIC',
    because: 'as the list',
    rows: ({ division: divisionCode }, say) => [{ id: say.text('veto_item.id'), catalogueId: catalogueId(say), divisionCode }],
  },
  inspection_plan: {
    kept: 'PUBLIC',
    because: 'a cap on visits is there for those who are visited',
    rows: ({ division: divisionCode }, say) => [
      {
        id: planId(say),
        divisionCode,
        year: YEAR,
        matters: [say.text('inspection_plan.matters')],
        organizerCreditCode: say.creditCode('inspection_plan.organizerCreditCode'),
        visitsAYear: 300,
      },
    ],
  },
  appraisal_scheme: {
    kept: 'PUBLIC',
    because: 'whoever is appraised may know how',
    rows: ({ division: divisionCode }, say) =>
      ['whole', 'usable'].map((row) => ({
        id: schemeId(say, row),
        divisionCode,
        kind: 'TOWNSHIP',
        subjectKind: 'DIVISION',
        bundledKind: row === 'whole' ? 'ORGANIZATION' : null,
        appraisedUnit: row === 'whole' ? 'DEPARTMENT' : null,
        gradeScale: 'ORGANIZATION',
        indicators: [
          row === 'whole' ? { ...INDICATOR, description: '示例', query: '{ x }', answerPath: 'x', worst: '0', best: '1' } : INDICATOR,
        ],
        raters: [{ code: 'T', name: '示例主体', kind: 'TOWNSHIP', weight: '100', quorum: row === 'whole' ? 1 : null }],
        bonuses: [{ code: 'B', name: '示例加分', maximum: '2' }],
        deductions: [{ code: 'D', name: '示例减分', maximum: '2' }],
        bonusCap: '3',
        vetoes: row === 'whole' ? [say.text('appraisal_scheme.vetoes')] : [],
        cutOffs: CUT_OFFS,
        quotaPercent: 20,
        predecessorId: row === 'whole' ? schemeId(say, 'usable') : null,
        state: 'CURRENT',
      })),
  },
  inspection_visit: {
    kept: 'DIVISION',
    rows: owned((_, say, saidBy) => [{ planId: planId(saidBy(PUBLISHERS.county)), visitedOn: say.day('inspection_visit.visitedOn') }]),
    plain: ['planId', 'divisionCode'],
  },
};
