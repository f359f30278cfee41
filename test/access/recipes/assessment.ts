import type { Recipes } from '../recipe';
import { appealId, roundId } from './assessment-ids';
import { ASSESSMENT_LISTS } from './assessment-lists';
import { ASSESSMENT_RESULTS } from './assessment-results';
import { ASSESSMENT_ROUNDS } from './assessment-rounds';
import { DEADLINE_COLUMNS, deadlineRow } from './deadlines';
import { timelineOf } from './timeline';

export const ASSESSMENT_RECIPES: Recipes = {
  ...ASSESSMENT_LISTS,
  ...ASSESSMENT_ROUNDS,
  ...ASSESSMENT_RESULTS,
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
