import { describeEnum, type Words } from '@township-graph/shared/described-enum';

export enum SchemeKind {
  MUTUAL = 'MUTUAL',
  THREE_PARTY = 'THREE_PARTY',
  FOUR_DIMENSION = 'FOUR_DIMENSION',
  GRID_MONTHLY = 'GRID_MONTHLY',
  DEPARTMENT_YEAR_END = 'DEPARTMENT_YEAR_END',
  ANNUAL_STAFF = 'ANNUAL_STAFF',
  TOWNSHIP = 'TOWNSHIP',
}

export const SCHEME_KIND_WORDS: Words<SchemeKind> = {
  MUTUAL: { en: 'Departments and townships evaluate each other', zh: '双向互评（双向考核）' },
  THREE_PARTY: { en: 'Departments, townships and society together', zh: '三方会考' },
  FOUR_DIMENSION: { en: 'Post, module, cluster and task force of a person', zh: '四维考评（岗位、模块、组团、专班）' },
  GRID_MONTHLY: { en: 'Grid workers, month by month', zh: '网格员月绩效' },
  DEPARTMENT_YEAR_END: { en: 'Departments at the end of the year', zh: '部门年终考核' },
  ANNUAL_STAFF: { en: 'Staff, year by year', zh: '工作人员年度考核' },
  TOWNSHIP: { en: 'Townships', zh: '乡镇（街道）考核' },
};

describeEnum(SchemeKind, 'AppraisalSchemeKind', { en: 'Kind of an appraisal', zh: '考核方案类别' }, SCHEME_KIND_WORDS);

export enum SubjectKind {
  DIVISION = 'DIVISION',
  ORGANIZATION = 'ORGANIZATION',
  STAFF_MEMBER = 'STAFF_MEMBER',
}

export const SUBJECT_KIND_WORDS: Words<SubjectKind> = {
  DIVISION: { en: 'A township or village', zh: '乡镇（街道）、村（社区）' },
  ORGANIZATION: { en: 'An organisation', zh: '机构' },
  STAFF_MEMBER: { en: 'A member of staff', zh: '工作人员' },
};

describeEnum(SubjectKind, 'AppraisalSubjectKind', { en: 'What is appraised', zh: '考核对象类别' }, SUBJECT_KIND_WORDS);

export enum AppraisedUnit {
  DEPARTMENT = 'DEPARTMENT',
  DISPATCHED_UNIT = 'DISPATCHED_UNIT',
}

describeEnum(
  AppraisedUnit,
  'AppraisedUnit',
  { en: 'Which organisations are appraised: townships have their say in both', zh: '被考核单位类别（决定乡镇评价的最低权重）' },
  {
    DEPARTMENT: { en: 'Departments of the county', zh: '县级部门' },
    DISPATCHED_UNIT: { en: 'Units that a department sent to a township', zh: '派驻机构' },
  },
);

export enum IndicatorSource {
  MANUAL = 'MANUAL',
  GRAPH_QUERY = 'GRAPH_QUERY',
}

describeEnum(
  IndicatorSource,
  'IndicatorSource',
  { en: 'Where the score of an indicator comes from', zh: '指标数据来源' },
  {
    MANUAL: { en: 'Raters give it', zh: '评分主体打分' },
    GRAPH_QUERY: { en: 'A saved query of the graph answers it: no form is filled in', zh: '联邦图查询自动取数' },
  },
);

export enum IndicatorDuty {
  PRIMARY = 'PRIMARY',
  SUPPORTING = 'SUPPORTING',
}

describeEnum(
  IndicatorDuty,
  'IndicatorDuty',
  { en: 'Whose duty an indicator measures', zh: '指标对应的责任类型' },
  {
    PRIMARY: { en: 'Of the one that is appraised', zh: '主体责任' },
    SUPPORTING: { en: 'Of another, whom the one that is appraised supports', zh: '配合责任' },
  },
);

export enum RaterKind {
  TOWNSHIP = 'TOWNSHIP',
  DEPARTMENT = 'DEPARTMENT',
  SOCIETY = 'SOCIETY',
  LEADER = 'LEADER',
  COLLEAGUE = 'COLLEAGUE',
  CENTER = 'CENTER',
}

describeEnum(
  RaterKind,
  'RaterKind',
  { en: 'Who rates', zh: '评分主体类别' },
  {
    TOWNSHIP: { en: 'Townships and sub-districts', zh: '乡镇（街道）' },
    DEPARTMENT: { en: 'Departments', zh: '部门' },
    SOCIETY: { en: 'Society: deputies, residents, enterprises', zh: '社会各界' },
    LEADER: { en: 'Leaders', zh: '领导' },
    COLLEAGUE: { en: 'Colleagues', zh: '同事（群众）' },
    CENTER: { en: 'A command or service centre', zh: '指挥中心（服务中心）' },
  },
);

export enum SchemeState {
  CURRENT = 'CURRENT',
  REPLACED = 'REPLACED',
}

describeEnum(
  SchemeState,
  'AppraisalSchemeState',
  { en: 'Whether rounds may be opened by it', zh: '方案状态' },
  {
    CURRENT: { en: 'The newest edition', zh: '现行版本' },
    REPLACED: { en: 'A newer edition has taken its place; rounds that use it go on', zh: '已由新版本替代（在用轮次不受影响）' },
  },
);
