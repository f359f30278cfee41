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
    DOCUMENT: { en: 'Document', zh: '书证' },
    OBJECT: { en: 'Object', zh: '物证' },
    AUDIOVISUAL: { en: 'Audio or video record', zh: '视听资料' },
    ELECTRONIC_DATA: { en: 'Electronic data', zh: '电子数据' },
    WITNESS: { en: 'Testimony of a witness', zh: '证人证言' },
    PARTY_STATEMENT: { en: 'Statement of the party', zh: '当事人的陈述' },
    EXPERT_OPINION: { en: 'Expert opinion', zh: '鉴定意见' },
    SITE_RECORD: { en: 'Record of an inspection or of the scene', zh: '勘验笔录、现场笔录' },
  },
);
