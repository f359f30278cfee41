import type { Speech } from '../canaries';
import type { GivenRow, Recipes } from '../recipe';
import { appealId, governmentOf, owned, resultId, roundId, type SaidBy, subjectId } from './assessment-ids';

/** Results: of each scale of grades, and those that a step is taken on. */
const RESULTS: Readonly<Record<string, GivenRow>> = {
  whole: { gradeScale: 'ORGANIZATION' },
  civilServant: { gradeScale: 'CIVIL_SERVANT' },
  institution: { gradeScale: 'INSTITUTION' },
  decideTie: { gradeScale: 'ORGANIZATION', isTied: true, level: 2 },
  fileAppeal: { gradeScale: 'ORGANIZATION' },
  correctResult: { gradeScale: 'ORGANIZATION' },
  correctScores: { gradeScale: 'ORGANIZATION', scoreHundredths: 5000, level: 4 },
};

/** Those whose round waits for the same step. */
const STEPPED: Readonly<Record<string, true>> = { decideTie: true, fileAppeal: true, correctScores: true };

/** What came of rounds, and what was objected to it. */
export const ASSESSMENT_RESULTS: Recipes = {
  appraisal_result: {
    kept: 'DIVISION',
    rows: owned(({ division }, say, saidBy) =>
      Object.entries(RESULTS).map(([row, given]) => ({
        id: resultId(say, row),
        roundId: roundId(say, row in STEPPED ? row : 'whole'),
        roundSubjectId: subjectId(say, row === 'correctScores' ? 'corrected' : 'whole'),
        subjectDivisionCode: division,
        ...appraised(row, division, say, saidBy),
        organizationCode: say.creditCode('appraisal_result.organizationCode', row),
        kind: 'TOWNSHIP',
        level: 1,
        version: 1,
        isTied: false,
        parts: [{ indicator: say.text('appraisal_result.parts', row), weight: '100', score: '50.000000' }],
        missing: [
          {
            indicator: say.text('appraisal_result.missing', `${row} indicator`),
            rater: say.text('appraisal_result.missing', row),
            reason: 'CARDS_MISSING',
          },
        ],
        bonus: '1.00',
        deductions: '1.00',
        ...given,
      })),
    ),
    plain: ['divisionCode', 'subjectDivisionCode', 'subjectKind', 'kind', 'gradeScale', 'bonus', 'deductions'],
    unseen: { organizationCode: 'says who may speak for a person' },
  },
  appraisal_appeal: {
    kept: 'DIVISION',
    rows: owned(({ division }, say) =>
      ['whole', 'decideAppeal'].map((row) => ({
        id: appealId(say, row),
        roundId: roundId(say, row),
        resultId: resultId(say, 'whole'),
        roundDivisionCode: division,
        state: row === 'whole' ? 'MAINTAINED' : 'FILED',
        version: 1,
      })),
    ),
    plain: ['divisionCode', 'roundDivisionCode', 'state'],
  },
  result_correction: {
    kept: 'DIVISION',
    rows: owned(({ division }, say) => [
      {
        resultId: resultId(say, 'whole'),
        roundDivisionCode: division,
        gradeScale: 'ORGANIZATION',
        fromLevel: 2,
        toLevel: 1,
        ground: 'REVIEW',
        appliedOn: say.day('result_correction.appliedOn'),
      },
    ]),
    plain: ['divisionCode', 'roundDivisionCode', 'gradeScale', 'ground'],
  },
};

/** What a result is of: an organisation that the directory knows, a person that enforcement knows, or the division itself. */
function appraised(row: string, division: string, say: Speech, saidBy: SaidBy): GivenRow {
  if (row === 'fileAppeal') return { subjectKind: 'DIVISION', subjectKey: division };
  if (row === 'institution') return { subjectKind: 'STAFF_MEMBER', subjectKey: say.text('officer.staffMemberId', 'row 0') };
  const subjectKey = row === 'whole' ? governmentOf(saidBy) : say.creditCode('appraisal_result.subjectKey', row);
  return { subjectKind: 'ORGANIZATION', subjectKey };
}
