import { describeEnum, type Words } from '@township-graph/shared/described-enum';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';

/** 事项类型, GB/T 39046-2020 Annex A. */
export enum MatterKind {
  LICENSING = 'LICENSING',
  PENALTY = 'PENALTY',
  COERCION = 'COERCION',
  LEVY = 'LEVY',
  PAYMENT = 'PAYMENT',
  INSPECTION = 'INSPECTION',
  CONFIRMATION = 'CONFIRMATION',
  REWARD = 'REWARD',
  ADJUDICATION = 'ADJUDICATION',
  OTHER_POWER = 'OTHER_POWER',
  PUBLIC_SERVICE = 'PUBLIC_SERVICE',
}

/** The two digits of the standard for each kind. */
export const KIND_CODES: Readonly<Record<MatterKind, string>> = {
  LICENSING: '01',
  PENALTY: '02',
  COERCION: '03',
  LEVY: '04',
  PAYMENT: '05',
  INSPECTION: '06',
  CONFIRMATION: '07',
  REWARD: '08',
  ADJUDICATION: '09',
  OTHER_POWER: '10',
  PUBLIC_SERVICE: '20',
};

export const KIND_WORDS: Words<MatterKind> = {
  LICENSING: { en: '01 Administrative licence', zh: '行政许可' },
  PENALTY: { en: '02 Administrative penalty', zh: '行政处罚' },
  COERCION: { en: '03 Administrative coercion', zh: '行政强制' },
  LEVY: { en: '04 Administrative levy', zh: '行政征收' },
  PAYMENT: { en: '05 Administrative payment', zh: '行政给付' },
  INSPECTION: { en: '06 Administrative inspection', zh: '行政检查' },
  CONFIRMATION: { en: '07 Administrative confirmation', zh: '行政确认' },
  REWARD: { en: '08 Administrative reward', zh: '行政奖励' },
  ADJUDICATION: { en: '09 Administrative adjudication', zh: '行政裁决' },
  OTHER_POWER: { en: '10 Other administrative power', zh: '其他行政权力' },
  PUBLIC_SERVICE: { en: '20 Public service', zh: '公共服务' },
};

describeEnum(MatterKind, 'MatterKind', { en: 'Kind of a matter (GB/T 39046-2020)', zh: '事项类型' }, KIND_WORDS);

export enum MatterRank {
  MAIN = 'MAIN',
  SUB = 'SUB',
  GRANDCHILD = 'GRANDCHILD',
  HANDLING_ITEM = 'HANDLING_ITEM',
}

export const RANK_WORDS: Words<MatterRank> = {
  MAIN: { en: 'Main item', zh: '主项' },
  SUB: { en: 'Sub-item', zh: '子项' },
  GRANDCHILD: { en: 'Third-rank item', zh: '孙项' },
  HANDLING_ITEM: { en: 'Handling item: what one applies for', zh: '业务办理项' },
};

describeEnum(MatterRank, 'MatterRank', { en: 'Place of an item in the tree of its matter', zh: '事项层次' }, RANK_WORDS);

export enum MatterState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  SUSPENDED = 'SUSPENDED',
  ABOLISHED = 'ABOLISHED',
}

export const STATE_WORDS: Words<MatterState> = {
  DRAFT: { en: 'Draft, never published', zh: '草稿（未公布）' },
  PUBLISHED: { en: 'Published and handled', zh: '已公布（在用）' },
  SUSPENDED: { en: 'Published, not handled for the time being', zh: '暂停' },
  ABOLISHED: { en: 'Taken out of the list', zh: '取消' },
};

describeEnum(MatterState, 'MatterState', { en: 'State of a matter', zh: '事项状态' }, STATE_WORDS);

export enum HandlingKind {
  IMMEDIATE = 'IMMEDIATE',
  PROMISED = 'PROMISED',
}

export const HANDLING_WORDS: Words<HandlingKind> = {
  IMMEDIATE: { en: 'Handled at once, on the day', zh: '即办件' },
  PROMISED: { en: 'Handled within the promised limit', zh: '承诺件' },
};

