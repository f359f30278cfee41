import { describeEnum } from '@township-graph/shared/described-enum';

/** What is done to things while a case is open. */
export enum MeasureKind {
  PRESERVATION = 'PRESERVATION',
  SEALING = 'SEALING',
  SEIZURE = 'SEIZURE',
}

describeEnum(
  MeasureKind,
  'MeasureKind',
  { en: 'Measure on things', zh: '证据保存和强制措施' },
  {
    PRESERVATION: { en: 'Registered and kept as evidence (行政处罚法 §56)', zh: '先行登记保存' },
    SEALING: { en: 'Sealed (行政强制法 §9)', zh: '查封' },
    SEIZURE: { en: 'Seized (行政强制法 §9)', zh: '扣押' },
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
