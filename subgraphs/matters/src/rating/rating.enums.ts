import { describeEnum, type Words } from '@township-graph/shared/described-enum';

/** What becomes of a rating: a good one is done with, a bad one is called back about and mended. */
export enum RatingState {
  GIVEN = 'GIVEN',
  CALL_BACK = 'CALL_BACK',
  MENDING = 'MENDING',
  MENDED = 'MENDED',
  UNFOUNDED = 'UNFOUNDED',
}

const STATE_WORDS: Words<RatingState> = {
  GIVEN: { en: 'Given; nothing to mend', zh: '已评价（非差评）' },
  CALL_BACK: { en: 'Bad: the applicant is to be called back', zh: '差评待回访' },
  MENDING: { en: 'Called back; to be mended', zh: '差评整改中' },
  MENDED: { en: 'Mended, and the applicant told', zh: '差评已整改并反馈' },
  UNFOUNDED: { en: 'Looked into, and unfounded', zh: '经核查不属实' },
};

describeEnum(RatingState, 'RatingState', { en: 'What becomes of a rating', zh: '评价办理状态' }, STATE_WORDS);

/** 满意度, GB/T 39046-2020: 1 is best. */
export const GRADE_WORDS: readonly string[] = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'];

/** 不满意 and 非常不满意 are 差评. */
export const BAD_FROM = 4;
export const WORST = 5;
