import { describeEnum } from '@township-graph/shared/described-enum';

/** What is done to things while a case is open. */
export enum MeasureKind {
  PRESERVATION = 'PRESERVATION',
  SEALING = 'SEALING',
  SEIZURE = 'SEIZURE',
  FREEZING = 'FREEZING',
}

describeEnum(
  MeasureKind,
  'MeasureKind',
  { en: 'Measure on things', zh: '证据保存和强制措施' },
  {
    PRESERVATION: { en: 'Registered and kept as evidence (行政处罚法 §56)', zh: '先行登记保存' },
    SEALING: { en: 'Sealed (行政强制法 §9)', zh: '查封' },
    SEIZURE: { en: 'Seized (行政强制法 §9)', zh: '扣押' },
    FREEZING: {
      en: 'Deposits frozen: only by organs that a law names, and refused here (行政强制法 §29)',
      zh: '冻结（仅限法律规定的行政机关）',
    },
  },
);

/** Whether the head of the organ approved it (行政强制法§18(1), §19). */
export enum MeasureApproval {
  BEFORE = 'BEFORE',
  PENDING = 'PENDING',
  AFTERWARDS = 'AFTERWARDS',
  DENIED = 'DENIED',
}

describeEnum(
  MeasureApproval,
  'MeasureApproval',
  { en: 'Whether the head of the organ approved a measure (行政强制法 §18, §19)', zh: '负责人批准情况' },
  {
    BEFORE: { en: 'Before it was taken (§18(1))', zh: '事先批准' },
    PENDING: { en: 'Taken in an emergency, not approved yet: within 24 hours (§19)', zh: '当场实施，待补办批准' },
    AFTERWARDS: { en: 'Taken in an emergency, approved within 24 hours (§19)', zh: '当场实施，已补办批准' },
    DENIED: { en: 'Not approved, and so lifted at once (§19)', zh: '不予批准，立即解除' },
  },
);

export enum MeasureOutcome {
  RETURNED = 'RETURNED',
  RECORDED = 'RECORDED',
  EXAMINED = 'EXAMINED',
  SEIZED = 'SEIZED',
  CONFISCATED = 'CONFISCATED',
  DESTROYED = 'DESTROYED',
  HANDED_OVER = 'HANDED_OVER',
}

describeEnum(
  MeasureOutcome,
  'MeasureOutcome',
  { en: 'What became of the things', zh: '处理结果' },
  {
    RETURNED: { en: 'Returned, or unsealed', zh: '返还（解除）' },
    RECORDED: { en: 'Copied or photographed, then returned', zh: '复制、拍照等固定证据后返还' },
    EXAMINED: { en: 'Sent for examination', zh: '送交检测、鉴定' },
    SEIZED: { en: 'Sealed or detained by law from now on', zh: '转为查封、扣押' },
    CONFISCATED: { en: 'Confiscated by the decision', zh: '依法没收' },
    DESTROYED: { en: 'Destroyed as the law demands', zh: '依法销毁' },
    HANDED_OVER: { en: 'Handed over with the case (行政强制法 §21)', zh: '随案移送' },
  },
);