describeEnum(HandlingKind, 'HandlingKind', { en: 'How quickly a matter is handled', zh: '办件类型' }, HANDLING_WORDS);

export enum VillageRole {
  DIRECT = 'DIRECT',
  ACCEPT_FORWARD = 'ACCEPT_FORWARD',
  AGENT = 'AGENT',
  ASSIST = 'ASSIST',
  NOTICE = 'NOTICE',
}

export const VILLAGE_ROLE_WORDS: Words<VillageRole> = {
  DIRECT: { en: 'The village completes it', zh: '直接办结' },
  ACCEPT_FORWARD: { en: 'The village accepts and forwards it', zh: '受理转报' },
  AGENT: { en: 'The village handles it on the applicant’s behalf', zh: '代办' },
  ASSIST: { en: 'The village helps', zh: '协办' },
  NOTICE: { en: 'The village gives notice of it', zh: '公开告知' },
};

describeEnum(VillageRole, 'VillageRole', { en: 'What a village does about a matter', zh: '村级办理方式' }, VILLAGE_ROLE_WORDS);

/** 权力来源. The words are general knowledge that we could not check against a standard. */
export enum PowerSource {
  STATUTORY = 'STATUTORY',
  DEVOLVED = 'DEVOLVED',
  AUTHORIZED_BY_SUPERIOR = 'AUTHORIZED_BY_SUPERIOR',
  AUTHORIZED_BY_PEER = 'AUTHORIZED_BY_PEER',
  ENTRUSTED_BY_SUPERIOR = 'ENTRUSTED_BY_SUPERIOR',
  ENTRUSTED_BY_PEER = 'ENTRUSTED_BY_PEER',
}

export const POWER_SOURCE_WORDS: Words<PowerSource> = {
  STATUTORY: { en: 'Its own by law', zh: '法定本级行使' },
  DEVOLVED: { en: 'Devolved from above', zh: '上级下放' },
  AUTHORIZED_BY_SUPERIOR: { en: 'Authorised from above', zh: '上级授权' },
  AUTHORIZED_BY_PEER: { en: 'Authorised by a peer', zh: '同级授权' },
  ENTRUSTED_BY_SUPERIOR: { en: 'Entrusted from above', zh: '上级委托' },
  ENTRUSTED_BY_PEER: { en: 'Entrusted by a peer', zh: '同级委托' },
};

describeEnum(PowerSource, 'PowerSource', { en: 'Where the power to handle a matter comes from', zh: '权力来源' }, POWER_SOURCE_WORDS);

export enum GuideClass {
  STATUTORY = 'STATUTORY',
  DELEGATED = 'DELEGATED',
  STATIONED = 'STATIONED',
}

export const GUIDE_CLASS_WORDS: Words<GuideClass> = {
  STATUTORY: { en: 'The township’s own by law', zh: '法定办理' },
  DELEGATED: { en: 'Delegated or entrusted by a department', zh: '部门下放或委托' },
  STATIONED: { en: 'Handled by a department’s staff on the spot', zh: '驻场办理' },
};

describeEnum(GuideClass, 'GuideClass', { en: 'Class of a service guide', zh: '办事指南分类' }, GUIDE_CLASS_WORDS);

/** The kernel's enum; GraphQL hears of it here. */
export const EXERCISE_LEVEL_WORDS: Words<ExerciseLevel> = {
  NATIONAL: { en: '1 National', zh: '国家级' },
  PROVINCE: { en: '2 Province', zh: '省级' },
  PREFECTURE: { en: '3 Prefecture', zh: '市级' },
  COUNTY: { en: '4 County', zh: '县级' },
  TOWNSHIP: { en: '5 Town, township or subdistrict', zh: '镇（乡、街道）级' },
  VILLAGE: { en: '6 Village or community', zh: '村（社区）级' },
  GRADED: { en: '7 Shared out between levels', zh: '分级管理' },
};

describeEnum(
  ExerciseLevel,
  'ExerciseLevel',
  { en: 'Level at which a matter is exercised: the digit inside its implementation code', zh: '行使层级' },
  EXERCISE_LEVEL_WORDS,
);
