import { describeEnum, type Words } from '@township-graph/shared/described-enum';

/** The kinds of 行政处罚法§9. An order to correct (§28) is none of them. */
export enum PenaltyKind {
  WARNING = 'WARNING',
  CIRCULATED_CRITICISM = 'CIRCULATED_CRITICISM',
  FINE = 'FINE',
  CONFISCATION_OF_GAINS = 'CONFISCATION_OF_GAINS',
  CONFISCATION_OF_PROPERTY = 'CONFISCATION_OF_PROPERTY',
  LICENCE_SUSPENSION = 'LICENCE_SUSPENSION',
  QUALIFICATION_DOWNGRADE = 'QUALIFICATION_DOWNGRADE',
  LICENCE_REVOCATION = 'LICENCE_REVOCATION',
  ACTIVITY_RESTRICTION = 'ACTIVITY_RESTRICTION',
  SUSPENSION_OF_BUSINESS = 'SUSPENSION_OF_BUSINESS',
  CLOSURE = 'CLOSURE',
  PROFESSION_BAN = 'PROFESSION_BAN',
  DETENTION = 'DETENTION',
  OTHER = 'OTHER',
}

export const PENALTY_KIND_WORDS: Words<PenaltyKind> = {
  WARNING: { en: 'Warning', zh: '警告' },
  CIRCULATED_CRITICISM: { en: 'Circulated criticism', zh: '通报批评' },
  FINE: { en: 'Fine', zh: '罚款' },
  CONFISCATION_OF_GAINS: { en: 'Confiscation of unlawful gains', zh: '没收违法所得' },
  CONFISCATION_OF_PROPERTY: { en: 'Confiscation of unlawful property', zh: '没收非法财物' },
  LICENCE_SUSPENSION: { en: 'Suspension of a licence', zh: '暂扣许可证件' },
  QUALIFICATION_DOWNGRADE: { en: 'Lowering of a qualification', zh: '降低资质等级' },
  LICENCE_REVOCATION: { en: 'Revocation of a licence', zh: '吊销许可证件' },
  ACTIVITY_RESTRICTION: { en: 'Restriction of production or business', zh: '限制开展生产经营活动' },
  SUSPENSION_OF_BUSINESS: { en: 'Order to suspend production or business', zh: '责令停产停业' },
  CLOSURE: { en: 'Order to close', zh: '责令关闭' },
  PROFESSION_BAN: { en: 'Ban from a profession', zh: '限制从业' },
  DETENTION: { en: 'Detention, by the police alone (行政处罚法§18)', zh: '行政拘留（只能由公安机关和法律规定的其他机关实施）' },
  OTHER: { en: 'Another that a law or regulation provides', zh: '法律、行政法规规定的其他行政处罚' },
};

describeEnum(PenaltyKind, 'PenaltyKind', { en: 'Kind of administrative penalty (行政处罚法§9)', zh: '行政处罚种类' }, PENALTY_KIND_WORDS);

/** Whom a penalty is for, as credit publicity tells them apart. */
export enum PartyKind {
  INDIVIDUAL = 'INDIVIDUAL',
  SOLE_TRADER = 'SOLE_TRADER',
  ORGANIZATION = 'ORGANIZATION',
}

export const PARTY_KIND_WORDS: Words<PartyKind> = {
  INDIVIDUAL: { en: 'Natural person', zh: '自然人' },
  SOLE_TRADER: { en: 'Sole trader', zh: '个体工商户' },
  ORGANIZATION: { en: 'Legal person or other organisation', zh: '法人及非法人组织' },
};

describeEnum(PartyKind, 'PartyKind', { en: 'Kind of party', zh: '行政相对人类别' }, PARTY_KIND_WORDS);

/** What a fine is measured in. */
export enum FineUnit {
  YUAN = 'YUAN',
  TIMES = 'TIMES',
  PERCENT = 'PERCENT',
}

describeEnum(
  FineUnit,
  'FineUnit',
  { en: 'What a fine is measured in', zh: '罚款计算单位' },
  {
    YUAN: { en: 'Yuan', zh: '元' },
    TIMES: { en: 'Times the value that the base names', zh: '基数的倍数' },
    PERCENT: { en: 'Per cent of the value that the base names', zh: '基数的百分比' },
  },
);

/** Measures that a statute lets an organ take before it decides (行政强制法§9); never by entrustment (§17). */
export enum CoerciveMeasure {
  SEALING = 'SEALING',
  SEIZURE = 'SEIZURE',
  FREEZING = 'FREEZING',
}

describeEnum(
  CoerciveMeasure,
  'CoerciveMeasure',
  { en: 'Coercive measure (行政强制法§9)', zh: '行政强制措施种类' },
  {
    SEALING: { en: 'Sealing of premises, facilities or property', zh: '查封场所、设施或者财物' },
    SEIZURE: { en: 'Seizure of property', zh: '扣押财物' },
    FREEZING: { en: 'Freezing of deposits, by organs that a law names alone (§29)', zh: '冻结存款、汇款（仅限法律规定的行政机关）' },
  },
);
