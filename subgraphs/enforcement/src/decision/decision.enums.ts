import { describeEnum, type Words } from '@township-graph/shared/described-enum';

/** Why an unlawful act is not punished (行政处罚法§30–33, §36). */
export enum NotPunishedGround {
  UNDER_FOURTEEN = 'UNDER_FOURTEEN',
  MENTAL_INCAPACITY = 'MENTAL_INCAPACITY',
  MINOR_CORRECTED = 'MINOR_CORRECTED',
  FIRST_OFFENCE = 'FIRST_OFFENCE',
  NO_FAULT = 'NO_FAULT',
  TIME_BARRED = 'TIME_BARRED',
}

describeEnum(
  NotPunishedGround,
  'NotPunishedGround',
  { en: 'Why an act is not punished', zh: '不予行政处罚的情形' },
  {
    UNDER_FOURTEEN: { en: 'Younger than fourteen (§30)', zh: '不满十四周岁（第三十条）' },
    MENTAL_INCAPACITY: { en: 'Unable to tell or govern what they did (§31)', zh: '精神病人、智力残疾人不能辨认或者控制行为（第三十一条）' },
    MINOR_CORRECTED: { en: 'Minor, put right in time, no harm (§33)', zh: '轻微并及时改正、没有危害后果（第三十三条第一款）' },
    FIRST_OFFENCE: { en: 'First offence, minor harm, put right in time (§33)', zh: '初次违法且危害后果轻微并及时改正（第三十三条第一款）' },
    NO_FAULT: { en: 'Proven to be without fault (§33)', zh: '有证据足以证明没有主观过错（第三十三条第二款）' },
    TIME_BARRED: { en: 'Found too late (§36)', zh: '超过追责时效（第三十六条）' },
  },
);

export enum Harm {
  NONE = 'NONE',
  MINOR = 'MINOR',
  SERIOUS = 'SERIOUS',
}

describeEnum(
  Harm,
  'Harm',
  { en: 'What harm an act did', zh: '危害后果' },
  {
    NONE: { en: 'None', zh: '没有危害后果' },
    MINOR: { en: 'Minor', zh: '危害后果轻微' },
    SERIOUS: { en: 'More than minor', zh: '有危害后果' },
  },
);

/** What comes of a case (行政处罚法§57①). A suspected crime is transferred instead. */
export enum DecisionOutcome {
  PENALTY = 'PENALTY',
  NOT_PUNISHED = 'NOT_PUNISHED',
  NOT_ESTABLISHED = 'NOT_ESTABLISHED',
}

export const DECISION_OUTCOME_WORDS: Words<DecisionOutcome> = {
  PENALTY: { en: 'A penalty', zh: '给予行政处罚' },
  NOT_PUNISHED: { en: 'Unlawful, and not punished', zh: '不予行政处罚' },
  NOT_ESTABLISHED: { en: 'The facts are not established', zh: '违法事实不能成立' },
};

describeEnum(
  DecisionOutcome,
  'CaseDecisionOutcome',
  { en: 'What is decided on a case (行政处罚法 §57)', zh: '处理决定' },
  DECISION_OUTCOME_WORDS,
);
