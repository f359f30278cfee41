import { describeEnum } from '@township-graph/shared/described-enum';

export enum RecallState {
  REQUESTED = 'REQUESTED',
  RECALLED = 'RECALLED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
}

describeEnum(
  RecallState,
  'RecallState',
  { en: 'State of a recall', zh: '召回状态' },
  {
    REQUESTED: { en: 'Requested by the township', zh: '已申请' },
    RECALLED: { en: 'Recalled', zh: '已召回' },
    REFUSED: { en: 'Refused, with a reason', zh: '不予召回' },
    WITHDRAWN: { en: 'Withdrawn by the township', zh: '已撤回' },
  },
);

export enum RecallAction {
  RECALL = 'RECALL',
  REFUSE = 'REFUSE',
  WITHDRAW = 'WITHDRAW',
}

describeEnum(
  RecallAction,
  'RecallAction',
  { en: 'What can be done with a recall', zh: '召回操作' },
  {
    RECALL: { en: 'Recall them: decideRecall', zh: '决定召回（decideRecall）' },
    REFUSE: { en: 'Refuse it: decideRecall', zh: '不予召回（decideRecall）' },
    WITHDRAW: { en: 'Withdraw it: withdrawRecall', zh: '撤回申请（withdrawRecall）' },
  },
);
