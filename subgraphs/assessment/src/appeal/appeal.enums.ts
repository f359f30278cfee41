import { describeEnum } from '@township-graph/shared/described-enum';

export enum AppealState {
  FILED = 'FILED',
  MAINTAINED = 'MAINTAINED',
  GRANTED = 'GRANTED',
}

describeEnum(
  AppealState,
  'AppraisalAppealState',
  { en: 'State of an appeal', zh: '申诉状态' },
  {
    FILED: { en: 'Filed; not decided', zh: '已申诉，待复核' },
    MAINTAINED: { en: 'The result stands', zh: '维持原结果' },
    GRANTED: { en: 'It is right: the round is scored anew', zh: '申诉成立，重新评分' },
  },
);

export enum AppealAction {
  MAINTAIN = 'MAINTAIN',
  GRANT = 'GRANT',
}

describeEnum(
  AppealAction,
  'AppraisalAppealAction',
  { en: 'What can be done with an appeal (decideAppeal)', zh: '申诉操作' },
  { MAINTAIN: { en: 'Let the result stand', zh: '维持' }, GRANT: { en: 'Grant it', zh: '支持申诉' } },
);
