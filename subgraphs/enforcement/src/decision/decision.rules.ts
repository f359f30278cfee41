import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { PenaltyKind } from '../power/power.enums';
import type { NotPunishedGround } from './decision.enums';
import { type Penalty, sumOf } from './penalty.rules';

/** Ninety days from filing (行政处罚法§60); a law, regulation or rule may say otherwise, and then it is named when the time is extended. */
export function timeRefusal({ decideBy, now }: { readonly decideBy: Date | null; readonly now: Date }): MoveRefusal | null {
  return decideBy !== null && now > decideBy
    ? refusal(
        'DECISION_OVERDUE',
        '已超过立案之日起九十日的办案期限且未依法延长，不得作出处罚（行政处罚法第六十条）',
        'The ninety days since filing are over and were not extended (行政处罚法 §60)',
      )
    : null;
}

/** A suspected crime is not settled by a penalty (行政处罚法§8②, §27). */
export const crimeRefusal = (isCrimeSuspected: boolean): MoveRefusal | null =>
  isCrimeSuspected
    ? refusal(
        'CRIME_SUSPECTED',
        '涉嫌犯罪的移送程序未终结，不得以行政处罚代替刑事处罚（行政处罚法第八条第二款、第二十七条）',
        'A suspected crime is being transferred: a penalty may not stand in for it (行政处罚法 §8②, §27)',
      )
    : null;

/** Facts that are not clear and proven carry no penalty (行政处罚法§40, §46②). */
export const evidenceRefusal = (verifiedEvidence: number): MoveRefusal | null =>
  verifiedEvidence > 0
    ? null
    : refusal(
        'EVIDENCE_MISSING',
        '违法事实不清、证据不足的，不得给予行政处罚（行政处罚法第四十条）',
        'Without verified evidence there is no penalty (行政处罚法 §40)',
      );

/** With a penalty the party is ordered to put it right, unless it has (行政处罚法§28①). */
export const correctionRefusal = (isOrderedOrDone: boolean): MoveRefusal | null =>
  isOrderedOrDone
    ? null
    : refusal(
        'CORRECTION_NOT_ORDERED',
        '实施行政处罚时应当责令改正违法行为（行政处罚法第二十八条第一款）',
        'The party must be ordered to put it right (行政处罚法 §28①)',
      );

export interface GainsFacts {
  readonly gainsFen: number;
  /** Gains that are given back or made good by law are not confiscated. */
  readonly restitutedFen: number;
}

/** Unlawful gains are confiscated but for what must be given back (行政处罚法§28②). */
export function gainsRefusal({ gainsFen, restitutedFen }: GainsFacts, penalties: readonly Penalty[]): MoveRefusal | null {
  return sumOf(penalties, PenaltyKind.CONFISCATION_OF_GAINS) < gainsFen - restitutedFen
    ? refusal(
        'GAINS_NOT_CONFISCATED',
        '违法所得除依法应当退赔的外，应当予以没收（行政处罚法第二十八条第二款）',
        'Unlawful gains are confiscated but for what is restituted (行政处罚法 §28②)',
      )
    : null;
}

/** For a party from fourteen to eighteen the penalty is lighter or mitigated, and says how (行政处罚法§30). */
export const mitigationRefusal = (isUnderEighteen: boolean, mitigation: string | null): MoveRefusal | null =>
  isUnderEighteen && !mitigation
    ? refusal(
        'MITIGATION_MISSING',
        '已满十四周岁不满十八周岁的，应当从轻或者减轻处罚并说明（行政处罚法第三十条）',
        'For a minor the penalty is lighter or mitigated, and says so (行政处罚法 §30)',
      )
    : null;

/** What the law does not let be punished is not (行政处罚法§30, §36). */
export function forbiddenRefusal(ground: NotPunishedGround | null): MoveRefusal | null {
  return ground === null
    ? null
    : refusal(
        'PENALTY_FORBIDDEN',
        '依法不予行政处罚：不满十四周岁或者超过追责时效（行政处罚法第三十条、第三十六条）',
        'Not to be punished: under fourteen, or found too late (行政处罚法 §30, §36)',
      );
}

/** One act, one fine (行政处罚法§29). */
export const secondFineRefusal = (isFinedAlready: boolean): MoveRefusal | null =>
  isFinedAlready
    ? refusal(
        'SECOND_FINE',
        '对当事人的同一个违法行为，不得给予两次以上罚款（行政处罚法第二十九条）',
        'One act is fined once only (行政处罚法 §29)',
      )
    : null;
