import { type DeadlineRule, LimitUnit } from '@township-graph/shared/deadline';
import { type NumberPatterns, numberPatternsFrom } from '../case-number/case-number.rules';
import { type HearingThresholds, hearingThresholdsFrom } from '../notice/hearing-right.rules';
import { rule } from './case.deadlines';

/** What the law leaves to provinces, departments and counties. Defaults of ours where we found no law. */
export interface CaseSettings {
  /** Working days to look into a clue. */
  readonly preCheck: DeadlineRule;
  /** Working days that a party has to state its case; the law names none. */
  readonly statement: DeadlineRule;
  /** Days by which the ninety may be extended, at most, where a law, regulation or rule allows it (§60). */
  readonly longestExtension: number;
  readonly hearingThresholds: HearingThresholds;
  readonly numbers: NumberPatterns;
}

const OURS = '系统缺省时限，未查到法律规定，可配置';

/** Read from the environment: `ENFORCEMENT_PRE_CHECK_WORKDAYS` and so on. */
export function caseSettingsFrom(env: NodeJS.ProcessEnv = process.env): CaseSettings {
  const { WORKDAY } = LimitUnit;
  return {
    preCheck: rule(wholeNumber(env, 'ENFORCEMENT_PRE_CHECK_WORKDAYS', 15), WORKDAY, `核查期限：参照市场监督管理行政处罚程序规定；${OURS}`),
    statement: rule(wholeNumber(env, 'ENFORCEMENT_STATEMENT_WORKDAYS', 5), WORKDAY, `行政处罚法§45（期限为${OURS}）`),
    longestExtension: wholeNumber(env, 'ENFORCEMENT_LONGEST_EXTENSION_DAYS', 30),
    hearingThresholds: hearingThresholdsFrom(env.ENFORCEMENT_HEARING_THRESHOLDS),
    numbers: numberPatternsFrom(env),
  };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, standard: number): number {
  const text = env[name];
  if (text === undefined || text === '') return standard;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1000) return value;
  throw new RangeError(`${name} is a whole number from 1 to 1000`);
}
