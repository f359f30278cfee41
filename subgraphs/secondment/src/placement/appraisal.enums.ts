import { describeEnum } from '@township-graph/shared/described-enum';

/** Grades of public institutions; those of the civil service are others, and are not to be mixed up with them. */
export enum InstitutionGrade {
  EXCELLENT = 'EXCELLENT',
  QUALIFIED = 'QUALIFIED',
  BASICALLY_QUALIFIED = 'BASICALLY_QUALIFIED',
  UNQUALIFIED = 'UNQUALIFIED',
}

describeEnum(
  InstitutionGrade,
  'InstitutionGrade',
  { en: 'Grade of a yearly appraisal in a public institution (事业单位人事管理条例§21)', zh: '事业单位年度考核档次' },
  {
    EXCELLENT: { en: 'Excellent', zh: '优秀' },
    QUALIFIED: { en: 'Qualified', zh: '合格' },
    BASICALLY_QUALIFIED: { en: 'Basically qualified', zh: '基本合格' },
    UNQUALIFIED: { en: 'Unqualified', zh: '不合格' },
  },
);

export enum CivilServiceGrade {
  EXCELLENT = 'EXCELLENT',
  COMPETENT = 'COMPETENT',
  BASICALLY_COMPETENT = 'BASICALLY_COMPETENT',
  INCOMPETENT = 'INCOMPETENT',
}

describeEnum(
  CivilServiceGrade,
  'CivilServiceGrade',
  { en: 'Grade of a yearly appraisal in the civil service (公务员法§38)', zh: '公务员年度考核等次' },
  {
    EXCELLENT: { en: 'Excellent', zh: '优秀' },
    COMPETENT: { en: 'Competent', zh: '称职' },
    BASICALLY_COMPETENT: { en: 'Basically competent', zh: '基本称职' },
    INCOMPETENT: { en: 'Incompetent', zh: '不称职' },
  },
);

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
