import { describeEnum } from './described-enum';

/** Grades of civil servants; those of public institutions are others, and are not to be mixed up with them. 公务员考核等次 */
export enum CivilServantGrade {
  EXCELLENT = 'EXCELLENT',
  COMPETENT = 'COMPETENT',
  BASICALLY_COMPETENT = 'BASICALLY_COMPETENT',
  INCOMPETENT = 'INCOMPETENT',
}

describeEnum(
  CivilServantGrade,
  'CivilServantGrade',
  { en: 'Grade of a yearly appraisal of a civil servant (公务员法§38)', zh: '公务员年度考核等次' },
  {
    EXCELLENT: { en: 'Excellent', zh: '优秀' },
    COMPETENT: { en: 'Competent', zh: '称职' },
    BASICALLY_COMPETENT: { en: 'Basically competent', zh: '基本称职' },
    INCOMPETENT: { en: 'Incompetent', zh: '不称职' },
  },
);

/** Grades of staff of public institutions. 事业单位年度考核档次 */
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
