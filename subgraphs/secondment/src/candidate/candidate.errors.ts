import { badInput, conflict, DomainError, NotFound } from '@township-graph/shared/errors';
import { IneligibilityReason } from './candidate.enums';

const { BANNED } = IneligibilityReason;

export const staffUnknown = () => new NotFound({ zh: '该工作人员', en: 'Member of staff' });

export const postUnknown = () => new NotFound({ zh: '该岗位', en: 'Post' });

const WHY: Readonly<Record<IneligibilityReason, readonly [zh: string, en: string]>> = {
  NOT_COUNTY_LEVEL: ['不是本县县直单位人员', 'is not of the county level of this county'],
  NOT_INSTITUTION: ['不是事业编制', 'is not on the establishment of a public institution'],
  FUNDING: ['经费形式不是差供或自收自支', 'has a post that the budget pays wholly'],
  BANNED: ['在禁止选派期内', 'is banned from selection'],
  PLACED_ALREADY: ['已在下沉岗位', 'is placed already'],
  LEFT: ['已离职', 'has left'],
};

/** All that stands against it, in `reasons`; the first is the word. A ban says until when. */
export const ineligible = (reasons: readonly IneligibilityReason[], banUntil: string | null) =>
  new DomainError(
    'CONFLICT',
    reasons[0]!,
    {
      zh: `不符合报名条件：${reasons.map((reason) => WHY[reason][0]).join('；')}`,
      en: `Who registers ${reasons.map((reason) => WHY[reason][1]).join(', ')}`,
    },
    { reasons, banUntil: reasons.includes(BANNED) ? banUntil : null },
  );

export const registeredAlready = () => conflict('REGISTERED_ALREADY', { zh: '已经报名', en: 'Registered already' });

export const registrationClosed = () => conflict('REGISTRATION_CLOSED', { zh: '不在报名期限内', en: 'Registration is not open' });

export const pointsWrong = () =>
  badInput('POINTS', {
    zh: '成绩为 0 至 100 分，至多两位小数；缺考的不填成绩',
    en: 'Points are 0 to 100 with two decimals at most; none of who was absent',
  });

/** Of a list, it says whose. */
export const notTheirTurn = (waitingFor: number, candidateId?: string) =>
  conflict(
    'NOT_THEIR_TURN',
    { zh: '名次在前的尚未选岗', en: 'Candidates of a better rank are still to choose' },
    { waitingFor, ...(candidateId && { candidateId }) },
  );

export const postTaken = (candidateId?: string) =>
  conflict('POST_TAKEN', { zh: '该岗位已被选定', en: 'That post is taken' }, candidateId ? { candidateId } : {});

export const publicityOver = () => conflict('PUBLICITY_OVER', { zh: '公示期已满', en: 'The days of publicity are over' });
