import { badInput, conflict, DomainError, NotFound } from '@township-graph/shared/errors';
import type { GradeScale } from '../scoring/grade';
import type { SeatsRefused } from './regrade';

export const resultNotFound = () => new NotFound({ zh: '该考核结果', en: 'Result' });

export const notConfirmed = () =>
  conflict('NOT_CONFIRMED', {
    zh: '结果尚未确认：确认前请通过申诉或退回评分处理',
    en: 'It is not confirmed: until then an appeal is filed, or raters go on',
  });

export const notGraded = () =>
  conflict('NOT_GRADED', { zh: '缺项不计分的结果没有等次可更正', en: 'A part is missing, so there is no grade to be corrected' });

export const wrongGrade = (scale: GradeScale) =>
  badInput('GRADE', { zh: '须且仅须填写该结果适用类别的等次', en: 'One grade is given, of the scale that the result has' }, { scale });

export const nothingCorrected = () => badInput('NOTHING_CORRECTED', { zh: '更正后与原结果相同', en: 'It is as it was' });

export const tooManyCards = (most: number) =>
  badInput('TOO_MANY', { zh: `一次至多更正 ${most} 份评分表`, en: `Up to ${most} cards at once` }, { most });

export const cardNotFound = () => new NotFound({ zh: '该考核对象的评分表', en: 'Scorecard of that subject' });

export const wrongDayOfApplication = () =>
  badInput('APPLIED_ON', {
    zh: '复核须填写申请日期，不早于结果确认之日、不晚于今日；其他依据不填写',
    en: 'A review says when it was applied for, from the day of the result to today; nothing else does',
  });

export const appliedTooLate = (lastDay: string, basis: string) =>
  conflict('APPLIED_TOO_LATE', { zh: '超过申请复核的期限', en: 'A review had to be applied for before' }, { lastDay, basis });

export const worseForApplying = () =>
  conflict(
    'WORSE_FOR_APPLYING',
    { zh: '不因申请复核、提出申诉而被加重处理（公务员法第九十七条）', en: 'Nobody is worse off for having applied (公务员法 §97)' },
    { basis: '公务员法§97' },
  );

export const quotaFull = (seats: number) =>
  conflict('EXCELLENT_QUOTA_FULL', { zh: '优秀名额已满', en: 'All seats of the excellent are taken' }, { seats });

/** Whose seat it would be, and what those who correct have to say about it. */
export function seatsRefused({ refused, ids: resultIds, seats }: SeatsRefused) {
  switch (refused) {
    case 'FULL':
      return conflict(
        'EXCELLENT_QUOTA_FULL',
        {
          zh: '优秀名额已满：更正后得分更高者应优先，请写明由谁让出名额（displacedResultIds）',
          en: 'All seats are taken, and the corrected score is better: say who gives up a seat (displacedResultIds)',
        },
        { seats, resultIds },
      );
    case 'TIED':
      return conflict(
        'TIES_UNDECIDED',
        {
          zh: `名额处有并列，请写明选定的 ${seats} 个（chosenResultIds）`,
          en: `Equals compete for ${seats} seats: say who has them (chosenResultIds)`,
        },
        { seats, resultIds },
      );
    case 'NOT_DISPLACED':
      return badInput(
        'DISPLACED',
        { zh: '所列对象的名额没有更优者取代', en: 'Nobody better by the corrected score takes those seats' },
        { seats, resultIds },
      );
  }
}

export const ownResult = () =>
  new DomainError('FORBIDDEN', 'OWN_RESULT', { zh: '不得更正本人（本单位）的考核结果', en: 'Nobody corrects their own result' });
