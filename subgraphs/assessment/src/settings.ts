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
  /** How long a review of what is confirmed may be applied for. */
  readonly review: DeadlineRule;
  /** How long an appeal may take. */
  readonly appeal: DeadlineRule;
}

const SHANDONG = '37';
/** What townships say weighs at least so much there, whatever a county sets. What may be appraised at all, and decide alone, is its §19. */
const SHANDONG_BASIS = '山东省乡镇人民政府工作条例§18、§27';
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
    review: periodSetting(env, 'ASSESSMENT_REVIEW_DAYS', 30, LimitUnit.DAY, '公务员法§95；事业单位人事管理条例§38'),
    appeal: periodSetting(env, 'ASSESSMENT_APPEAL_WORKDAYS', 10, LimitUnit.WORKDAY),
  };
}

export interface TownshipShare {
  readonly least: number;
  /** The law, where it is in force; else a county's own rule. */
  readonly basis: string;
}

/** The least weight of townships' scores in a division: as set, and never below the law's where that is in force. */
export function townshipShareIn(
  divisionCode: string,
  unit: keyof typeof SHANDONG_SHARE,
  { townshipShare }: AssessmentSettings,
): TownshipShare {
  return divisionCode.startsWith(SHANDONG)
    ? { least: Math.max(SHANDONG_SHARE[unit], townshipShare[unit]), basis: SHANDONG_BASIS }
    : { least: townshipShare[unit], basis: SHARE_IS_OURS };
}

const SHARE_IS_OURS = '系统缺省下限（参照山东省乡镇人民政府工作条例），可由各县配置';
