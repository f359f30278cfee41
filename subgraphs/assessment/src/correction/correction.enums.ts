import { describeEnum } from '@township-graph/shared/described-enum';

export enum CorrectionGround {
  REVIEW = 'REVIEW',
  APPEAL = 'APPEAL',
  ERROR = 'ERROR',
}

describeEnum(
  CorrectionGround,
  'ResultCorrectionGround',
  { en: 'Why a confirmed result is corrected', zh: '更正依据类别' },
  {
    REVIEW: {
      en: 'A review that was applied for in time found it wrong (公务员法 §95; 事业单位人事管理条例 §38)',
      zh: '复核决定（公务员法第九十五条；事业单位人事管理条例第三十八条）',
    },
    APPEAL: {
      en: 'The decision on an appeal to an authority above (公务员法 §95; 事业单位人事管理条例 §38)',
      zh: '申诉处理决定（公务员法第九十五条；事业单位人事管理条例第三十八条）',
    },
    ERROR: {
      en: 'An error that was found, such as a clerical one: it is mended whoever finds it (公务员法 §98)',
      zh: '发现差错，及时纠正（公务员法第九十八条）',
    },
  },
);

export enum ResultAction {
  CORRECT = 'CORRECT',
  CORRECT_SCORES = 'CORRECT_SCORES',
}

describeEnum(
  ResultAction,
  'AppraisalResultAction',
  { en: 'What can be done with a result', zh: '考核结果操作' },
  {
    CORRECT: { en: 'Correct its grade (correctResult)', zh: '更正等次（correctResult）' },
    CORRECT_SCORES: {
      en: 'Correct what it was scored from, and carry that through (correctScores)',
      zh: '更正评分并重新计算（correctScores）',
    },
  },
);
