import { badInput, conflict, DomainError } from '@township-graph/shared/errors';

export const selfScoring = () =>
  new DomainError('FORBIDDEN', 'SELF_SCORING', { zh: '不得为自己（本单位）评分', en: 'Nobody scores themselves' });

export const notTheRater = () =>
  new DomainError('FORBIDDEN', 'NOT_THE_RATER', {
    zh: '您不是该评分人，或不对该对象评分',
    en: 'You are not that rater, or it does not rate that subject',
  });

export const wrongScores = (at: string | null) =>
  badInput(
    'SCORES',
    {
      zh: '须对方案的每项打分指标各评一次，0–100 分，至多两位小数',
      en: 'Each indicator that raters score gets one score, 0 to 100, with up to two digits after the point',
    },
    { at },
  );

export const cardExists = (version: number) =>
  conflict(
    'CARD_EXISTS',
    { zh: '已评分；更改须带 expectedVersion 和理由', en: 'There is a card; to change it, send expectedVersion and a reason' },
    { version },
  );

export const noCard = () => conflict('NO_CARD', { zh: '尚未评分，不能更改', en: 'There is no card yet to be changed' });
