import { describeEnum } from '@township-graph/shared/described-enum';

export enum ObjectionState {
  RAISED = 'RAISED',
  UPHELD = 'UPHELD',
  DISMISSED = 'DISMISSED',
}

describeEnum(
  ObjectionState,
  'CandidateObjectionState',
  { en: 'State of an objection', zh: '公示异议状态' },
  {
    RAISED: { en: 'Raised, and not decided yet', zh: '待处理' },
    UPHELD: { en: 'Upheld: the candidate is off the list', zh: '成立' },
    DISMISSED: { en: 'Dismissed, with a reason', zh: '不成立' },
  },
);

export enum ObjectionAction {
  UPHOLD = 'UPHOLD',
  DISMISS = 'DISMISS',
}

describeEnum(
  ObjectionAction,
  'CandidateObjectionAction',
  { en: 'What can be done with an objection', zh: '公示异议操作' },
  {
    UPHOLD: { en: 'Uphold it: decideObjection', zh: '认定成立（decideObjection）' },
    DISMISS: { en: 'Dismiss it: decideObjection', zh: '认定不成立（decideObjection）' },
  },
);
