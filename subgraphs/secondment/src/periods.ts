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
  readonly basicallyQualified: BasicallyQualified;
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
    basicallyQualified: basicallyQualifiedFrom(env),
  };
}

/** `SECONDMENT_BASICALLY_QUALIFIED`: UNCHANGED or RETURNED. */
function basicallyQualifiedFrom(env: NodeJS.ProcessEnv): BasicallyQualified {
  const outcome = env.SECONDMENT_BASICALLY_QUALIFIED || PlacementOutcome.UNCHANGED;
  if (outcome === PlacementOutcome.UNCHANGED || outcome === PlacementOutcome.RETURNED) return outcome;
  throw new RangeError('SECONDMENT_BASICALLY_QUALIFIED is UNCHANGED or RETURNED');
}
