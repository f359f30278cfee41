import { describeEnum, type Words } from '@township-graph/shared/described-enum';

export enum DelegationMode {
  DIRECT_GRANT = 'DIRECT_GRANT',
  ENTRUST = 'ENTRUST',
  STATIONED = 'STATIONED',
  FORWARD = 'FORWARD',
}

/** The last two names are ours: the report that counts four modes names two. */
export const DELEGATION_MODE_WORDS: Words<DelegationMode> = {
  DIRECT_GRANT: { en: 'Granted: the township acts in its own name', zh: '直接赋权（下放）' },
  ENTRUST: { en: 'Entrusted: in the department’s name, under an agreement', zh: '委托' },
  STATIONED: { en: 'The department’s staff handle it in the township', zh: '部门派驻（驻场）' },
  FORWARD: { en: 'The township accepts, the department decides', zh: '服务前移（受理转报）' },
};

describeEnum(
  DelegationMode,
  'DelegationMode',
  { en: 'How a matter comes down to townships', zh: '赋权（下放）方式' },
  DELEGATION_MODE_WORDS,
);

export enum DelegationState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
}

const STATE_WORDS: Words<DelegationState> = {
  DRAFT: { en: 'Being prepared', zh: '拟定中' },
  PUBLISHED: { en: 'Published, as the law requires', zh: '已公布' },
};

describeEnum(DelegationState, 'DelegationState', { en: 'State of a delegation', zh: '赋权状态' }, STATE_WORDS);
