import { describeEnum } from '@township-graph/shared/described-enum';

/** Who asks that an officer stand aside. */
export enum RecusalApplicant {
  PARTY = 'PARTY',
  OFFICER = 'OFFICER',
}

describeEnum(
  RecusalApplicant,
  'RecusalApplicant',
  { en: 'Who asks that an officer be recused (行政处罚法 §43)', zh: '回避申请人' },
  {
    PARTY: { en: 'The party (行政处罚法 §43②)', zh: '当事人申请回避' },
    OFFICER: { en: 'The officer (行政处罚法 §43①)', zh: '执法人员自行回避' },
  },
);

/** Why: the two grounds of the law. */
export enum RecusalGround {
  DIRECT_INTEREST = 'DIRECT_INTEREST',
  OTHER_RELATION = 'OTHER_RELATION',
}

describeEnum(
  RecusalGround,
  'RecusalGround',
  { en: 'Why an officer is to be recused (行政处罚法 §43①)', zh: '回避事由' },
  {
    DIRECT_INTEREST: { en: 'A direct interest in the case', zh: '与案件有直接利害关系' },
    OTHER_RELATION: { en: 'Another relation that may affect fairness', zh: '有其他关系可能影响公正执法' },
  },
);
