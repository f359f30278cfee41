import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';

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
