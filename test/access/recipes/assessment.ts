import type { Speech } from '../canaries';
import { COUNTY, HIDDEN, type Owner, PUBLISHERS, TOWNSHIP_B } from '../owners';
import type { GivenRow, Recipes } from '../recipe';
import { INSIDERS } from '../viewers';
import { DEADLINE_COLUMNS, deadlineRow } from './deadlines';
import { timelineOf } from './timeline';

type SaidBy = (owner: Owner) => Speech;

const YEAR = 2020;
/** Who walks signs in for this organisation: it holds what is listed, and rates. */
const WALKERS = INSIDERS.township.viewer.organization!;

const catalogueId = (say: Speech) => say.text('appraisal_catalogue.id');
const itemId = (say: Speech) => say.text('catalogue_item.id');
const planId = (say: Speech) => say.text('inspection_plan.id');
const schemeId = (say: Speech, row: string) => say.text('appraisal_scheme.id', row);
const roundId = (say: Speech, row: string) => say.text('appraisal_round.id', row);
const subjectId = (say: Speech, row: string) => say.text('round_subject.id', row);
const raterId = (say: Speech, row: string) => say.text('round_rater.id', row);
const adjustmentId = (say: Speech, row: string) => say.text('round_adjustment.id', row);
const scorecardId = (say: Speech) => say.text('scorecard.id');
export const resultId = (say: Speech, row: string) => say.text('appraisal_result.id', row);
const appealId = (say: Speech, row: string) => say.text('appraisal_appeal.id', row);

/** Rounds, each for the step that is taken on it. */
const ROUNDS: Readonly<Record<string, GivenRow>> = {
  whole: { state: 'ARCHIVED' },
  startScoring: { state: 'OPEN' },
  returnToScoring: { state: 'CALCULATED' },
  calculateRound: { state: 'SCORING' },
  decideTie: { state: 'CALCULATED', undecidedTies: 1 },
  publishRound: { state: 'CALCULATED' },
  confirmRound: { state: 'PUBLICITY' },
  archiveRound: { state: 'CONFIRMED' },
  scoring: { state: 'SCORING' },
  fileAppeal: { state: 'PUBLICITY' },
  decideAppeal: { state: 'APPEAL', pendingAppeals: 1 },
};

/** Results: of each scale of grades, and those that a step is taken on. */
const RESULTS: Readonly<Record<string, GivenRow>> = {
  whole: { gradeScale: 'ORGANIZATION' },
  civilServant: { gradeScale: 'CIVIL_SERVANT' },
  institution: { gradeScale: 'INSTITUTION' },
  decideTie: { gradeScale: 'ORGANIZATION', isTied: true, level: 2 },
  fileAppeal: { gradeScale: 'ORGANIZATION' },
};

const INDICATOR = { code: 'A', name: '示例指标', weight: '100', source: 'MANUAL', duty: 'PRIMARY', isBundled: false };
const CUT_OFFS = { first: '90', second: '80', third: '60' };

/** What every row of a division of its own has; nothing of that is public. */
const owned = (make: (owner: Owner, say: Speech, saidBy: SaidBy) => readonly GivenRow[]) => (owner: Owner, say: Speech, saidBy: SaidBy) =>
  owner.isPublic ? [] : make(owner, say, saidBy).map((row) => ({ divisionCode: owner.division, ...row }));

const ofRound = (say: Speech) => ({ roundId: roundId(say, 'whole'), roundSubjectId: subjectId(say, 'whole') });

