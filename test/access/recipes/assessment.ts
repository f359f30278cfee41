import type { Recipes } from '../recipe';

export const ASSESSMENT_RECIPES: Recipes = {
  timeline_entry: { kept: 'INTERNAL', because: 'nothing shows a course yet', rows: () => [] },
  case_deadline: { kept: 'INTERNAL', because: 'nothing shows a clock yet', rows: () => [] },
  scheduled_job: { kept: 'INTERNAL', because: 'what the system does by itself', rows: () => [] },
};
