import { describeEnum } from '@township-graph/shared/described-enum';

export enum RemedyKind {
  REVIEW = 'REVIEW',
  LITIGATION = 'LITIGATION',
}

describeEnum(
  RemedyKind,
  'RemedyKind',
  { en: 'What is done against a decision', zh: '救济方式' },
  { REVIEW: { en: 'Administrative reconsideration', zh: '行政复议' }, LITIGATION: { en: 'Administrative litigation', zh: '行政诉讼' } },
);

export enum RemedyOutcome {
  UPHELD = 'UPHELD',
  CHANGED = 'CHANGED',
  REVOKED = 'REVOKED',
  UNLAWFUL = 'UNLAWFUL',
  WITHDRAWN = 'WITHDRAWN',
}

describeEnum(
  RemedyOutcome,
  'RemedyOutcome',
  { en: 'What came of it', zh: '复议、诉讼结果' },
  {
    UPHELD: { en: 'The decision stands', zh: '维持（驳回）' },
    CHANGED: { en: 'Changed', zh: '变更' },
    REVOKED: { en: 'Revoked', zh: '撤销' },
    UNLAWFUL: { en: 'Found unlawful or void', zh: '确认违法、无效' },
    WITHDRAWN: { en: 'Withdrawn, or settled by mediation', zh: '撤回（调解、和解）' },
  },
);
