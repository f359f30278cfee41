import { describeEnum } from '@township-graph/shared/described-enum';

/** Why the fine may be taken in cash at once. */
export enum CashGround {
  SMALL = 'SMALL',
  HARD_TO_ENFORCE = 'HARD_TO_ENFORCE',
  REMOTE_PLACE = 'REMOTE_PLACE',
}

describeEnum(
  CashGround,
  'CashGround',
  { en: 'Why a fine may be taken on the spot (行政处罚法 §68, §69)', zh: '当场收缴罚款的情形' },
  {
    SMALL: { en: 'A hundred yuan or less, decided on the spot', zh: '当场处罚且一百元以下' },
    HARD_TO_ENFORCE: { en: 'Decided on the spot, and hard to enforce later', zh: '不当场收缴事后难以执行' },
    REMOTE_PLACE: { en: 'A remote place, at the party’s request', zh: '边远、水上、交通不便地区且当事人提出' },
  },
);

export enum PaymentPurpose {
  FINE = 'FINE',
  LATE_FINE = 'LATE_FINE',
  GAINS = 'GAINS',
}

describeEnum(
  PaymentPurpose,
  'PaymentPurpose',
  { en: 'What a payment pays', zh: '款项性质' },
  {
    FINE: { en: 'The fine', zh: '罚款' },
    LATE_FINE: { en: 'What was added for paying late (行政处罚法 §72)', zh: '加处罚款' },
    GAINS: { en: 'Confiscated gains', zh: '没收违法所得' },
  },
);

export enum PaymentChannel {
  BANK = 'BANK',
  ELECTRONIC = 'ELECTRONIC',
  CASH = 'CASH',
}

describeEnum(
  PaymentChannel,
  'PaymentChannel',
  { en: 'How it was paid (行政处罚法 §67–69)', zh: '缴款方式' },
  {
    BANK: { en: 'At a bank', zh: '指定银行' },
    ELECTRONIC: { en: 'Electronically', zh: '电子支付系统' },
    CASH: { en: 'In cash, on the spot', zh: '当场收缴' },
  },
);

/** Why execution ends although not all was carried out (行政强制法§40); that the decision was revoked ends it by itself. */
export enum ExecutionEnd {
  PARTY_DIED = 'PARTY_DIED',
  PARTY_DISSOLVED = 'PARTY_DISSOLVED',
  OBJECT_LOST = 'OBJECT_LOST',
  OTHER = 'OTHER',
}

describeEnum(
  ExecutionEnd,
  'ExecutionEnd',
  { en: 'Why execution ends (行政强制法 §40)', zh: '终结执行的情形' },
  {
    PARTY_DIED: { en: 'The party died, left nothing, and nobody owes it (1)', zh: '公民死亡，无遗产可供执行，又无义务承受人' },
    PARTY_DISSOLVED: {
      en: 'The organisation is no more, left nothing, and nobody owes it (2)',
      zh: '法人或者其他组织终止，无财产可供执行，又无义务承受人',
    },
    OBJECT_LOST: { en: 'The object is lost (3)', zh: '执行标的灭失' },
    OTHER: { en: 'The organ finds that it must end for another reason (5)', zh: '行政机关认为需要终结执行的其他情形' },
  },
);

export enum CourtResult {
  ENFORCED = 'ENFORCED',
  REFUSED = 'REFUSED',
  ENDED = 'ENDED',
}

describeEnum(
  CourtResult,
  'CourtResult',
  { en: 'What came of an application to the court', zh: '法院强制执行结果' },
  {
    ENFORCED: { en: 'Carried out by the court', zh: '执行完毕' },
    REFUSED: { en: 'The court refuses it (行政强制法 §58)', zh: '裁定不予执行' },
    ENDED: { en: 'Ended, for nothing can be carried out (行政强制法 §40)', zh: '终结执行' },
  },
);
