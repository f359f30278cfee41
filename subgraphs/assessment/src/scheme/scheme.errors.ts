import { badInput, conflict, NotFound } from '@township-graph/shared/errors';
import { FINES_BASIS } from './fines';

/** What is wrong with a scheme, in words; the reason is the key. */
const FAULTS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  SUBJECT_OF_KIND: { zh: '该类方案不考核此类对象', en: 'A scheme of that kind does not appraise that' },
  SCALE_OF_SUBJECT: {
    zh: '单位用单位等次，工作人员用公务员或事业单位等次',
    en: 'Units have the grades of units, persons those of persons',
  },
  APPRAISED_UNIT: {
    zh: '考核对象为机构的须载明被考核单位类别，其他不填',
    en: 'Which organisations are appraised is said of organisations alone',
  },
  BUNDLED_KIND: {
    zh: '有捆绑指标的须载明另一类对象（区划与机构成对），无捆绑指标的不填',
    en: 'Bundled indicators are shared by divisions and organisations',
  },
  SIZE: {
    zh: '指标 1–100 项，评分主体至多 20 类，加减分及否决事项各至多 50 项',
    en: '1 to 100 indicators, 20 groups of raters, 50 of anything else',
  },
  CODE: { zh: '代码须为 1–30 位字母、数字或下划线，且不重复', en: 'A code has 1 to 30 letters, digits or _, each once' },
  WEIGHT: {
    zh: '指标权重须大于 0，主体权重不为负，份数至少 1',
    en: 'Weights of indicators are above 0, of raters not below; a quorum is at least 1',
  },
  WEIGHTS_NOT_100: { zh: '权重合计须恰为 100', en: 'Weights add up to 100 exactly' },
  FINES_IN_APPRAISAL: {
    zh: '罚没收入、罚款、没收不得同考核挂钩（行政处罚法第七十四条）',
    en: 'Fines and confiscations feed no appraisal (行政处罚法 §74)',
  },
  SUPPORTING_DUTY: {
    zh: '配合责任事项不得作为乡镇（街道）的责任考核（山东省乡镇人民政府工作条例第十九条）',
    en: 'What a township only supports is not appraised as its own (山东省乡镇人民政府工作条例 §19)',
  },
  QUERY_OF_MANUAL: { zh: '打分指标不带查询', en: 'An indicator that raters score has no query' },
  QUERY_INCOMPLETE: {
    zh: '取数指标须有查询、路径和得 0 分、得 100 分的取值，且不捆绑',
    en: 'A query comes with its path and with the answers that are worth 0 and 100, and is not bundled',
  },
  QUERY_RANGE: { zh: '得 0 分与得 100 分的取值不能相同', en: 'The answers that are worth 0 and 100 differ' },
  CUT_OFFS: { zh: '等次分数线须在 0–100 之间依次降低', en: 'Cut-offs lie between 0 and 100, and fall' },
  QUOTA: { zh: '优秀比例为 0–100 的整数', en: 'A quota is a whole number from 0 to 100' },
  POINTS: { zh: '加减分分值为 0–100', en: 'Points are 0 to 100' },
  TOWNSHIP_SHARE: {
    zh: '乡镇（街道）评价所占权重低于下限（山东省乡镇人民政府工作条例：部门 30%、派驻机构 60%）',
    en: 'Townships’ scores weigh too little (山东省乡镇人民政府工作条例: 30 % of departments, 60 % of dispatched units)',
  },
};

export const unsoundScheme = (reason: string, at: string | null, details: object = {}) =>
  badInput(reason, FAULTS[reason]!, { at, ...(reason === 'FINES_IN_APPRAISAL' ? { basis: FINES_BASIS } : {}), ...details });

export const quotaTooLarge = (most: number) =>
  badInput('QUOTA_TOO_LARGE', { zh: `优秀比例不超过 ${most}%`, en: `No more than ${most} in a hundred are excellent` }, { most });

export const schemeNotFound = () => new NotFound({ zh: '该考核方案', en: 'Appraisal scheme' });

export const schemeReplaced = () =>
  conflict('SCHEME_REPLACED', { zh: '该方案已有新版本', en: 'A newer edition has taken the place of that scheme' });
