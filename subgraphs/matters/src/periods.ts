import { type DeadlineRule, LimitUnit } from '@township-graph/shared/deadline';
import { numberSetting, PERIOD_IS_OURS, periodSetting } from '@township-graph/shared/period-setting';

/** How long things may take for which we found no law: defaults of ours, that a county sets to its own rules. */
export interface Periods {
  /** Working days that townships have to say what they think of a request for admission. */
  readonly townOpinion: DeadlineRule;
  /** Working days that a change of a matter or list is on notice (公示) before it may be published. */
  readonly notice: DeadlineRule;
  /** Months after which what was admitted is to be evaluated. */
  readonly evaluation: DeadlineRule;
  /** Working days in which the county decides on a refused duty. */
  readonly dutyRefusal: DeadlineRule;
  /** Working days in which what was missing at acceptance (容缺受理) is to follow. */
  readonly supplement: DeadlineRule;
  /** Days in which who gave a bad rating is called back (差评回访). */
  readonly callBack: DeadlineRule;
  /** Days from then in which it is mended (差评整改). */
  readonly amends: DeadlineRule;
  /** Minutes after which a window that was left open on a day before, and at which nobody was served since, is closed. */
  readonly windowIdleMinutes: number;
}

const TOLERATED = `容缺受理（后补材料期限为${PERIOD_IS_OURS}）`;

const BAD_RATINGS = '政务服务“好差评”制度；期限见地方规定（浙江：1日回访、15日整改），可配置';

/** Read from the environment: `MATTERS_TOWN_OPINION_WORKDAYS` and so on. */
export function periodsFrom(env: NodeJS.ProcessEnv = process.env): Periods {
  return {
    townOpinion: periodSetting(env, 'MATTERS_TOWN_OPINION_WORKDAYS', 10, LimitUnit.WORKDAY),
    notice: periodSetting(env, 'MATTERS_NOTICE_WORKDAYS', 5, LimitUnit.WORKDAY),
    evaluation: periodSetting(
      env,
      'MATTERS_EVALUATION_MONTHS',
      12,
      LimitUnit.MONTH,
      `行政处罚法§24（定期组织评估）；周期为${PERIOD_IS_OURS}`,
    ),
    dutyRefusal: periodSetting(env, 'MATTERS_DUTY_REFUSAL_WORKDAYS', 10, LimitUnit.WORKDAY),
    supplement: periodSetting(env, 'MATTERS_SUPPLEMENT_WORKDAYS', 10, LimitUnit.WORKDAY, TOLERATED),
    callBack: periodSetting(env, 'MATTERS_CALL_BACK_DAYS', 1, LimitUnit.DAY, BAD_RATINGS),
    amends: periodSetting(env, 'MATTERS_AMENDS_DAYS', 15, LimitUnit.DAY, BAD_RATINGS),
    windowIdleMinutes: numberSetting(env, 'MATTERS_WINDOW_IDLE_MINUTES', 60),
  };
}
