import { describeEnum } from '@township-graph/shared/described-enum';

export enum Respondent {
  PARTY = 'PARTY',
  COMPLAINANT = 'COMPLAINANT',
}

describeEnum(
  Respondent,
  'ReturnVisitRespondent',
  { en: 'Who was asked after a case', zh: '回访对象' },
  {
    PARTY: { en: 'The party', zh: '当事人' },
    COMPLAINANT: { en: 'Who complained or reported it', zh: '投诉举报人' },
  },
);

/** 满意度 of GB/T 39046-2020: 1 is best, and the worst grade that still counts as content is 基本满意. */
export const GRADES = [1, 2, 3, 4, 5] as const;
export const CONTENT_UP_TO = 3;
