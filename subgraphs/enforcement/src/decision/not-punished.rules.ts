import { addYears } from '@township-graph/shared/calendar';
import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { Harm, NotPunishedGround } from './decision.enums';

export interface GroundFacts {
  /** Day of birth of a natural person, where it is known. */
  readonly bornOn: string | null;
  readonly actOn: string;
  readonly isTimeBarred: boolean;
  readonly isCorrected: boolean;
  /** Harm: none, minor, or more. */
  readonly harm: Harm;
  /** The same party was punished for the same cause before. */
  readonly isRepeated: boolean;
}

/** Full years on a day; the birthday itself still belongs to the younger year (最高法: 从周岁生日的第二天起算). */
export function isYoungerThan(years: number, bornOn: string | null, on: string): boolean {
  return bornOn !== null && on <= addYears(bornOn, years);
}

/** Whether the law forbids a penalty, whatever else the case shows; the ground that must be taken then. */
export function forbiddenPenalty({ bornOn, actOn, isTimeBarred }: GroundFacts): NotPunishedGround | null {
  if (isYoungerThan(14, bornOn, actOn)) return NotPunishedGround.UNDER_FOURTEEN;
  return isTimeBarred ? NotPunishedGround.TIME_BARRED : null;
}

const unfounded = (zh: string, en: string) => refusal('GROUND_UNFOUNDED', zh, en);

/** Why this ground does not hold in the case; null when it does, or when it is a matter of evidence alone. */
export function groundRefusal(ground: NotPunishedGround, facts: GroundFacts): MoveRefusal | null {
  switch (ground) {
    case NotPunishedGround.UNDER_FOURTEEN:
      return isYoungerThan(14, facts.bornOn, facts.actOn)
        ? null
        : unfounded('当事人行为时已满十四周岁（行政处罚法第三十条）', 'The party was fourteen at the time (行政处罚法 §30)');
    case NotPunishedGround.TIME_BARRED:
      return facts.isTimeBarred
        ? null
        : unfounded('违法行为在追责时效内被发现（行政处罚法第三十六条）', 'The act was found in time (行政处罚法 §36)');
    case NotPunishedGround.MINOR_CORRECTED:
      return facts.isCorrected && facts.harm === Harm.NONE
        ? null
        : unfounded(
            '须轻微、及时改正且没有造成危害后果（行政处罚法第三十三条第一款）',
            'It must be put right and have done no harm (行政处罚法 §33①)',
          );
    case NotPunishedGround.FIRST_OFFENCE:
      return facts.isCorrected && facts.harm !== Harm.SERIOUS && !facts.isRepeated
        ? null
        : unfounded(
            '须初次违法、危害后果轻微并及时改正（行政处罚法第三十三条第一款）',
            'It must be a first offence of minor harm that is put right (行政处罚法 §33①)',
          );
    default:
      return null;
  }
}
