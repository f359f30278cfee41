import { describeEnum, type Words } from '@township-graph/shared/described-enum';

export enum DelegationMode {
  DIRECT_GRANT = 'DIRECT_GRANT',
  ENTRUST = 'ENTRUST',
  STATIONED = 'STATIONED',
  FORWARD = 'FORWARD',
}

/** The last two names are ours: the report that counts four modes names two. */
export const DELEGATION_MODE_WORDS: Words<DelegationMode> = {
  DIRECT_GRANT: { en: 'Granted: the township acts in its own name', zh: '直接赋权（下放）' },
  ENTRUST: { en: 'Entrusted: in the department’s name, under an agreement', zh: '委托' },
  STATIONED: { en: 'The department’s staff handle it in the township', zh: '部门派驻（驻场）' },
  FORWARD: { en: 'The township accepts, the department decides', zh: '服务前移（受理转报）' },
};

describeEnum(
  DelegationMode,
  'DelegationMode',
  { en: 'How a matter comes down to townships', zh: '赋权（下放）方式' },
  DELEGATION_MODE_WORDS,
);

export enum DelegationState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
  RECLAIMED = 'RECLAIMED',
  ENDED = 'ENDED',
}

const STATE_WORDS: Words<DelegationState> = {
  DRAFT: { en: 'Being prepared', zh: '拟定中' },
  PUBLISHED: { en: 'Published, as the law requires', zh: '已公布' },
  WITHDRAWN: { en: 'Dropped before it was published', zh: '拟定后撤回（未公布）' },
  RECLAIMED: { en: 'Taken back by the county; in force until the day of that', zh: '已决定收回（收回日前有效）' },
  ENDED: { en: 'Its agreement or term ran out; in force until that day', zh: '已终止（终止日前有效）' },
};

describeEnum(DelegationState, 'DelegationState', { en: 'State of a delegation', zh: '赋权状态' }, STATE_WORDS);

/** What was published once was in force on its days, whatever has become of it. */
export const ONCE_PUBLISHED: readonly DelegationState[] = [DelegationState.PUBLISHED, DelegationState.RECLAIMED, DelegationState.ENDED];

export enum DelegationAction {
  GRANT = 'GRANT',
  PUBLISH = 'PUBLISH',
  WITHDRAW = 'WITHDRAW',
  EXTEND = 'EXTEND',
  RENEW = 'RENEW',
  EVALUATE = 'EVALUATE',
  RECLAIM = 'RECLAIM',
  END = 'END',
}

describeEnum(
  DelegationAction,
  'DelegationAction',
  { en: 'What can be done with a delegation', zh: '赋权（下放）操作' },
  {
    GRANT: { en: 'Prepare it: grantDelegation; never among those available', zh: '拟定（grantDelegation）' },
    PUBLISH: { en: 'Publish it: publishDelegation', zh: '公布（publishDelegation）' },
    WITHDRAW: { en: 'Drop the draft: withdrawDelegation', zh: '撤回拟定稿（withdrawDelegation）' },
    EXTEND: { en: 'Pass it down to more townships: addDelegationRecipients', zh: '扩大承接范围（addDelegationRecipients）' },
    RENEW: { en: 'Renew the agreement: renewAgreement', zh: '续签委托协议（renewAgreement）' },
    EVALUATE: { en: 'Record an evaluation: evaluateDelegation', zh: '评估（evaluateDelegation）' },
    RECLAIM: { en: 'Take it back: reclaimDelegation', zh: '收回（reclaimDelegation）' },
    END: { en: 'Let it end with its agreement or term: endDelegation', zh: '到期终止（endDelegation）' },
  },
);

export enum OpenApplicationsRule {
  FINISH_BY_TOWNSHIP = 'FINISH_BY_TOWNSHIP',
  HAND_BACK = 'HAND_BACK',
}

describeEnum(
  OpenApplicationsRule,
  'OpenApplicationsRule',
  { en: 'What happens to applications that are open on the day a delegation ends', zh: '收回（终止）时在办件的处理方式' },
  {
    FINISH_BY_TOWNSHIP: { en: 'Who received them finishes them', zh: '由原承接乡镇（街道）继续办结' },
    HAND_BACK: { en: 'They are handed to the department as of the day', zh: '自该日起移交部门办理' },
  },
);

export enum EvaluationOutcome {
  KEEP = 'KEEP',
  ADJUST = 'ADJUST',
  RECLAIM = 'RECLAIM',
}

describeEnum(
  EvaluationOutcome,
  'DelegationEvaluationOutcome',
  { en: 'What an evaluation of a delegation recommends', zh: '赋权（下放）评估结论' },
  {
    KEEP: { en: 'The township carries it well: keep it', zh: '承接良好，继续下放' },
    ADJUST: { en: 'Keep it, with training, staff or other terms', zh: '继续下放，需调整保障或方式' },
    RECLAIM: { en: 'The township cannot carry it: take it back', zh: '承接不了，建议收回' },
  },
);
