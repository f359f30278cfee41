import { type DeadlineRule, LimitUnit } from '@township-graph/shared/deadline';
import { numberSetting, PERIOD_IS_OURS, periodSetting } from '@township-graph/shared/period-setting';
import { type NumberPatterns, numberPatternsFrom } from '../case-number/case-number.rules';
import { type HearingThresholds, hearingThresholdsFrom } from '../notice/hearing-right.rules';

/** What the law leaves to provinces, departments and counties. Defaults of ours where we found no law. */
export interface CaseSettings {
  /** Working days to look into a clue. */
  readonly preCheck: DeadlineRule;
  /** Working days that a party has to state its case; the law names none. */
  readonly statement: DeadlineRule;
  /** Days by which the ninety may be extended, at most, where a law, regulation or rule allows it (§60). */
  readonly longestExtension: number;
  /** To decide anew what was revoked, where whoever revoked it set no time. */
  readonly redo: DeadlineRule;
  readonly hearingThresholds: HearingThresholds;
  readonly numbers: NumberPatterns;
}

/** Read from the environment: `ENFORCEMENT_PRE_CHECK_WORKDAYS` and so on. */
export function caseSettingsFrom(env: NodeJS.ProcessEnv = process.env): CaseSettings {
  const { DAY, WORKDAY } = LimitUnit;
  const checked = `核查期限；${PERIOD_IS_OURS}`;
  const stated = `行政处罚法§45（陈述申辩期限）；${PERIOD_IS_OURS}`;
  return {
    preCheck: periodSetting(env, 'ENFORCEMENT_PRE_CHECK_WORKDAYS', 15, WORKDAY, checked),
    statement: periodSetting(env, 'ENFORCEMENT_STATEMENT_WORKDAYS', 5, WORKDAY, stated),
    redo: periodSetting(env, 'ENFORCEMENT_REDO_DAYS', 60, DAY, `行政复议法§64①、行政诉讼法§70（重新作出）；${PERIOD_IS_OURS}`),
    longestExtension: numberSetting(env, 'ENFORCEMENT_LONGEST_EXTENSION_DAYS', 30),
    hearingThresholds: hearingThresholdsFrom(env.ENFORCEMENT_HEARING_THRESHOLDS),
    numbers: numberPatternsFrom(env),
  };
}
