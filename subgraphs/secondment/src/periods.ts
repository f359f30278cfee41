import { type DeadlineRule, LimitUnit } from '@township-graph/shared/deadline';
import { numberSetting, periodSetting } from '@township-graph/shared/period-setting';
import { type TownshipQuotas, townshipQuotasFrom } from './establishment/township-quota';
import type { BasicallyQualified } from './placement/appraisal.rules';
import { PlacementOutcome } from './placement/placement.enums';

/** What was published leaves open, or names without an article that we could read: defaults of ours, that a county sets to its own rules. */
export interface Periods {
  /** How long a list is public, and may be objected to, before anybody is appointed. */
  readonly publicity: DeadlineRule;
  /** Within which an objection is decided. */
  readonly objection: DeadlineRule;
  /** Within which a township answers a consultation; silent, it is taken to have nothing to say. */
  readonly consultation: DeadlineRule;
  /** Within which a department decides a recall. */
  readonly recall: DeadlineRule;
  /** How many posts a selection gives a township. */
  readonly quotas: TownshipQuotas;
  /** How many years somebody who was selected serves: the five-year plan (兰改发〔2017〕11号). */
  readonly selectionYears: number;
  /** How many months somebody who was recalled is left out when merit is judged (评优), and from promotion (职级晋升). */
  readonly recalledMonths: { readonly merit: number; readonly promotion: number };
  /** What a recall bars from besides promotion in rank: leading posts (提拔), and selection. */
  readonly recallBars: { readonly leadingPosts: boolean; readonly selection: boolean };
  readonly basicallyQualified: BasicallyQualified;
  /** What a township's evaluation of a department has to say, so that it may ask for staff to be recalled. */
  readonly recallGrades: readonly string[];
}

/** Read from the environment: `SECONDMENT_PUBLICITY_WORKDAYS` and so on. */
export function periodsFrom(env: NodeJS.ProcessEnv = process.env): Periods {
  return {
    publicity: periodSetting(env, 'SECONDMENT_PUBLICITY_WORKDAYS', 7, LimitUnit.WORKDAY),
    objection: periodSetting(env, 'SECONDMENT_OBJECTION_WORKDAYS', 5, LimitUnit.WORKDAY),
    consultation: periodSetting(env, 'SECONDMENT_CONSULTATION_WORKDAYS', 5, LimitUnit.WORKDAY),
    recall: periodSetting(env, 'SECONDMENT_RECALL_WORKDAYS', 10, LimitUnit.WORKDAY),
    quotas: townshipQuotasFrom(env),
    selectionYears: numberSetting(env, 'SECONDMENT_SELECTION_YEARS', 5),
    recalledMonths: {
      merit: numberSetting(env, 'SECONDMENT_RECALL_MERIT_MONTHS', 12),
      promotion: numberSetting(env, 'SECONDMENT_RECALL_PROMOTION_MONTHS', 12),
    },
    recallBars: recallBarsFrom(env),
    basicallyQualified: basicallyQualifiedFrom(env),
    recallGrades: recallGradesFrom(env),
  };
}

const BARRED = ['LEADING_POSTS', 'SELECTION', 'NONE'];

/** `SECONDMENT_RECALL_ALSO_BARS`: LEADING_POSTS, SELECTION, both separated by a comma, or NONE. What was published names 评优 and 职级晋升 alone. */
function recallBarsFrom(env: NodeJS.ProcessEnv): Periods['recallBars'] {
  const barred = (env.SECONDMENT_RECALL_ALSO_BARS || 'LEADING_POSTS').split(',').map((each) => each.trim());
  if (!barred.every((each) => BARRED.includes(each)) || (barred.includes('NONE') && barred.length > 1))
    throw new RangeError(`SECONDMENT_RECALL_ALSO_BARS is of ${BARRED.join(', ')}`);
  return { leadingPosts: barred.includes('LEADING_POSTS'), selection: barred.includes('SELECTION') };
}

const GRADES = ['EXCELLENT', 'GOOD', 'ORDINARY', 'POOR'];

/** `SECONDMENT_RECALL_GRADES`: grades of organisations, separated by commas; 较差 where a county says nothing. */
function recallGradesFrom(env: NodeJS.ProcessEnv): readonly string[] {
  const grades = (env.SECONDMENT_RECALL_GRADES || 'POOR').split(',').map((grade) => grade.trim());
  if (grades.every((grade) => GRADES.includes(grade))) return grades;
  throw new RangeError(`SECONDMENT_RECALL_GRADES is of ${GRADES.join(', ')}`);
}

/** `SECONDMENT_BASICALLY_QUALIFIED`: UNCHANGED or RETURNED. */
function basicallyQualifiedFrom(env: NodeJS.ProcessEnv): BasicallyQualified {
  const outcome = env.SECONDMENT_BASICALLY_QUALIFIED || PlacementOutcome.UNCHANGED;
  if (outcome === PlacementOutcome.UNCHANGED || outcome === PlacementOutcome.RETURNED) return outcome;
  throw new RangeError('SECONDMENT_BASICALLY_QUALIFIED is UNCHANGED or RETURNED');
}
