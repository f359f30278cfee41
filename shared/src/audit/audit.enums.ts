import { describeEnum } from '../described-enum';

export enum AuditKind {
  COMMAND = 'COMMAND',
  PERSONAL_DATA_READING = 'PERSONAL_DATA_READING',
}

export enum AuditOutcome {
  DONE = 'DONE',
  REFUSED = 'REFUSED',
}

export enum AuditOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}

describeEnum(
  AuditKind,
  'AuditKind',
  { en: 'Kind of a recorded act', zh: '审计操作类别' },
  {
    COMMAND: { en: 'A command', zh: '变更操作' },
    PERSONAL_DATA_READING: { en: 'A reading of personal data in clear', zh: '个人信息明文读取' },
  },
);

describeEnum(
  AuditOutcome,
  'AuditOutcome',
  { en: 'What came of a recorded act', zh: '审计操作结果' },
  {
    DONE: { en: 'Done', zh: '已完成' },
    REFUSED: { en: 'Refused; nothing was changed', zh: '已拒绝（未作变更）' },
  },
);

describeEnum(
  AuditOrder,
  'AuditOrder',
  { en: 'Order of audit records', zh: '审计记录排序' },
  {
    NEWEST: { en: 'Newest first', zh: '由新到旧' },
    OLDEST: { en: 'Oldest first', zh: '由旧到新' },
  },
);
