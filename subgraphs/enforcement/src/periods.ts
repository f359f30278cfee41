import { type DeadlineRule, LimitUnit } from '@township-graph/shared/deadline';
import { numberSetting, PERIOD_IS_OURS, periodSetting } from '@township-graph/shared/period-setting';

/** How long things may take for which we found no law: defaults of ours, that a county sets to its own rules. */
export interface Periods {
  /** Months after which powers that were granted to a township are to be evaluated. */
  readonly evaluation: DeadlineRule;
  /** Years that an officer's certificate may be valid at the most. */
  readonly certificateYears: number;
}

/** Read from the environment: `ENFORCEMENT_EVALUATION_MONTHS` and so on. */
export function periodsFrom(env: NodeJS.ProcessEnv = process.env): Periods {
  const evaluated = `行政处罚法§24（定期组织评估）；周期为${PERIOD_IS_OURS}`;
  return {
    evaluation: periodSetting(env, 'ENFORCEMENT_EVALUATION_MONTHS', 12, LimitUnit.MONTH, evaluated),
    certificateYears: numberSetting(env, 'ENFORCEMENT_CERTIFICATE_YEARS', 5),
  };
}
