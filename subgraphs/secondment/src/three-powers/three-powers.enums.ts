import { describeEnum } from '@township-graph/shared/described-enum';

export enum ThreePower {
  PERSONNEL_ADVICE = 'PERSONNEL_ADVICE',
  CADRE_APPRAISAL = 'CADRE_APPRAISAL',
  DAILY_MANAGEMENT = 'DAILY_MANAGEMENT',
}

describeEnum(
  ThreePower,
  'ThreePower',
  { en: 'One of the three powers over who is stationed in a township', zh: '“三权”' },
  {
    PERSONNEL_ADVICE: { en: 'To advise on personnel: proposals of movements', zh: '人事建议权' },
    CADRE_APPRAISAL: { en: 'To appraise', zh: '干部考核权' },
    DAILY_MANAGEMENT: { en: 'To manage from day to day', zh: '日常管理权' },
  },
);

export enum ThreePowersState {
  GRANTED = 'GRANTED',
  WITHDRAWN = 'WITHDRAWN',
}

describeEnum(
  ThreePowersState,
  'ThreePowersState',
  { en: 'State of a grant', zh: '授予状态' },
  { GRANTED: { en: 'Granted', zh: '已授予' }, WITHDRAWN: { en: 'Withdrawn', zh: '已收回' } },
);

export enum ThreePowersAction {
  WITHDRAW = 'WITHDRAW',
}

describeEnum(
  ThreePowersAction,
  'ThreePowersAction',
  { en: 'What can be done with a grant', zh: '授予操作' },
  { WITHDRAW: { en: 'Withdraw it: withdrawThreePowers', zh: '收回（withdrawThreePowers）' } },
);
