import { describeEnum } from '@township-graph/shared/described-enum';

export enum PlacementKind {
  SELECTION = 'SELECTION',
  STATIONED = 'STATIONED',
  TRANSFERRED = 'TRANSFERRED',
  ATTACHED = 'ATTACHED',
  SECONDED = 'SECONDED',
  EXCHANGE = 'EXCHANGE',
  COUNTY_STAFF_TOWN_USE = 'COUNTY_STAFF_TOWN_USE',
}

describeEnum(
  PlacementKind,
  'PlacementKind',
  { en: 'How somebody comes to serve elsewhere', zh: '下沉方式' },
  {
    SELECTION: { en: 'Selected from the county’s institutions', zh: '选派' },
    STATIONED: { en: 'Stationed: post with the department, managed by the township', zh: '派驻（编制在部门、管理在镇街）' },
    TRANSFERRED: { en: 'Transferred together with the post', zh: '编制下沉（人随编走）' },
    ATTACHED: { en: 'Attached for a time, personnel relations unchanged (公务员法§72)', zh: '挂职锻炼（不改变人事关系）' },
    SECONDED: { en: 'Seconded', zh: '借调' },
    EXCHANGE: { en: 'Exchanged between county and township', zh: '双向交流' },
    COUNTY_STAFF_TOWN_USE: { en: 'On the county’s establishment, used by the township', zh: '县属乡用' },
  },
);

export enum PlacementState {
  PLANNED = 'PLANNED',
  SERVING = 'SERVING',
  ENDED = 'ENDED',
  CONVERTED = 'CONVERTED',
  RETURNED = 'RETURNED',
  CANCELLED = 'CANCELLED',
}

describeEnum(
  PlacementState,
  'PlacementState',
  { en: 'State of a placement', zh: '下沉状态' },
  {
    PLANNED: { en: 'Has not begun', zh: '待到岗' },
    SERVING: { en: 'Goes on', zh: '在岗' },
    ENDED: { en: 'Over: its time was up, or it ended before; a conversion may still be due', zh: '期满（结束）；优秀者可仍待转编' },
    CONVERTED: { en: 'Over: converted to the township’s own establishment', zh: '转为乡镇全供并办理调动' },
    RETURNED: { en: 'Over: returned to the home organisation', zh: '退回原单位' },
    CANCELLED: { en: 'Cancelled before it began', zh: '已取消' },
  },
);

export enum PlacementAction {
  BEGIN = 'BEGIN',
  APPRAISE = 'APPRAISE',
  REFUSE_APPRAISAL = 'REFUSE_APPRAISAL',
  CONVERT = 'CONVERT',
  FAIL = 'FAIL',
  RECALL = 'RECALL',
  MOVE_ON = 'MOVE_ON',
  MOVE_BACK = 'MOVE_BACK',
  RETURN = 'RETURN',
  END = 'END',
  EXPIRE = 'EXPIRE',
  CANCEL = 'CANCEL',
  CORRECT = 'CORRECT',
  LEAVE = 'LEAVE',
  LAPSE = 'LAPSE',
}

describeEnum(
  PlacementAction,
  'PlacementAction',
  { en: 'What can be done with a placement', zh: '下沉操作' },
  {
    BEGIN: { en: 'It begins on its day', zh: '到岗' },
    APPRAISE: { en: 'Record a yearly appraisal: recordAppraisal', zh: '登记年度考核（recordAppraisal）' },
    REFUSE_APPRAISAL: {
      en: 'A confirmed result is not recorded, for who was recalled is not excellent',
      zh: '考核结果不予登记（限制评优期内）',
    },
    CONVERT: { en: 'Convert it, once a post is free: convertPlacement', zh: '转编调动（convertPlacement）' },
    FAIL: { en: 'Returned, for the appraisal was failed', zh: '考核不合格退回' },
    RECALL: { en: 'Recalled: decideRecall', zh: '召回（decideRecall）' },
    MOVE_ON: { en: 'Ended by a movement that was carried out: carryOutMovement', zh: '因人事调整结束（carryOutMovement）' },
    MOVE_BACK: { en: 'Returned by a movement that was carried out: carryOutMovement', zh: '因人事调整退回（carryOutMovement）' },
    RETURN: { en: 'Return to the home organisation: returnPlacement', zh: '退回原单位（returnPlacement）' },
    END: { en: 'End it before its last day: endPlacement', zh: '提前结束（endPlacement）' },
    EXPIRE: { en: 'Its time is up', zh: '期满' },
    CANCEL: { en: 'Cancel it before it begins: cancelPlacement', zh: '取消（cancelPlacement）' },
    CORRECT: { en: 'The assessment has corrected the result of a year', zh: '考核结果更正' },
    LEAVE: { en: 'Over, for they left', zh: '因离职结束' },
    LAPSE: {
      en: 'A conversion that was due is none any more: waiveConversion, or they left, or got one elsewhere',
      zh: '待办理的转编失效（本人放弃 waiveConversion、离职或已在他处转编）',
    },
  },
);

export enum PlacementOutcome {
  CONVERTED = 'CONVERTED',
  UNCHANGED = 'UNCHANGED',
  RETURNED = 'RETURNED',
}

describeEnum(
  PlacementOutcome,
  'PlacementOutcome',
  { en: 'What comes of a yearly appraisal', zh: '年度考核结果运用' },
  {
    CONVERTED: { en: 'Wholly paid by the budget, and transferred to the township', zh: '转乡镇全供并办理调动，结束选派' },
    UNCHANGED: { en: 'It goes on as it was', zh: '继续选派，编制性质不变' },
    RETURNED: {
      en: 'Returned, with the treatment of before; no selection for a year',
      zh: '退回原单位恢复原待遇，一年内不得参加选派和特殊岗位招聘',
    },
  },
);

export enum PayBearer {
  COUNTY_BUDGET = 'COUNTY_BUDGET',
  HOME_ORGANIZATION = 'HOME_ORGANIZATION',
  HOST_ORGANIZATION = 'HOST_ORGANIZATION',
}

describeEnum(
  PayBearer,
  'PayBearer',
  { en: 'Who bears pay, insurance, annuity, allowances and housing fund', zh: '工资、社保、职业年金、津补贴、公积金负担方' },
  {
    COUNTY_BUDGET: { en: 'The county’s budget', zh: '县财政预算' },
    HOME_ORGANIZATION: { en: 'The home organisation', zh: '原单位' },
    HOST_ORGANIZATION: { en: 'The organisation where they serve', zh: '接收单位' },
  },
);
