import { describeEnum, type Words } from '@township-graph/shared/described-enum';

export enum ResponsibilityListKind {
  POWER_LIST = 'POWER_LIST',
  TERRITORIAL = 'TERRITORIAL',
  VILLAGE_MICRO_POWER = 'VILLAGE_MICRO_POWER',
  DUTY_2024 = 'DUTY_2024',
  COMMUNITY_DUTY = 'COMMUNITY_DUTY',
}

const KIND_WORDS: Words<ResponsibilityListKind> = {
  POWER_LIST: { en: 'List of powers and duties', zh: '权责清单' },
  TERRITORIAL: { en: 'Who answers for what on a territory: primary and supporting parties', zh: '“属地管理”事项责任清单' },
  VILLAGE_MICRO_POWER: { en: 'Small powers of a village', zh: '村级小微权力清单' },
  DUTY_2024: { en: 'Duties of a township (2024–25): basic, cooperative, reclaimed', zh: '乡镇（街道）履职事项清单' },
  COMMUNITY_DUTY: { en: 'Clean-up of what is asked of communities', zh: '社区（村）职责事项清理' },
};

describeEnum(ResponsibilityListKind, 'ResponsibilityListKind', { en: 'Kind of a responsibility list', zh: '清单类型' }, KIND_WORDS);

export enum ResponsibilityListState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
}

const STATE_WORDS: Words<ResponsibilityListState> = {
  DRAFT: { en: 'Being prepared', zh: '编制中' },
  PUBLISHED: { en: 'Published', zh: '已公布' },
};

describeEnum(ResponsibilityListState, 'ResponsibilityListState', { en: 'State of a responsibility list', zh: '清单状态' }, STATE_WORDS);

/** The titles of the three lists are general knowledge that we could not check. */
export enum DutyClass {
  BASIC = 'BASIC',
  COOPERATIVE = 'COOPERATIVE',
  RECLAIMED = 'RECLAIMED',
}

const DUTY_WORDS: Words<DutyClass> = {
  BASIC: { en: 'The township’s own duty', zh: '基本履职事项' },
  COOPERATIVE: { en: 'Shared with a department that leads', zh: '配合履职事项' },
  RECLAIMED: { en: 'Taken back by the department above', zh: '上级部门收回事项' },
};

describeEnum(DutyClass, 'DutyClass', { en: 'Class of a duty in the lists of 2024–25', zh: '履职事项分类' }, DUTY_WORDS);

export enum CleanUpOutcome {
  KEPT = 'KEPT',
  MERGED = 'MERGED',
  CANCELLED = 'CANCELLED',
}

const OUTCOME_WORDS: Words<CleanUpOutcome> = {
  KEPT: { en: 'Kept', zh: '保留' },
  MERGED: { en: 'Merged into another', zh: '归并' },
  CANCELLED: { en: 'Cancelled', zh: '取消' },
};

describeEnum(CleanUpOutcome, 'CleanUpOutcome', { en: 'Outcome of the clean-up', zh: '清理结果' }, OUTCOME_WORDS);
