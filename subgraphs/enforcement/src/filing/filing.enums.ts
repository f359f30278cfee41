import { describeEnum } from '@township-graph/shared/described-enum';

/** 调审分离、查审听分离. */
export enum CaseFunction {
  INVESTIGATOR = 'INVESTIGATOR',
  REVIEWER = 'REVIEWER',
  HOST = 'HOST',
}

describeEnum(
  CaseFunction,
  'CaseFunction',
  { en: 'What an officer does in a case', zh: '办案职责' },
  {
    INVESTIGATOR: { en: 'Investigates', zh: '调查人员' },
    REVIEWER: { en: 'Reviews the law of it', zh: '法制审核人员' },
    HOST: { en: 'Hosts the hearing', zh: '听证主持人' },
  },
);
