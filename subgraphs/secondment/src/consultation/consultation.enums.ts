import { describeEnum } from '@township-graph/shared/described-enum';

export enum ConsultationKind {
  CONSULTATION = 'CONSULTATION',
  COPY_NOTICE = 'COPY_NOTICE',
}

describeEnum(
  ConsultationKind,
  'ConsultationKind',
  { en: 'Whether the township is asked or told', zh: '征求意见类别' },
  {
    CONSULTATION: { en: 'Asked first: nothing is decided before it answers or its time is up', zh: '事先征求意见' },
    COPY_NOTICE: { en: 'Told by a copy', zh: '抄告' },
  },
);

export enum ConsultationState {
  OPEN = 'OPEN',
  AGREED = 'AGREED',
  OBJECTED = 'OBJECTED',
  EXPIRED = 'EXPIRED',
  NOTIFIED = 'NOTIFIED',
  WITHDRAWN = 'WITHDRAWN',
}

describeEnum(
  ConsultationState,
  'ConsultationState',
  { en: 'State of a consultation', zh: '征求意见状态' },
  {
    OPEN: { en: 'Waits for the township’s answer', zh: '待答复' },
    AGREED: { en: 'The township agrees', zh: '同意' },
    OBJECTED: { en: 'The township objects, with reasons', zh: '不同意' },
    EXPIRED: { en: 'The time to answer is up', zh: '逾期未答复' },
    NOTIFIED: { en: 'The township was told', zh: '已抄告' },
    WITHDRAWN: { en: 'The movement is no longer proposed', zh: '已撤回' },
  },
);

export enum ConsultationAction {
  AGREE = 'AGREE',
  OBJECT = 'OBJECT',
  EXPIRE = 'EXPIRE',
  WITHDRAW = 'WITHDRAW',
}

describeEnum(
  ConsultationAction,
  'ConsultationAction',
  { en: 'What can be done with a consultation', zh: '征求意见操作' },
  {
    AGREE: { en: 'Agree: answerConsultation', zh: '同意（answerConsultation）' },
    OBJECT: { en: 'Object, with reasons: answerConsultation', zh: '不同意（answerConsultation）' },
    EXPIRE: { en: 'The time to answer is up', zh: '逾期' },
    WITHDRAW: { en: 'Withdrawn with the movement', zh: '随动议撤回' },
  },
);
