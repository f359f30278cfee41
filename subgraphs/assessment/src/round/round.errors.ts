import { badInput, conflict, DomainError, NotFound } from '@township-graph/shared/errors';

export const roundNotFound = () => new NotFound({ zh: '该考核轮次', en: 'Appraisal round' });
export const subjectNotFound = () => new NotFound({ zh: '该考核对象', en: 'Subject of the round' });
export const raterNotFound = () => new NotFound({ zh: '该评分人', en: 'Rater of the round' });

export const adjustmentNotFound = () => new NotFound({ zh: '该加减分', en: 'Adjustment' });

export const withdrawnAlready = () => conflict('WITHDRAWN_ALREADY', { zh: '该加减分已撤销', en: 'That adjustment is withdrawn' });

export const notTheOrganizer = () =>
  new DomainError('FORBIDDEN', 'NOT_THE_ORGANIZER', {
    zh: '清单载明的组织单位之外不得组织该考核',
    en: 'An appraisal is held by whoever the list names, and nobody else',
  });

export const schemeElsewhere = () =>
  badInput('SCHEME_ELSEWHERE', { zh: '方案不属于本区划或其上级', en: 'The scheme is neither of this division nor of one above it' });

export const notOfThatYear = () =>
  badInput('PERIOD', {
    zh: '考核期、评分截止日期须依次排列，且考核期在同一年度',
    en: 'The period lies within one year, and scoring ends after it begins',
  });

export const wrongSubjects = (at: number | null) =>
  badInput(
    'SUBJECTS',
    {
      zh: '考核对象须为 1–2000 个，属于本区划、方案规定的类别，标识齐全且不重复',
      en: 'There are 1 to 2000 subjects: of this division, of the scheme’s kind, with their keys, each once',
    },
    { at },
  );

export const wrongRaters = (at: string | null) =>
  badInput(
    'RATERS',
    {
      zh: '评分人至多 500 个、与对象之积不超过 50000，属于方案的评分主体和本县，机构代码或账号二者填一、不重复；每类主体至少一个',
      en: 'There are up to 500 raters, and 50,000 times raters and subjects, of the scheme’s groups and of this county, each an organisation or an account, each once; at least one a group',
    },
    { at },
  );

export const wrongBundle = () =>
  badInput('BUNDLES', {
    zh: '捆绑须为方案的捆绑指标，且同时含区划和机构；每个对象在每项捆绑指标中恰属一组',
    en: 'A bundle is of a bundled indicator, and holds a division and an organisation; each subject is in one bundle an indicator',
  });

export const wrongAdjustment = (at: string) =>
  badInput(
    'ADJUSTMENT',
    {
      zh: '加减分项须在方案内且不超过其分值，否决不填分值',
      en: 'An adjustment is in the scheme, of points up to its own; a veto has none',
    },
    { at },
  );

export const notScoring = (state: string) =>
  conflict('NOT_SCORING', { zh: '该轮次不在评分阶段', en: 'The round is not being scored' }, { state });

export const wrongTie = (seats: number) =>
  badInput('TIE', { zh: `须在并列者中选定 ${seats} 个`, en: `${seats} of those that stand equal are chosen` }, { seats });
