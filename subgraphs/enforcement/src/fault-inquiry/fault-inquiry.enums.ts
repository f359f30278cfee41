import { describeEnum } from '@township-graph/shared/described-enum';

export enum FaultKind {
  UNLAWFUL_STEP = 'UNLAWFUL_STEP',
  INACTION = 'INACTION',
  ABUSE = 'ABUSE',
}

describeEnum(
  FaultKind,
  'FaultKind',
  { en: 'What an officer is asked about', zh: '执法过错类别' },
  {
    UNLAWFUL_STEP: { en: 'A step that the law does not allow', zh: '违法实施行政执法' },
    INACTION: { en: 'A step that was due and not taken', zh: '不履行或者拖延履行职责' },
    ABUSE: { en: 'Abuse of power or discretion', zh: '滥用职权（裁量不当）' },
  },
);

export enum FaultInquiryState {
  OPENED = 'OPENED',
  NOTIFIED = 'NOTIFIED',
  STATED = 'STATED',
  DECIDED = 'DECIDED',
  DISMISSED = 'DISMISSED',
}

describeEnum(
  FaultInquiryState,
  'FaultInquiryState',
  { en: 'State of an inquiry', zh: '过错责任追究状态' },
  {
    OPENED: { en: 'Opened', zh: '已启动' },
    NOTIFIED: { en: 'The officer was told, and may state their case', zh: '已告知（可陈述申辩）' },
    STATED: { en: 'The officer stated their case, or waived it', zh: '已陈述申辩（或者放弃）' },
    DECIDED: { en: 'A fault was found', zh: '已作出追究决定' },
    DISMISSED: { en: 'No fault was found', zh: '不予追究' },
  },
);

export enum FaultInquiryAction {
  NOTIFY = 'NOTIFY',
  STATE = 'STATE',
  DECIDE = 'DECIDE',
  DISMISS = 'DISMISS',
}

describeEnum(
  FaultInquiryAction,
  'FaultInquiryAction',
  { en: 'What can be done with an inquiry', zh: '过错责任追究操作' },
  {
    NOTIFY: { en: 'Tell the officer: notifyOfficerOfFault', zh: '告知（notifyOfficerOfFault）' },
    STATE: { en: 'Record what the officer says: recordOfficerStatement', zh: '记录陈述申辩（recordOfficerStatement）' },
    DECIDE: { en: 'Find a fault: decideFault', zh: '作出追究决定（decideFault）' },
    DISMISS: { en: 'Find none: dismissFaultInquiry', zh: '不予追究（dismissFaultInquiry）' },
  },
);
