import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { RestitutionKind, RestitutionManner } from './restitution.enums';

/** What nothing is closed or filed before: what the organ owes the party (行政强制法§41). */
export const restitutionRefusal = (openRestitutions: number): MoveRefusal | null =>
  openRestitutions > 0
    ? refusal(
        'RESTITUTION_DUE',
        '行政决定被撤销、变更后应当退还的财物尚未退还（行政强制法第四十一条）',
        'What is to be given back since the decision was revoked or changed is not yet (行政强制法 §41)',
      )
    : null;

export interface RestitutionFacts {
  readonly kind: RestitutionKind;
  readonly isComplete: boolean;
  /** Of money: what is not paid back yet. */
  readonly leftFen: number;
  /** Of things: they are there no more. */
  readonly isDestroyed: boolean;
}

export interface GivingBack {
  readonly manner: RestitutionManner;
  readonly fen: number;
}

const { REFUND, IN_KIND, COMPENSATION } = RestitutionManner;

const wrongManner = (zh: string, en: string) => refusal('RESTITUTION_MANNER', zh, en);

/** Money is paid back, never more than was paid; things are returned, or, where they cannot be, paid for (行政强制法§41). */
export function givingBackRefusal(
  { kind, isComplete, leftFen, isDestroyed }: RestitutionFacts,
  { manner, fen }: GivingBack,
): MoveRefusal | null {
  if (isComplete) return refusal('RESTITUTION_DONE', '已经退还完毕', 'All of it was given back already');
  if ((kind === RestitutionKind.MONEY) !== (manner === REFUND))
    return wrongManner('款项以退款方式退还，财物以其他方式退还', 'Money is refunded, and things are given back otherwise');
  if (isDestroyed && manner !== COMPENSATION)
    return wrongManner(
      '财物已经销毁，只能依法给予赔偿（行政强制法第四十一条）',
      'The things were destroyed: only compensation is left (行政强制法 §41)',
    );
  if ((manner === IN_KIND) !== (fen === 0))
    return wrongManner('退还财物不填金额，其他方式须填金额', 'What is returned in kind has no amount, and all else has one');
  return manner === REFUND && fen > leftFen
    ? refusal('REFUND_TOO_MUCH', '退还金额超过应退还的余额', 'More than is left to be paid back')
    : null;
}
