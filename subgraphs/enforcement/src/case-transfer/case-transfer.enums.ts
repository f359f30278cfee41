import { describeEnum } from '@township-graph/shared/described-enum';

export enum TransferKind {
  JURISDICTION = 'JURISDICTION',
  POLICE = 'POLICE',
  RECLAIM = 'RECLAIM',
  DESIGNATION = 'DESIGNATION',
}

describeEnum(
  TransferKind,
  'TransferKind',
  { en: 'Why a case is transferred', zh: '移送类别' },
  {
    JURISDICTION: { en: 'It is another organ’s (行政处罚法 §22–25)', zh: '管辖移送' },
    POLICE: { en: 'A crime is suspected (行政处罚法 §27)', zh: '涉嫌犯罪移送公安机关' },
    RECLAIM: {
      en: 'Its power was taken back, with open cases (行政处罚法 §24); by the system, on the day',
      zh: '执法事项收回移交（系统于收回之日移交）',
    },
    DESIGNATION: {
      en: 'The common superior designated whose it is (行政处罚法 §25②); by designateJurisdiction',
      zh: '指定管辖移交（由共同的上一级行政机关指定）',
    },
  },
);

export enum TransferState {
  PROPOSED = 'PROPOSED',
  APPROVED = 'APPROVED',
  DENIED = 'DENIED',
  HANDED_OVER = 'HANDED_OVER',
  TAKEN_OVER = 'TAKEN_OVER',
  RETURNED = 'RETURNED',
}

describeEnum(
  TransferState,
  'TransferState',
  { en: 'How a transfer stands', zh: '移送状态' },
  {
    PROPOSED: { en: 'Reported to the head of the organ', zh: '提出移送' },
    APPROVED: { en: 'Approved', zh: '批准移送' },
    DENIED: { en: 'Not approved', zh: '不批准移送' },
    HANDED_OVER: { en: 'Handed over', zh: '已移送' },
    TAKEN_OVER: { en: 'Taken over', zh: '已接收（立案）' },
    RETURNED: { en: 'Returned', zh: '退回（不予立案）' },
  },
);
