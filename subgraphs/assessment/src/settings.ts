import { type DeadlineRule, LimitUnit } from '@township-graph/shared/deadline';
import { numberSetting, periodSetting } from '@township-graph/shared/period-setting';

/** What a county sets to its own rules: defaults where no law was found, and the law's own number where it leaves room above it. */
export interface AssessmentSettings {
  /** How many of last year's appraisals there may be this year, in a hundred. */
  readonly catalogueShare: number;
  /** What townships' scores weigh at least in the appraisal of a department, and of a unit that it sent out, in a hundred. */
  readonly townshipShare: { readonly DEPARTMENT: number; readonly DISPATCHED_UNIT: number };
  /** How many in a hundred may be excellent, at the most. */
  readonly excellentShare: number;
  /** How long results are published for objections before they are confirmed. */
  readonly publicity: DeadlineRule;
  /** How long an appeal may take. */
  readonly appeal: DeadlineRule;
}

const SHANDONG = '37';
/** 山东省乡镇人民政府工作条例 §18–19, §27: less is unlawful there, whatever a county sets. */
const SHANDONG_SHARE = { DEPARTMENT: 30, DISPATCHED_UNIT: 60 } as const;

/** Read from the environment: `ASSESSMENT_CATALOGUE_SHARE` and so on. */
export function settingsFrom(env: NodeJS.ProcessEnv = process.env): AssessmentSettings {
  return {
    catalogueShare: numberSetting(env, 'ASSESSMENT_CATALOGUE_SHARE', 70),
    townshipShare: {
      DEPARTMENT: numberSetting(env, 'ASSESSMENT_TOWNSHIP_SHARE_OF_DEPARTMENTS', SHANDONG_SHARE.DEPARTMENT),
      DISPATCHED_UNIT: numberSetting(env, 'ASSESSMENT_TOWNSHIP_SHARE_OF_DISPATCHED_UNITS', SHANDONG_SHARE.DISPATCHED_UNIT),
    },
    excellentShare: numberSetting(env, 'ASSESSMENT_EXCELLENT_SHARE', 20),
    publicity: periodSetting(env, 'ASSESSMENT_PUBLICITY_WORKDAYS', 5, LimitUnit.WORKDAY),
    appeal: periodSetting(env, 'ASSESSMENT_APPEAL_WORKDAYS', 10, LimitUnit.WORKDAY),
  };
}

/** The least weight of townships' scores in a division: as set, and never below the law's where that is in force. */
export function townshipShareIn(divisionCode: string, unit: keyof typeof SHANDONG_SHARE, { townshipShare }: AssessmentSettings): number {
  return divisionCode.startsWith(SHANDONG) ? Math.max(SHANDONG_SHARE[unit], townshipShare[unit]) : townshipShare[unit];
}
