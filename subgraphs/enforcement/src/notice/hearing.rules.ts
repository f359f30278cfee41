import { addWorkdays } from '@township-graph/shared/calendar';
import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { HearingStanding } from './notice.enums';

export interface HearingFacts {
  readonly hearing: HearingStanding;
  readonly hearingUntil: Date | null;
  readonly now: Date;
}

const SETTLED: readonly HearingStanding[] = [HearingStanding.NONE, HearingStanding.WAIVED, HearingStanding.HELD, HearingStanding.ABANDONED];

/** No penalty while a hearing may be asked for, or was asked for and not held (行政处罚法§63, §64(1)). */
export function hearingRefusal({ hearing, hearingUntil, now }: HearingFacts): MoveRefusal | null {
  if (SETTLED.includes(hearing)) return null;
  if (hearing === HearingStanding.OFFERED)
    return hearingUntil !== null && now > hearingUntil
      ? null
      : refusal(
          'HEARING_RIGHT_OPEN',
          '当事人申请听证期限未满（告知后五个工作日，行政处罚法第六十四条第一项）',
          'The party may still ask for a hearing: five working days (行政处罚法 §64(1))',
        );
  return refusal(
    'HEARING_PENDING',
    '当事人要求听证，应当组织听证（行政处罚法第六十三条）',
    'A hearing was asked for and must be held (行政处罚法 §63)',
  );
}

/** Five working days after it was told of the right (行政处罚法§64(1)). */
export function hearingRequestRefusal({ hearing, hearingUntil, now }: HearingFacts): MoveRefusal | null {
  if (hearing === HearingStanding.NONE)
    return refusal(
      'NO_HEARING_RIGHT',
      '拟作出的处罚不属于应当告知听证的情形（行政处罚法第六十三条）',
      'No right to a hearing (行政处罚法 §63)',
    );
  if (hearing !== HearingStanding.OFFERED)
    return refusal('HEARING_SETTLED', '已申请、放弃或者举行听证', 'A hearing was asked for, waived or held already');
  return hearingUntil !== null && now > hearingUntil
    ? refusal(
        'HEARING_REQUEST_LATE',
        '已超过申请听证期限（告知后五个工作日，行政处罚法第六十四条第一项）',
        'Too late: five working days after the notice (行政处罚法 §64(1))',
      )
    : null;
}

/** Seven working days lie between the day on which all are told and the hearing (行政处罚法§64(2), §85). */
const NOTICE_WORKDAYS = 7;

export const earliestHearingOn = (toldOn: string) => addWorkdays(toldOn, NOTICE_WORKDAYS);

export function scheduleRefusal(toldOn: string, heldOn: string): MoveRefusal | null {
  return heldOn < earliestHearingOn(toldOn)
    ? refusal(
        'HEARING_NOTICE_SHORT',
        '应当在举行听证的七个工作日前通知（行政处罚法第六十四条第二项、第八十五条）',
        'Seven working days’ notice must be given (行政处罚法 §64(2), §85)',
      )
    : null;
}
