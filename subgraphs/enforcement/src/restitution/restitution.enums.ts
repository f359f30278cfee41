import { describeEnum } from '@township-graph/shared/described-enum';

/** What is to be given back. */
export enum RestitutionKind {
  MONEY = 'MONEY',
  THINGS = 'THINGS',
}

describeEnum(
  RestitutionKind,
  'RestitutionKind',
  { en: 'What is to be given back (行政强制法 §41)', zh: '退还对象' },
  { MONEY: { en: 'What was paid', zh: '款项' }, THINGS: { en: 'Things that were taken', zh: '财物' } },
);

/** What became of the decision that it had been taken by. */
export enum RestitutionCause {
  REVOKED = 'REVOKED',
  CHANGED = 'CHANGED',
}

describeEnum(
  RestitutionCause,
  'RestitutionCause',
  { en: 'What became of the decision (行政强制法 §41)', zh: '退还原因' },
  { REVOKED: { en: 'It was revoked', zh: '行政决定被撤销' }, CHANGED: { en: 'It was changed', zh: '行政决定被变更' } },
);

/** How it is given back. */
export enum RestitutionManner {
  REFUND = 'REFUND',
  IN_KIND = 'IN_KIND',
  PROCEEDS = 'PROCEEDS',
  COMPENSATION = 'COMPENSATION',
}

describeEnum(
  RestitutionManner,
  'RestitutionManner',
  { en: 'How it is given back (行政强制法 §41)', zh: '退还方式' },
  {
    REFUND: { en: 'The money is paid back (行政处罚法 §74③)', zh: '退还款项' },
    IN_KIND: { en: 'The things are returned', zh: '退还财物' },
    PROCEEDS: { en: 'The things were auctioned: what they brought is paid (行政处罚法 §74①)', zh: '退还拍卖、处理所得款项' },
    COMPENSATION: { en: 'The things cannot be returned: compensation by law', zh: '不能退还财物，依法给予赔偿' },
  },
);
