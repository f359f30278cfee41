import { describeEnum } from '@township-graph/shared/described-enum';

/** The eight kinds of evidence (行政处罚法§46①). */
export enum EvidenceKind {
  DOCUMENT = 'DOCUMENT',
  OBJECT = 'OBJECT',
  AUDIOVISUAL = 'AUDIOVISUAL',
  ELECTRONIC_DATA = 'ELECTRONIC_DATA',
  WITNESS = 'WITNESS',
  PARTY_STATEMENT = 'PARTY_STATEMENT',
  EXPERT_OPINION = 'EXPERT_OPINION',
  SITE_RECORD = 'SITE_RECORD',
}

describeEnum(
  EvidenceKind,
  'EvidenceKind',
  { en: 'Kind of evidence (行政处罚法 §46)', zh: '证据种类' },
  {
    DOCUMENT: { en: 'Document (§46①(1))', zh: '书证' },
    OBJECT: { en: 'Object (§46①(2))', zh: '物证' },
    AUDIOVISUAL: { en: 'Audio or video record (§46①(3))', zh: '视听资料' },
    ELECTRONIC_DATA: { en: 'Electronic data (§46①(4))', zh: '电子数据' },
    WITNESS: { en: 'Testimony of a witness (§46①(5))', zh: '证人证言' },
    PARTY_STATEMENT: { en: 'Statement of the party (§46①(6))', zh: '当事人的陈述' },
    EXPERT_OPINION: { en: 'Expert opinion (§46①(7))', zh: '鉴定意见' },
    SITE_RECORD: { en: 'Record of an inspection or of the scene (§46①(8))', zh: '勘验笔录、现场笔录' },
  },
);

/** Why a piece of evidence is no basis of anything. */
export enum ExclusionGround {
  ILLEGAL_MEANS = 'ILLEGAL_MEANS',
  UNTRUE = 'UNTRUE',
  MONITORING = 'MONITORING',
}

describeEnum(
  ExclusionGround,
  'EvidenceExclusionGround',
  { en: 'Why a piece of evidence is excluded', zh: '证据排除情形' },
  {
    ILLEGAL_MEANS: { en: 'Obtained by illegal means (行政处罚法 §46③)', zh: '以非法手段取得的证据' },
    UNTRUE: { en: 'Found not to be true (行政处罚法 §46②)', zh: '经查证不属实的证据' },
    MONITORING: {
      en: 'A record of a monitoring device that does not meet the law (行政处罚法 §41②)',
      zh: '经审核不符合要求的电子技术监控设备记录',
    },
  },
);
