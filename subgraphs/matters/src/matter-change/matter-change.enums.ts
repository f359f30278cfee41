import { describeEnum, type Words } from '@township-graph/shared/described-enum';

export enum MatterChangeSubject {
  MATTER = 'MATTER',
  RESPONSIBILITY_LIST = 'RESPONSIBILITY_LIST',
}

const SUBJECT_WORDS: Words<MatterChangeSubject> = {
  MATTER: { en: 'A service matter', zh: '政务服务事项' },
  RESPONSIBILITY_LIST: { en: 'A responsibility list, with items of it', zh: '权责（责任）清单及其事项' },
};

describeEnum(MatterChangeSubject, 'MatterChangeSubject', { en: 'What a change is of', zh: '调整对象' }, SUBJECT_WORDS);

export enum MatterChangeKind {
  ADD = 'ADD',
  REVISE = 'REVISE',
  SUSPEND = 'SUSPEND',
  RESUME = 'RESUME',
  ABOLISH = 'ABOLISH',
  RECLAIM = 'RECLAIM',
}

const KIND_WORDS: Words<MatterChangeKind> = {
  ADD: { en: 'Added: a draft is published', zh: '新增（发布拟稿）' },
  REVISE: { en: 'Revised', zh: '变更' },
  SUSPEND: { en: 'Suspended', zh: '暂停' },
  RESUME: { en: 'Resumed', zh: '恢复' },
  ABOLISH: { en: 'Abolished: nobody does it any more', zh: '取消' },
  RECLAIM: { en: 'Taken back by a department above', zh: '收回' },
};

describeEnum(MatterChangeKind, 'MatterChangeKind', { en: 'What a change does', zh: '调整类型' }, KIND_WORDS);

export enum ItemChangeKind {
  ADD = 'ADD',
  REVISE = 'REVISE',
  ABOLISH = 'ABOLISH',
}

const ITEM_KIND_WORDS: Words<ItemChangeKind> = {
  ADD: { en: 'A new item, with the next number', zh: '新增事项' },
  REVISE: { en: 'The item says something else: also that it is taken back, and by whom', zh: '变更事项（含收回）' },
  ABOLISH: { en: 'The item ends', zh: '取消事项' },
};

describeEnum(ItemChangeKind, 'ItemChangeKind', { en: 'What a change does to one item of a list', zh: '清单事项调整类型' }, ITEM_KIND_WORDS);

export enum ChangeGround {
  LAW_ENACTED = 'LAW_ENACTED',
  LAW_AMENDED = 'LAW_AMENDED',
  LAW_REPEALED = 'LAW_REPEALED',
  REFORM = 'REFORM',
  EVALUATION = 'EVALUATION',
  TOWNSHIP_REQUEST = 'TOWNSHIP_REQUEST',
}

const GROUND_WORDS: Words<ChangeGround> = {
  LAW_ENACTED: { en: 'A law was enacted', zh: '法规制定（立）' },
  LAW_AMENDED: { en: 'A law was amended', zh: '法规修改（改、释）' },
  LAW_REPEALED: { en: 'A law was repealed', zh: '法规废止（废）' },
  REFORM: { en: 'Institutions were reformed', zh: '机构改革' },
  EVALUATION: { en: 'An evaluation of how it is carried out', zh: '承接评估' },
  TOWNSHIP_REQUEST: { en: 'A township asks for it, from below', zh: '乡镇自下而上申请' },
};

describeEnum(ChangeGround, 'ChangeGround', { en: 'Ground of a change', zh: '调整事由' }, GROUND_WORDS);

export enum MatterChangeState {
  PROPOSED = 'PROPOSED',
  REVIEWED = 'REVIEWED',
  PUBLICISED = 'PUBLICISED',
  PUBLISHED = 'PUBLISHED',
  RETURNED = 'RETURNED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}

const STATE_WORDS: Words<MatterChangeState> = {
  PROPOSED: { en: 'Proposed', zh: '已提出' },
  REVIEWED: { en: 'Reviewed and found right', zh: '已审核' },
  PUBLICISED: { en: 'On public notice', zh: '公示中' },
  PUBLISHED: { en: 'Published: it is the list now', zh: '已发布' },
  RETURNED: { en: 'Returned to be proposed anew', zh: '已退回' },
  REJECTED: { en: 'Not to be', zh: '不予调整' },
  WITHDRAWN: { en: 'Withdrawn by who proposed it', zh: '已撤回' },
};

describeEnum(MatterChangeState, 'MatterChangeState', { en: 'State of a change', zh: '动态调整状态' }, STATE_WORDS);
