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

/** Why a decision is revoked (行政复议法§64①, 行政诉讼法§70). */
export enum RevocationGround {
  EVIDENCE = 'EVIDENCE',
  BASIS = 'BASIS',
  PROCEDURE = 'PROCEDURE',
  POWERS = 'POWERS',
  ABUSE = 'ABUSE',
  UNFAIR = 'UNFAIR',
}

describeEnum(
  RevocationGround,
  'RevocationGround',
  { en: 'Why a decision is revoked (行政复议法 §64, 行政诉讼法 §70)', zh: '撤销理由' },
  {
    EVIDENCE: { en: 'The main facts are not clear or not proven', zh: '主要事实不清、主要证据不足' },
    BASIS: { en: 'The law was applied wrongly', zh: '适用依据不合法（适用法律、法规错误）' },
    PROCEDURE: { en: 'The procedure was not that of the law', zh: '违反法定程序' },
    POWERS: { en: 'Beyond its powers', zh: '超越职权' },
    ABUSE: { en: 'An abuse of its powers', zh: '滥用职权' },
    UNFAIR: { en: 'Manifestly improper', zh: '明显不当' },
  },
);
