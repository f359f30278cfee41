import { DomainError, NotFound } from '@township-graph/shared/errors';
import { WORST } from './rating.enums';

export const ratingNotFound = () => new NotFound({ zh: '该评价', en: 'Rating' });

export const gradeOutside = () =>
  new DomainError('BAD_USER_INPUT', 'GRADE', {
    zh: `评价等级须为 1（非常满意）至 ${WORST}（非常不满意）`,
    en: `A grade is 1 (best) to ${WORST}`,
  });

export const alreadyAddedTo = () =>
  new DomainError('CONFLICT', 'ALREADY_ADDED_TO', {
    zh: '每个办件只能追评一次',
    en: 'A rating is added to once',
  });

export const whatWasDoneMissing = () =>
  new DomainError('BAD_USER_INPUT', 'NOTE_MISSING', {
    zh: '须说明回访、整改或核查情况',
    en: 'Say what was found or done',
  });
