import { type BilingualText, DomainError } from '@township-graph/shared/errors';

const refused = (reason: string, text: BilingualText, details: Readonly<Record<string, unknown>> = {}) =>
  new DomainError('BAD_USER_INPUT', reason, text, details);

export const dayInThePast = (earliest: string) =>
  refused('EFFECTIVE_DAY_PAST', { zh: `生效（终止）日期不得早于 ${earliest}`, en: `The day may not be before ${earliest}` }, { earliest });

export const countInvalid = (field: string) =>
  refused('COUNT_INVALID', { zh: `${field} 须为不小于 0 的整数`, en: `${field} is a whole number, 0 or more` }, { field });

export const basicCodeMalformed = () =>
  refused('MALFORMED_BASIC_CODE', {
    zh: '基本编码为 12 位数字或大写字母',
    en: 'A basic code has 12 digits or capital letters',
  });
