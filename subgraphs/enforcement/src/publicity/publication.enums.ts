import { describeEnum } from '@township-graph/shared/described-enum';

export enum PublicationState {
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
  WITHHELD = 'WITHHELD',
  LIFTED = 'LIFTED',
}

describeEnum(
  PublicationState,
  'PublicationState',
  { en: 'How the publicity of a decision stands (行政处罚法 §48)', zh: '行政处罚决定公示状态' },
  {
    PUBLISHED: { en: 'Published; public until its period ends', zh: '已公示' },
    WITHDRAWN: { en: 'Withdrawn, with the reason told (§48②)', zh: '已撤回' },
    WITHHELD: { en: 'Not to be published, by a choice on record', zh: '不予公示' },
    LIFTED: { en: 'The choice not to publish was taken back', zh: '不予公示已解除' },
  },
);

/** Why a decision is not published. */
export enum WithholdingGround {
  MINOR = 'MINOR',
  STATE_SECRET = 'STATE_SECRET',
  TRADE_SECRET = 'TRADE_SECRET',
  PRIVACY = 'PRIVACY',
  NO_SOCIAL_IMPACT = 'NO_SOCIAL_IMPACT',
}

describeEnum(
  WithholdingGround,
  'WithholdingGround',
  { en: 'Why a decision is not published', zh: '不予公示情形' },
  {
    MINOR: { en: 'The party was a minor (预防未成年人犯罪法 §59②)', zh: '当事人为未成年人（预防未成年人犯罪法第五十九条第二款）' },
    STATE_SECRET: { en: 'A state secret (行政处罚法 §50)', zh: '涉及国家秘密（行政处罚法第五十条）' },
    TRADE_SECRET: { en: 'A trade secret (行政处罚法 §50)', zh: '涉及商业秘密（行政处罚法第五十条）' },
    PRIVACY: { en: 'Personal privacy (行政处罚法 §50)', zh: '涉及个人隐私（行政处罚法第五十条）' },
    NO_SOCIAL_IMPACT: { en: 'No social impact to speak of (行政处罚法 §48①)', zh: '不具有一定社会影响（行政处罚法第四十八条第一款）' },
  },
);

/** Why a publication is withdrawn. */
export enum WithdrawalGround {
  CHANGED = 'CHANGED',
  REVOKED = 'REVOKED',
  UNLAWFUL = 'UNLAWFUL',
  ERROR = 'ERROR',
}

describeEnum(
  WithdrawalGround,
  'WithdrawalGround',
  { en: 'Why a publication is withdrawn (行政处罚法 §48②)', zh: '公示撤回情形' },
  {
    CHANGED: { en: 'The decision was changed', zh: '决定被依法变更' },
    REVOKED: { en: 'The decision was revoked', zh: '决定被依法撤销' },
    UNLAWFUL: { en: 'The decision was found unlawful or void', zh: '决定被确认违法或者确认无效' },
    ERROR: { en: 'It was published in error', zh: '公示内容有误或者不应公示' },
  },
);
