import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';

/** An officer as the law asks about one, on a day. */
export interface OfficerFacts {
  readonly id: string;
  /** Holds a certificate of enforcement that is valid on the day. */
  readonly isCertified: boolean;
  /** 辅助人员: helps, and decides nothing. */
  readonly isAuxiliary: boolean;
}

const LEAST_OFFICERS = 2;

/** Two officers with certificates at least, each of them named once (行政处罚法§42①, 行政强制法§18(2)). */
export function teamRefusal(officers: readonly OfficerFacts[]): MoveRefusal | null {
  if (officers.some(({ isAuxiliary }) => isAuxiliary))
    return refusal(
      'OFFICER_AUXILIARY',
      '辅助人员不得实施行政处罚（行政处罚法第四十二条）',
      'Auxiliary staff may not impose penalties (行政处罚法 §42)',
    );
  if (officers.some(({ isCertified }) => !isCertified))
    return refusal(
      'OFFICER_UNCERTIFIED',
      '执法人员当日无有效执法证件（行政处罚法第四十二条、第五十五条）',
      'An officer has no certificate that is valid on this day (行政处罚法 §42, §55)',
    );
  return new Set(officers.map(({ id }) => id)).size < LEAST_OFFICERS
    ? refusal('OFFICERS_TOO_FEW', '执法人员不得少于两人（行政处罚法第四十二条）', 'There must be two officers at least (行政处罚法 §42)')
    : null;
}

/** Who did what in a case, by officer. */
export interface Functions {
  readonly investigators: readonly string[];
  readonly reviewerId?: string | null;
  readonly hostId?: string | null;
}

/** Who investigates neither reviews nor hosts, and who reviews does not host (行政处罚法§58, §64(4)). */
export function separationRefusal({ investigators, reviewerId, hostId }: Functions): MoveRefusal | null {
  if (reviewerId && investigators.includes(reviewerId))
    return refusal(
      'REVIEWER_INVESTIGATED',
      '法制审核人员不得为本案调查人员（行政处罚法第五十八条）',
      'Who reviews may not have investigated (行政处罚法 §58)',
    );
  if (hostId && investigators.includes(hostId))
    return refusal(
      'HOST_INVESTIGATED',
      '听证主持人须为非本案调查人员（行政处罚法第六十四条第四项）',
      'The host of the hearing may not have investigated (行政处罚法 §64(4))',
    );
  return hostId && hostId === reviewerId
    ? refusal('HOST_REVIEWED', '听证主持人与本案法制审核人员应当分离', 'The host of the hearing may not be the legal reviewer of the case')
    : null;
}

/** The account that investigates reviews and hosts nothing in the same case, whatever officer it names. */
export const actorSeparationRefusal = (subject: string | null, handledBy: readonly string[]): MoveRefusal | null =>
  subject !== null && handledBy.includes(subject)
    ? refusal(
        'ACTOR_INVESTIGATED',
        '办理本案调查的账号不得进行法制审核或者主持听证（行政处罚法第五十八条、第六十四条）',
        'Who investigated by this account may neither review nor host (行政处罚法 §58, §64)',
      )
    : null;
