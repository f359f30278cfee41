import { addDays } from '@township-graph/shared/calendar';
import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { ServiceMethod } from './service.enums';

/** 民事诉讼法§95: thirty days after the notice was posted it counts as served. */
export const PUBLIC_NOTICE_DAYS = 30;

export interface ServiceGiven {
  readonly method: ServiceMethod;
  /** The day it was handed over, or the notice was posted. */
  readonly on: string;
  /** The party signed that it takes documents electronically. */
  readonly isConfirmed: boolean;
  readonly decidedOn: string;
  readonly today: string;
}

/** The day it counts as served. */
export const servedOn = ({ method, on }: Pick<ServiceGiven, 'method' | 'on'>) =>
  method === ServiceMethod.PUBLIC_NOTICE ? addDays(on, PUBLIC_NOTICE_DAYS) : on;

export function serviceRefusal(given: ServiceGiven): MoveRefusal | null {
  const { method, on, isConfirmed, decidedOn, today } = given;
  if (method === ServiceMethod.ELECTRONIC && !isConfirmed)
    return refusal(
      'CONFIRMATION_MISSING',
      '电子送达须经当事人同意并签订确认书（行政处罚法第六十一条第二款）',
      'Electronic service needs the party’s signed confirmation (行政处罚法 §61②)',
    );
  if (on < decidedOn) return refusal('SERVED_BEFORE_DECISION', '送达日期不得早于决定日期', 'It cannot be served before it was decided');
  if (method === ServiceMethod.ON_THE_SPOT && on !== decidedOn)
    return refusal(
      'NOT_ON_THE_SPOT',
      '当场交付应在宣告决定当日（行政处罚法第六十一条第一款）',
      'On the spot means on the day of the decision (行政处罚法 §61①)',
    );
  return servedOn(given) > today
    ? refusal(
        'NOT_SERVED_YET',
        '尚未送达：公告送达自公告之日起满三十日视为送达',
        'Not served yet: a public notice counts after thirty days',
      )
    : null;
}
