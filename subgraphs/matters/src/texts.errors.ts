import { badInput } from '@township-graph/shared/errors';

export const dayInThePast = (earliest: string) =>
  badInput('EFFECTIVE_DAY_PAST', { zh: `生效（终止）日期不得早于 ${earliest}`, en: `The day may not be before ${earliest}` }, { earliest });

export const countInvalid = (field: string) =>
  badInput('COUNT_INVALID', { zh: `${field} 须为不小于 0 的整数`, en: `${field} is a whole number, 0 or more` }, { field });

export const basicCodeMalformed = () =>
  badInput('MALFORMED_BASIC_CODE', {
    zh: '基本编码为 12 位数字或大写字母',
    en: 'A basic code has 12 digits or capital letters',
  });