export const ASSESSMENT_RECIPES: Recipes = {
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
  appraisal_round: {
    kept: 'DIVISION',
    rows: owned(({ division }, say, saidBy) =>
      Object.entries(ROUNDS).map(([row, given]) => {
        const day = (column: string) => say.day(`appraisal_round.${column}`, row);
        return {
          id: roundId(say, row),
          catalogueItemId: itemId(saidBy(PUBLISHERS.county)),
          schemeId: schemeId(saidBy(PUBLISHERS.county), 'usable'),
          kind: 'TOWNSHIP',
          subjectKind: 'DIVISION',
          periodFrom: day('periodFrom'),
          periodTo: day('periodTo'),
          scoringUntil: day('scoringUntil'),
          participants: [division],
          bundles: [],
          version: 1,
          undecidedTies: 0,
          pendingAppeals: 0,
          publicUntil: row === 'fileAppeal' ? say.endDay('appraisal_round.publicUntil', row) : day('publicUntil'),
          ...given,
        };
      }),
    ),
    plain: ['divisionCode', 'catalogueItemId', 'schemeId', 'kind', 'subjectKind', 'participants', 'bundles', 'state'],
  },
  round_participant: {
    kept: 'INTERNAL',
    because: 'says who reads a round',
    rows: owned((_, say) => Object.keys(ROUNDS).map((row) => ({ roundId: roundId(say, row) }))),
  },
  round_subject: {
    kept: 'DIVISION',
    rows: owned((_, say, saidBy) =>
      [
        ['whole', 'whole'],
        ['scored', 'scoring'],
      ].map(([row, round]) => ({
        id: subjectId(say, row!),
        roundId: roundId(say, round!),
        subjectKind: 'ORGANIZATION',
        subjectKey: row === 'whole' ? governmentOf(saidBy) : say.creditCode('round_subject.subjectKey', row),
        organizationCode: say.creditCode('round_subject.organizationCode', row),
      })),
    ),
    plain: ['divisionCode', 'subjectKind'],
    unseen: { organizationCode: 'says who may speak for a person' },
  },
  round_rater: {
    kept: 'DIVISION',
    rows: owned(({ division }, say) =>
      [
        ['whole', 'whole'],
        ['scored', 'scoring'],
      ].map(([row, round]) => ({
        id: raterId(say, row!),
        roundId: roundId(say, round!),
        roundDivisionCode: division,
        creditCode: row === 'scored' ? WALKERS : say.creditCode('round_rater.creditCode', row),
      })),
    ),
    plain: ['divisionCode', 'roundDivisionCode'],
    unseen: { account: 'the token of a person says it' },
  },
  round_adjustment: {
    kept: 'DIVISION',
    rows: owned((_, say) =>
      ['whole', 'scoring'].map((row) => ({
        id: adjustmentId(say, row),
        roundId: roundId(say, row),
        roundSubjectId: subjectId(say, 'whole'),
        kind: 'BONUS',
        points: '1.5',
        ...(row === 'scoring' ? { withdrawnAt: null } : {}),
      })),
    ),
    plain: ['divisionCode', 'kind', 'points'],
  },
  round_evidence: {
    kept: 'DIVISION',
    rows: owned((_, say) => [{ ...ofRound(say), value: '12.5' }]),
    plain: ['divisionCode', 'value'],
  },
  round_calculation: {
    kept: 'DIVISION',
    rows: owned((_, say) => [{ roundId: roundId(say, 'whole') }]),
    plain: ['divisionCode'],
    unseen: { id: 'its number in the round tells it apart', inputs: 'whether they give the same again is told' },
  },
  scorecard: {
    kept: 'DIVISION',
    rows: owned(({ division }, say) => [
      {
        id: scorecardId(say),
        ...ofRound(say),
        raterId: raterId(say, 'whole'),
        roundDivisionCode: division,
        scores: [{ indicator: say.text('scorecard.scores'), score: '50' }],
      },
    ]),
    plain: ['divisionCode', 'roundDivisionCode'],
  },
  scorecard_revision: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : [{ scorecardId: scorecardId(say), scores: [{ indicator: say.text('scorecard_revision.scores'), score: '50' }] }],
  },
  appraisal_result: {
    kept: 'DIVISION',
    rows: owned(({ division }, say, saidBy) =>
      Object.entries(RESULTS).map(([row, given]) => ({
        id: resultId(say, row),
        roundId: roundId(say, row in ROUNDS ? row : 'whole'),
        roundSubjectId: subjectId(say, 'whole'),
        subjectDivisionCode: division,
        ...appraised(row, division, say, saidBy),
        organizationCode: say.creditCode('appraisal_result.organizationCode', row),
        kind: 'TOWNSHIP',
        level: 1,
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
  assessment_turn: { kept: 'INTERNAL', because: 'says only who comes after whom', rows: () => [], isJournal: true },
  ...timelineOf([
    ['AppraisalRound', (say) => roundId(say, 'whole')],
    ['Appeal', (say) => appealId(say, 'whole')],
  ]),
  case_deadline: {
    rows: (owner, say) => (owner.isPublic ? [] : [deadlineRow(owner, say)('Appeal', appealId(say, 'whole'))]),
    ...DEADLINE_COLUMNS,
  },
  scheduled_job: { kept: 'INTERNAL', because: 'what the system does by itself', rows: () => [] },
};

/** What a result is of: an organisation that the directory knows, a person that enforcement knows, or the division itself. */
function appraised(row: string, division: string, say: Speech, saidBy: SaidBy): GivenRow {
  if (row === 'fileAppeal') return { subjectKind: 'DIVISION', subjectKey: division };
  if (row === 'institution') return { subjectKind: 'STAFF_MEMBER', subjectKey: say.text('officer.staffMemberId', 'row 0') };
  const subjectKey = row === 'whole' ? governmentOf(saidBy) : say.creditCode('appraisal_result.subjectKey', row);
  return { subjectKind: 'ORGANIZATION', subjectKey };
}

/** One that the directory knows. */
const governmentOf = (saidBy: SaidBy) => saidBy(PUBLISHERS.townshipB).creditCode('organization.creditCode', 'government');

const ofB = (saidBy: SaidBy) => saidBy(HIDDEN.townshipB);
const stepOn = (saidBy: SaidBy, row: string) => ({ roundId: roundId(ofB(saidBy), row), expectedVersion: 1 });
const listed = { divisionCode: COUNTY, year: 2099, lastYearCount: 100, name: '示例', legalBasis: '示例依据', approvalDocument: '示例文号' };

export const ASSESSMENT_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  listAppraisal: () => ({
    ...listed,
    organizerCreditCode: WALKERS,
    organizerName: '示例机构',
    subjectKinds: ['DIVISION'],
    roundsAYear: 1,
  }),
  // Of another list than what is listed, whose answer would tell of it when it is sent again.
  approveVeto: () => ({ ...listed, year: 2097, code: 'V1' }),
  planSupervision: () => ({
    divisionCode: COUNTY,
    year: 2099,
    name: '示例',
    matters: ['示例事项'],
    organizerCreditCode: WALKERS,
    visitsAYear: 2,
  }),
  recordSupervision: (saidBy) => ({ planId: planId(saidBy(PUBLISHERS.county)), divisionCode: TOWNSHIP_B, visitedOn: `${YEAR}-05-05` }),
  defineScheme: () => ({
    divisionCode: TOWNSHIP_B,
    kind: 'TOWNSHIP',
    name: '示例方案',
    subjectKind: 'DIVISION',
    gradeScale: 'ORGANIZATION',
    indicators: [INDICATOR],
    raters: [{ code: 'T', name: '示例主体', kind: 'TOWNSHIP', weight: '100' }],
    bonuses: [],
    deductions: [],
    bonusCap: '0',
    vetoes: [],
    cutOffs: CUT_OFFS,
  }),
  openRound: (saidBy) => ({
    divisionCode: TOWNSHIP_B,
    catalogueItemId: itemId(saidBy(PUBLISHERS.county)),
    schemeId: schemeId(saidBy(PUBLISHERS.county), 'usable'),
    name: '示例轮次',
    periodFrom: `${YEAR}-01-01`,
    periodTo: `${YEAR}-12-31`,
    scoringUntil: `${YEAR}-12-31`,
    subjects: [{ kind: 'DIVISION', divisionCode: TOWNSHIP_B }],
    raters: [{ group: 'T', divisionCode: TOWNSHIP_B, creditCode: WALKERS }],
  }),
  startScoring: (saidBy) => stepOn(saidBy, 'startScoring'),
  returnToScoring: (saidBy) => ({ ...stepOn(saidBy, 'returnToScoring'), reason: '示例理由' }),
  recordAdjustment: (saidBy) => ({
    roundId: roundId(ofB(saidBy), 'scoring'),
    roundSubjectId: subjectId(ofB(saidBy), 'scored'),
    kind: 'BONUS',
    code: 'B',
    points: '1',
    reason: '示例理由',
  }),
  withdrawAdjustment: (saidBy) => ({ adjustmentId: adjustmentId(ofB(saidBy), 'scoring'), reason: '示例理由' }),
  submitScorecard: (saidBy) => ({
    raterId: raterId(ofB(saidBy), 'scored'),
    roundSubjectId: subjectId(ofB(saidBy), 'scored'),
    scores: [{ indicator: 'A', score: '50' }],
  }),
  calculateRound: (saidBy) => stepOn(saidBy, 'calculateRound'),
  decideTie: (saidBy) => ({ ...stepOn(saidBy, 'decideTie'), resultIds: [] }),
  publishRound: (saidBy) => stepOn(saidBy, 'publishRound'),
  fileAppeal: (saidBy) => ({ resultId: resultId(ofB(saidBy), 'fileAppeal'), grounds: '示例理由' }),
  decideAppeal: (saidBy) => ({
    appealId: appealId(ofB(saidBy), 'decideAppeal'),
    expectedVersion: 1,
    action: 'MAINTAIN',
    decision: '示例决定',
  }),
  confirmRound: (saidBy) => stepOn(saidBy, 'confirmRound'),
  archiveRound: (saidBy) => stepOn(saidBy, 'archiveRound'),
};
