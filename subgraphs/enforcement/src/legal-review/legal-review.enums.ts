import { describeEnum } from '@township-graph/shared/described-enum';

/** Why a decision must be reviewed before it is made (行政处罚法§58①). That a hearing was held is known by itself. */
export enum ReviewGround {
  PUBLIC_INTEREST = 'PUBLIC_INTEREST',
  COMPLEX = 'COMPLEX',
  LAW_REQUIRES = 'LAW_REQUIRES',
}

describeEnum(
  ReviewGround,
  'ReviewGround',
  { en: 'Why a case goes to legal review (行政处罚法 §58)', zh: '法制审核情形' },
  {
    PUBLIC_INTEREST: { en: 'Major public interest', zh: '涉及重大公共利益' },
    COMPLEX: { en: 'Difficult, or several legal relations', zh: '案件情况疑难复杂、涉及多个法律关系' },
    LAW_REQUIRES: { en: 'A law or regulation asks for it', zh: '法律、法规规定应当审核' },
  },
);

export enum ReviewResult {
  PASSED = 'PASSED',
  RETURNED = 'RETURNED',
}

describeEnum(
  ReviewResult,
  'LegalReviewResult',
  { en: 'What a legal review comes to', zh: '法制审核结论' },
  { PASSED: { en: 'Passed', zh: '审核通过' }, RETURNED: { en: 'Not passed: back to the investigation', zh: '审核未通过，退回补充' } },
);
