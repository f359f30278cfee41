import { describeEnum } from '@township-graph/shared/described-enum';

export enum TrainingResult {
  PASSED = 'PASSED',
  FAILED = 'FAILED',
  ATTENDED = 'ATTENDED',
}

describeEnum(
  TrainingResult,
  'TrainingResult',
  { en: 'What came of a training', zh: '培训结果' },
  {
    PASSED: { en: 'Examined, and passed', zh: '考试合格' },
    FAILED: { en: 'Examined, and not passed', zh: '考试不合格' },
    ATTENDED: { en: 'Attended, without an examination', zh: '参训（不考试）' },
  },
);
