import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { CashGround } from '../payment/payment.enums';
import { PartyKind, PenaltyKind } from '../power/power.enums';
import { type Penalty, sumOf } from './penalty.rules';

/** What may be decided on the spot (行政处罚法§51). In fen. */
export const SIMPLE_CAP_FEN: Readonly<Record<PartyKind, number>> = {
  INDIVIDUAL: 200_00,
  /** Whether it counts as a citizen is disputed; the lower cap is lawful either way. */
  SOLE_TRADER: 200_00,
  ORGANIZATION: 3000_00,
};

/** What an officer may take in cash on the spot (行政处罚法§68(1)). */
export const CASH_CAP_FEN = 100_00;

export function simpleRefusal(partyKind: PartyKind, penalties: readonly Penalty[]): MoveRefusal | null {
  if (penalties.some(({ kind }) => kind !== PenaltyKind.WARNING && kind !== PenaltyKind.FINE))
    return refusal(
      'SIMPLE_KIND',
      '简易程序只适用于警告和限额以下罚款（行政处罚法第五十一条）',
      'Only a warning or a small fine is decided on the spot (行政处罚法 §51)',
    );
  return sumOf(penalties, PenaltyKind.FINE) > SIMPLE_CAP_FEN[partyKind]
    ? refusal(
        'SIMPLE_CAP',
        '罚款超过当场处罚限额：公民二百元、法人或者其他组织三千元（行政处罚法第五十一条）',
        'Beyond what is decided on the spot: 200 yuan for a citizen, 3,000 for an organisation (行政处罚法 §51)',
      )
    : null;
}

export interface CashFacts {
  readonly isSimple: boolean;
  readonly fineFen: number;
  readonly ground: CashGround;
  /** Of the finance authority (§70). */
  readonly receiptNumber: string | null;
  /** The party asked to pay on the spot, for a remote place (§69). */
  readonly isAskedByParty: boolean;
}

/** Who fines does not collect, but for three cases, and never without the official receipt (行政处罚法§67–70). */
export function cashRefusal({ isSimple, fineFen, ground, receiptNumber, isAskedByParty }: CashFacts): MoveRefusal | null {
  if (!receiptNumber)
    return refusal(
      'RECEIPT_MISSING',
      '当场收缴罚款必须出具财政部门统一制发的专用票据（行政处罚法第七十条）',
      'Cash is taken only against the official receipt (行政处罚法 §70)',
    );
  if (ground === CashGround.REMOTE_PLACE)
    return isAskedByParty
      ? null
      : refusal(
          'CASH_NOT_ASKED',
          '边远等地区当场收缴须经当事人提出（行政处罚法第六十九条）',
          'In a remote place cash is taken at the party’s own request only (行政处罚法 §69)',
        );
  if (isSimple && (ground === CashGround.HARD_TO_ENFORCE || fineFen <= CASH_CAP_FEN)) return null;
  return refusal(
    'CASH_FORBIDDEN',
    '罚缴分离：不得自行收缴罚款（行政处罚法第六十七条、第六十八条）',
    'Who fines does not collect: the fine is paid at a bank (行政处罚法 §67, §68)',
  );
}
