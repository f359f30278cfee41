import { describeEnum } from '@township-graph/shared/described-enum';

export enum AppraisalSource {
  ASSESSMENT = 'ASSESSMENT',
  DOCUMENT = 'DOCUMENT',
}

describeEnum(
  AppraisalSource,
  'AppraisalSource',
  { en: 'Where an appraisal comes from', zh: '考核结果来源' },
  {
    ASSESSMENT: { en: 'A confirmed annual result of the assessment', zh: '考核系统确认的年度结果' },
    DOCUMENT: { en: 'A document that was recorded', zh: '登记的考核文件' },
  },
);
