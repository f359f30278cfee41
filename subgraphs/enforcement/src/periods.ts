import { type DeadlineRule, LimitUnit } from '@township-graph/shared/deadline';
import { numberSetting, PERIOD_IS_OURS, periodSetting } from '@township-graph/shared/period-setting';

/** How long things may take for which we found no law: defaults of ours, that a county sets to its own rules. */
export interface Periods {
  /** Months after which powers that were granted to a township are to be evaluated. */
  readonly evaluation: DeadlineRule;
  /** Years that an officer's certificate may be valid at the most. */
  readonly certificateYears: number;
  /** How often an authority may inspect the same target in a year by its plan. */
  readonly inspectionsAYear: number;
  /** How long a target has to put right what an inspection found. */
  readonly inspectionCorrection: DeadlineRule;
  /** From a complaint's registration until it is accepted or not, and the complainant knows. */
  readonly complaintAcceptance: DeadlineRule;
  /** From its acceptance until it is handled. */
  readonly complaintHandling: DeadlineRule;
  /** From its result until the complainant is told. */
  readonly complaintAnswer: DeadlineRule;
  /** How long an officer may take to state their case before a fault is found. */
  readonly officerStatement: DeadlineRule;
  /** The ways in which an officer answers for a fault. */
  readonly faultDecisions: readonly string[];
}

/** Read from the environment: `ENFORCEMENT_EVALUATION_MONTHS` and so on. */
export function periodsFrom(env: NodeJS.ProcessEnv = process.env): Periods {
  const evaluated = `行政处罚法§24（定期组织评估）；周期为${PERIOD_IS_OURS}`;
  return {
    evaluation: periodSetting(env, 'ENFORCEMENT_EVALUATION_MONTHS', 12, LimitUnit.MONTH, evaluated),
    certificateYears: numberSetting(env, 'ENFORCEMENT_CERTIFICATE_YEARS', 5),
    inspectionsAYear: numberSetting(env, 'ENFORCEMENT_INSPECTIONS_A_YEAR', 2),
    complaintAcceptance: periodSetting(env, 'ENFORCEMENT_COMPLAINT_ACCEPTANCE_WORKDAYS', 7, LimitUnit.WORKDAY),
    complaintHandling: periodSetting(env, 'ENFORCEMENT_COMPLAINT_HANDLING_DAYS', 60, LimitUnit.DAY),
    complaintAnswer: periodSetting(env, 'ENFORCEMENT_COMPLAINT_ANSWER_WORKDAYS', 5, LimitUnit.WORKDAY),
    officerStatement: periodSetting(env, 'ENFORCEMENT_OFFICER_STATEMENT_WORKDAYS', 5, LimitUnit.WORKDAY),
    faultDecisions: faultDecisionsFrom(env),
    inspectionCorrection: periodSetting(env, 'ENFORCEMENT_INSPECTION_CORRECTION_DAYS', 30, LimitUnit.DAY),
  };
}

const FAULT_DECISIONS = '批评教育,责令书面检查,通报批评,离岗培训,暂扣执法证件,收回执法证件,调离执法岗位';

/** `ENFORCEMENT_FAULT_DECISIONS`, parted by commas. None is measured by fines (行政处罚法§74). */
function faultDecisionsFrom(env: NodeJS.ProcessEnv): readonly string[] {
  const decisions = (env.ENFORCEMENT_FAULT_DECISIONS || FAULT_DECISIONS).split(',').map((each) => each.trim());
  const isSound = decisions.every((each) => each.length >= 1 && each.length <= 50 && !/罚没|罚款/.test(each));
  if (isSound) return decisions;
  throw new RangeError('ENFORCEMENT_FAULT_DECISIONS is a list of ways to answer for a fault, none of them measured by fines');
}
