import { LimitUnit } from '@township-graph/shared/deadline';
import { describeEnum, type Words } from '@township-graph/shared/described-enum';

export enum BundleState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
}

describeEnum(
  BundleState,
  'ServiceBundleState',
  { en: 'State of a bundle', zh: '“一件事”状态' },
  { DRAFT: { en: 'Being prepared', zh: '拟定中' }, PUBLISHED: { en: 'Published', zh: '已公布' } },
);

export enum BundleApplicationState {
  IN_PROGRESS = 'IN_PROGRESS',
  COMPLETED = 'COMPLETED',
  WITHDRAWN = 'WITHDRAWN',
}

const STATE_WORDS: Words<BundleApplicationState> = {
  IN_PROGRESS: { en: 'Some departments are still at it', zh: '联办中' },
  COMPLETED: { en: 'Every department has come to an end', zh: '联合办结' },
  WITHDRAWN: { en: 'Withdrawn before anything was decided', zh: '撤回' },
};

describeEnum(BundleApplicationState, 'BundleApplicationState', { en: 'State of a joint application', zh: '“一件事”办件状态' }, STATE_WORDS);

export enum BundleOutcome {
  ALL_GRANTED = 'ALL_GRANTED',
  PARTLY_GRANTED = 'PARTLY_GRANTED',
  NONE_GRANTED = 'NONE_GRANTED',
}

describeEnum(
  BundleOutcome,
  'BundleOutcome',
  { en: 'What came of a joint application', zh: '“一件事”办理结果' },
  {
    ALL_GRANTED: { en: 'Everything was granted', zh: '全部准予' },
    PARTLY_GRANTED: { en: 'Some of it was granted', zh: '部分准予' },
    NONE_GRANTED: { en: 'Nothing was granted', zh: '均未准予' },
  },
);

/** Units in which a joint promise is given. */
export enum BundleLimitUnit {
  WORKDAY = 'WORKDAY',
  HOUR = 'HOUR',
}

describeEnum(
  BundleLimitUnit,
  'BundleLimitUnit',
  { en: 'Unit of a joint promise', zh: '联办时限单位' },
  { WORKDAY: { en: 'Working days', zh: '工作日' }, HOUR: { en: 'Hours, day and night', zh: '小时' } },
);

export const LIMIT_UNITS: Readonly<Record<BundleLimitUnit, LimitUnit>> = { WORKDAY: LimitUnit.WORKDAY, HOUR: LimitUnit.HOUR };
