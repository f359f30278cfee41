import { describeEnum } from '@township-graph/shared/described-enum';

export enum MovementKind {
  PROMOTION = 'PROMOTION',
  REASSIGNMENT = 'REASSIGNMENT',
  REMOVAL = 'REMOVAL',
  RETURN = 'RETURN',
}

describeEnum(
  MovementKind,
  'MovementKind',
  { en: 'What is proposed for somebody', zh: '人事调整类别' },
  {
    PROMOTION: { en: 'Promotion', zh: '晋升' },
    REASSIGNMENT: { en: 'Another post', zh: '调整岗位' },
    REMOVAL: { en: 'Removal from a post', zh: '免职' },
    RETURN: { en: 'Return of who is placed here to the home organisation', zh: '退回原单位' },
  },
);

export enum ProposerSide {
  TOWNSHIP = 'TOWNSHIP',
  DEPARTMENT = 'DEPARTMENT',
}

describeEnum(
  ProposerSide,
  'ProposerSide',
  { en: 'Who proposes', zh: '动议方' },
  { TOWNSHIP: { en: 'The township', zh: '乡镇（街道）' }, DEPARTMENT: { en: 'The department', zh: '县级部门' } },
);

export enum MovementState {
  PROPOSED = 'PROPOSED',
  DECIDED = 'DECIDED',
  REJECTED = 'REJECTED',
  CARRIED_OUT = 'CARRIED_OUT',
  WITHDRAWN = 'WITHDRAWN',
}

describeEnum(
  MovementState,
  'MovementState',
  { en: 'State of a movement', zh: '人事调整状态' },
  {
    PROPOSED: { en: 'Proposed', zh: '已动议' },
    DECIDED: { en: 'Decided, and not carried out yet', zh: '已决定' },
    REJECTED: { en: 'Rejected, with a reason', zh: '未采纳' },
    CARRIED_OUT: { en: 'Carried out', zh: '已执行' },
    WITHDRAWN: { en: 'Withdrawn', zh: '已撤回' },
  },
);

export enum MovementAction {
  CONSULT = 'CONSULT',
  HEAR = 'HEAR',
  NOTIFY = 'NOTIFY',
  DECIDE = 'DECIDE',
  REJECT = 'REJECT',
  CARRY_OUT = 'CARRY_OUT',
  WITHDRAW = 'WITHDRAW',
}

describeEnum(
  MovementAction,
  'MovementAction',
  { en: 'What can be done with a movement', zh: '人事调整操作' },
  {
    CONSULT: { en: 'Consult the township: consultTownship', zh: '征求意见（consultTownship）' },
    HEAR: { en: 'The township has answered: answerConsultation', zh: '乡镇（街道）答复（answerConsultation）' },
    NOTIFY: { en: 'Tell the township by a copy: consultTownship', zh: '抄告（consultTownship）' },
    DECIDE: { en: 'Decide it: decideMovement', zh: '决定（decideMovement）' },
    REJECT: { en: 'Reject it: decideMovement', zh: '不予采纳（decideMovement）' },
    CARRY_OUT: { en: 'Carry it out: carryOutMovement', zh: '执行（carryOutMovement）' },
    WITHDRAW: { en: 'Withdraw it: withdrawMovement', zh: '撤回（withdrawMovement）' },
  },
);
