import { badInput, conflict, DomainError } from '@township-graph/shared/errors';

const BASIS = '山东省乡镇人民政府工作条例§19';

export const outsideCounty = () =>
  new DomainError('FORBIDDEN', 'OUTSIDE_DIVISIONS', { zh: '不在您的管辖范围内', en: 'That is outside your divisions' });

export const notACounty = () =>
  badInput('NOT_A_COUNTY', { zh: '考核清单由县（市、区）制定，区划代码为 6 位', en: 'A county keeps the list: a code of 6 digits' });

export const badYear = () => badInput('YEAR', { zh: '年度为 2000 至 2100 的整数', en: 'A year is a whole number from 2000 to 2100' });

export const badFrequency = (field: string) =>
  badInput('FREQUENCY', { zh: `${field} 为 1 至 366 的整数`, en: `${field} is a whole number from 1 to 366` }, { field });

export const noSubjects = () => badInput('NO_SUBJECTS', { zh: '须载明考核对象类别', en: 'What is appraised must be said' });

export const lastYearUnknown = () =>
  badInput('LAST_YEAR_UNKNOWN', {
    zh: '没有上年度清单，须填报上年度考核项数（lastYearCount）',
    en: 'There is no list of the year before: say how many appraisals there were (lastYearCount)',
  });

export const catalogueFull = (limit: number, lastYearCount: number) =>
  conflict(
    'CATALOGUE_FULL',
    {
      zh: `本年度考核至多 ${limit} 项（上年度 ${lastYearCount} 项，只减不增）`,
      en: `No more than ${limit} appraisals this year, of ${lastYearCount} last year`,
    },
    { limit, lastYearCount },
  );

export const listedAlready = (name: string) =>
  conflict('LISTED_ALREADY', { zh: '清单中已有同名考核', en: 'An appraisal of that name is on the list' }, { name });

export const vetoKnown = (code: string) =>
  conflict('VETO_KNOWN', { zh: '该代码的一票否决事项已存在', en: 'There is a veto with that code' }, { code });

export const unlistedAppraisal = () =>
  conflict(
    'UNLISTED_APPRAISAL',
    { zh: '该考核不在当年考核清单内，不得组织', en: 'That appraisal is not on the list of its year, and may not be held' },
    { basis: BASIS },
  );

export const heldOftenEnough = (roundsAYear: number) =>
  conflict(
    'HELD_OFTEN_ENOUGH',
    { zh: `该考核全年至多 ${roundsAYear} 次`, en: `That appraisal is held ${roundsAYear} times a year at the most` },
    { roundsAYear },
  );

export const unapprovedVeto = (codes: readonly string[]) =>
  conflict(
    'UNAPPROVED_VETO',
    { zh: '一票否决事项未经批准，不得设置或适用', en: 'Nothing decides an appraisal by itself unless it is approved' },
    { codes, basis: BASIS },
  );
