import { PUBLISHERS } from '../owners';
import type { GivenRow, Recipes } from '../recipe';
import {
  adjustmentId,
  governmentOf,
  INDICATOR,
  itemId,
  ofRound,
  owned,
  raterId,
  roundId,
  schemeId,
  scorecardId,
  subjectId,
  WALKERS,
} from './assessment-ids';

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
  correctScores: { state: 'CONFIRMED' },
  scoring: { state: 'SCORING' },
  fileAppeal: { state: 'PUBLICITY' },
  decideAppeal: { state: 'APPEAL', pendingAppeals: 1 },
};

/** Rounds, and what is handed in for them. */
export const ASSESSMENT_ROUNDS: Recipes = {
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
        ['corrected', 'correctScores'],
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
        ['corrected', 'correctScores'],
      ].map(([row, round]) => ({
        id: raterId(say, row!),
        roundId: roundId(say, round!),
        roundDivisionCode: division,
        creditCode: row === 'scored' ? WALKERS : say.creditCode('round_rater.creditCode', row),
        ...(row === 'corrected' ? { groupCode: 'T' } : {}),
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
        id: scorecardId(say, 'whole'),
        ...ofRound(say),
        raterId: raterId(say, 'whole'),
        roundDivisionCode: division,
        scores: [{ indicator: say.text('scorecard.scores'), score: '50' }],
      },
      {
        id: scorecardId(say, 'corrected'),
        roundId: roundId(say, 'correctScores'),
        roundSubjectId: subjectId(say, 'corrected'),
        raterId: raterId(say, 'corrected'),
        roundDivisionCode: division,
        scores: [{ indicator: INDICATOR.code, score: '50' }],
        version: 1,
      },
    ]),
    plain: ['divisionCode', 'roundDivisionCode'],
  },
  scorecard_revision: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : [{ scorecardId: scorecardId(say, 'whole'), scores: [{ indicator: say.text('scorecard_revision.scores'), score: '50' }] }],
  },
};
