import { describeEnum } from '@township-graph/shared/described-enum';

export enum InspectionItemState {
  LISTED = 'LISTED',
  WITHDRAWN = 'WITHDRAWN',
}

describeEnum(
  InspectionItemState,
  'InspectionItemState',
  { en: 'State of an item of inspection', zh: '行政检查事项状态' },
  {
    LISTED: { en: 'In the list: it may be inspected', zh: '在清单内（可实施检查）' },
    WITHDRAWN: { en: 'Taken out of the list', zh: '已移出清单' },
  },
);

export enum InspectionItemAction {
  WITHDRAW = 'WITHDRAW',
}

describeEnum(
  InspectionItemAction,
  'InspectionItemAction',
  { en: 'What can be done with an item', zh: '检查事项操作' },
  { WITHDRAW: { en: 'Take it out of the list: withdrawInspectionItem', zh: '移出清单（withdrawInspectionItem）' } },
);

export enum InspectionPlanState {
  PLANNED = 'PLANNED',
  FILED = 'FILED',
  PUBLISHED = 'PUBLISHED',
}

describeEnum(
  InspectionPlanState,
  'JointInspectionPlanState',
  { en: 'State of a yearly plan', zh: '年度检查计划状态' },
  {
    PLANNED: { en: 'Drawn up', zh: '已拟订' },
    FILED: { en: 'Filed with the organ above', zh: '已备案' },
    PUBLISHED: { en: 'Published: inspections may start', zh: '已公布（可据以实施检查）' },
  },
);

export enum InspectionPlanAction {
  FILE = 'FILE',
  PUBLISH = 'PUBLISH',
}

describeEnum(
  InspectionPlanAction,
  'JointInspectionPlanAction',
  { en: 'What can be done with a yearly plan', zh: '年度检查计划操作' },
  {
    FILE: { en: 'File it: fileInspectionPlan', zh: '备案（fileInspectionPlan）' },
    PUBLISH: { en: 'Publish it: publishInspectionPlan', zh: '公布（publishInspectionPlan）' },
  },
);

export enum InspectionGround {
  PLAN = 'PLAN',
  COMPLAINT = 'COMPLAINT',
  HOTLINE = 'HOTLINE',
  TRANSFER = 'TRANSFER',
  MONITORING = 'MONITORING',
}

describeEnum(
  InspectionGround,
  'InspectionGround',
  { en: 'Why a visit is made', zh: '检查启动依据' },
  {
    PLAN: { en: 'The published yearly plan; the frequency cap applies', zh: '年度检查计划（受频次上限约束）' },
    COMPLAINT: { en: 'A complaint or report', zh: '投诉举报' },
    HOTLINE: { en: 'The 12345 hotline', zh: '12345热线' },
    TRANSFER: { en: 'Transferred or assigned by another organ', zh: '转办交办、移送' },
    MONITORING: { en: 'Data that were monitored', zh: '数据监测' },
  },
);

export enum JointInspectionState {
  STARTED = 'STARTED',
  RECORDED = 'RECORDED',
  CLOSED = 'CLOSED',
  ABANDONED = 'ABANDONED',
}

describeEnum(
  JointInspectionState,
  'JointInspectionState',
  { en: 'State of a visit', zh: '联合检查状态' },
  {
    STARTED: { en: 'Officers are there', zh: '检查中' },
    RECORDED: { en: 'Results are recorded', zh: '已记录结果' },
    CLOSED: { en: 'Nothing is left open', zh: '已办结' },
    ABANDONED: { en: 'Broken off without results', zh: '已中止' },
  },
);

export enum JointInspectionAction {
  JOIN = 'JOIN',
  RECORD = 'RECORD',
  FOLLOW_UP = 'FOLLOW_UP',
  CLOSE = 'CLOSE',
  ABANDON = 'ABANDON',
}

describeEnum(
  JointInspectionAction,
  'JointInspectionAction',
  { en: 'What can be done with a visit', zh: '联合检查操作' },
  {
    JOIN: { en: 'Add items of the same or another authority: joinInspection', zh: '并入同次检查（joinInspection）' },
    RECORD: { en: 'Record the results: recordInspection', zh: '记录检查结果（recordInspection）' },
    FOLLOW_UP: { en: 'Say what became of a problem: followUpInspection', zh: '问题跟进（followUpInspection）' },
    CLOSE: { en: 'Close it: closeInspection', zh: '办结（closeInspection）' },
    ABANDON: { en: 'Break it off: abandonInspection', zh: '中止（abandonInspection）' },
  },
);

export enum InspectionResult {
  NO_PROBLEM = 'NO_PROBLEM',
  CORRECTION = 'CORRECTION',
  CASE_CLUE = 'CASE_CLUE',
}

describeEnum(
  InspectionResult,
  'InspectionResult',
  { en: 'What was found of an item', zh: '检查结果' },
  {
    NO_PROBLEM: { en: 'Nothing wrong', zh: '未发现问题' },
    CORRECTION: { en: 'To be put right', zh: '责令（限期）改正' },
    CASE_CLUE: { en: 'The clue of a case', zh: '作为案件线索移交立案' },
  },
);
