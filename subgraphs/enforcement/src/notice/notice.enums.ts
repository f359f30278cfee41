import { describeEnum } from '@township-graph/shared/described-enum';

/** What the party made of its right to state its case. */
export enum StatementStanding {
  /** Nothing heard yet, and the time to speak has not passed. */
  OPEN = 'OPEN',
  /** Heard, and looked into. */
  HEARD = 'HEARD',
  WAIVED = 'WAIVED',
}

/** How the right to a hearing stands. */
export enum HearingStanding {
  /** No right: the penalty is not of that kind. */
  NONE = 'NONE',
  /** Told of the right; five working days to ask. */
  OFFERED = 'OFFERED',
  WAIVED = 'WAIVED',
  REQUESTED = 'REQUESTED',
  SCHEDULED = 'SCHEDULED',
  HELD = 'HELD',
  /** The party stayed away or left (§64(6)). */
  ABANDONED = 'ABANDONED',
}

describeEnum(
  StatementStanding,
  'StatementStanding',
  { en: 'What became of the right to state one’s case (行政处罚法 §45)', zh: '陈述申辩情况' },
  {
    OPEN: { en: 'The party may still speak', zh: '尚未陈述申辩' },
    HEARD: { en: 'Heard and looked into', zh: '已陈述申辩并复核' },
    WAIVED: { en: 'Waived expressly', zh: '明确放弃' },
  },
);

describeEnum(
  HearingStanding,
  'HearingStanding',
  { en: 'How the right to a hearing stands (行政处罚法 §63, §64)', zh: '听证情况' },
  {
    NONE: { en: 'No right to one', zh: '不属于应当告知听证的情形' },
    OFFERED: { en: 'Told of the right; five working days to ask', zh: '已告知听证权利' },
    WAIVED: { en: 'Waived', zh: '放弃听证' },
    REQUESTED: { en: 'Asked for', zh: '已申请听证' },
    SCHEDULED: { en: 'Time and place are told', zh: '已通知听证时间地点' },
    HELD: { en: 'Held', zh: '已举行听证' },
    ABANDONED: { en: 'The party stayed away or left', zh: '视为放弃听证，终止听证' },
  },
);
