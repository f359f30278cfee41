import { defineMachine, refusal } from '@township-graph/shared/state-machine';
import { HandlingKind } from '../matter/matter.enums';
import { ApplicationState, HandlerTier } from './application.enums';
import { mutationOf } from './application-actions';

const {
  SAVED,
  SUBMITTED,
  PRE_REVIEW,
  RECEIVED,
  CORRECTION,
  ACCEPTED,
  REFUSED,
  NOT_REQUIRED,
  REVIEWING,
  SUSPENDED,
  DECIDED,
  COMPLETED,
  DELIVERED,
  RATED,
  ARCHIVED,
  WITHDRAWN,
  RETURNED,
  TERMINATED,
} = ApplicationState;

/** What the guards judge by: columns of the application. */
export interface ApplicationFacts {
  readonly handlingKind: HandlingKind;
  readonly handlerTier: HandlerTier;
  readonly decidingTier: HandlerTier;
  /** Corrections asked for so far. */
  readonly corrections: number;
  readonly extensions: number;
  /** Whether the five days to say what is missing have passed. */
  readonly isNoticeMissed: boolean;
  /** Materials that may still follow (容缺受理) and have not come. */
  readonly outstanding: number;
  /** Whether the time for these has passed. */
  readonly isSupplementMissed: boolean;
  /** Whether the promised time has passed. */
  readonly isOverdue: boolean;
}

export type ApplicationAction =
  | 'submit'
  | 'preReview'
  | 'sendBack'
  | 'receive'
  | 'requestCorrection'
  | 'supplement'
  | 'supplementAccepted'
  | 'supplementReviewing'
  | 'supplementSuspended'
  | 'accept'
  | 'deemAccepted'
  | 'refuse'
  | 'dismissAsNotRequired'
  | 'return'
  | 'returnUnsupplemented'
  | 'transfer'
  | 'handOn'
  | 'forward'
  | 'review'
  | 'suspend'
  | 'resume'
  | 'extend'
  | 'decide'
  | 'complete'
  | 'deliver'
  | 'rate'
  | 'withdraw'
  | 'terminate'
  | 'archive';

/** Of an application of which nothing was missed and nothing is to follow. */
export const NOTHING_DUE = { outstanding: 0, isNoticeMissed: false, isSupplementMissed: false, isOverdue: false } as const;

/** 一次性告知: what is missing is said once, within five working days, whether by a notice or by sending it back (行政许可法§32①(4)). */
const correctionOnce = ({ corrections, isNoticeMissed }: ApplicationFacts) => {
  if (isNoticeMissed)
    return refusal(
      'NOTICE_MISSED',
      '已逾五个工作日未一次性告知，自收件之日起即为受理（行政许可法第三十二条）',
      'Five working days have passed without notice: it counts as accepted since it was received (行政许可法 §32)',
    );
  return corrections > 0
    ? refusal(
        'CORRECTION_ALREADY_REQUESTED',
        '补正内容只能一次性告知（行政许可法第三十二条）',
        'What is missing is said once (行政许可法 §32)',
      )
    : null;
};

const notDeemed = ({ isNoticeMissed }: ApplicationFacts) =>
  isNoticeMissed
    ? refusal(
        'NOTICE_MISSED',
        '已逾五个工作日未告知，自收件之日起即为受理（行政许可法第三十二条）',
        'Five working days have passed without notice: it counts as accepted (行政许可法 §32)',
      )
    : null;

const noticeMissed = ({ isNoticeMissed }: ApplicationFacts) =>
  isNoticeMissed
    ? null
    : refusal(
        'NOTICE_NOT_MISSED',
        '一次性告知的五个工作日未满，不能视为受理（行政许可法第三十二条）',
        'The five working days are not over: it does not count as accepted (行政许可法 §32)',
      );

/** 即办件 are decided on the day: nothing of them is put off. */
const notImmediate = ({ handlingKind }: ApplicationFacts) =>
  handlingKind === HandlingKind.IMMEDIATE
    ? refusal(
        'IMMEDIATE_ITEM',
        '即办件应当日办结，不适用特别程序和延期',
        'An immediate item is decided on the day: it is neither suspended nor extended',
      )
    : null;

const extendedOnce = (facts: ApplicationFacts) =>
  notImmediate(facts) ??
  (facts.isOverdue ? refusal('DEADLINE_OVERDUE', '时限已届满，不能再延长', 'The time is already up and cannot be extended') : null) ??
  (facts.extensions > 0
    ? refusal('ALREADY_EXTENDED', '办理期限只能延长一次（行政许可法第四十二条）', 'The time is extended once only (行政许可法 §42)')
    : null);

/** Who only takes in does not decide: it goes to who does. */
const decidedHere = ({ handlerTier, decidingTier }: ApplicationFacts) =>
  handlerTier === decidingTier
    ? null
    : refusal('DECIDED_ELSEWHERE', '本级不是决定层级，请先转报', 'It is not decided at this tier: forward it first');

const notAtTheTop = ({ handlerTier, decidingTier }: ApplicationFacts) =>
  handlerTier === decidingTier
    ? refusal('DECIDED_HERE', '该办件由本级决定，无需转报', 'It is decided at this tier: there is nowhere to forward it')
    : null;

const somethingOutstanding = ({ outstanding }: ApplicationFacts) =>
  outstanding > 0 ? null : refusal('NOTHING_OUTSTANDING', '没有容缺后补的材料', 'No material is to follow');

/** What was accepted is returned for one thing only: what was to follow never came. */
const supplementMissed = ({ isSupplementMissed }: ApplicationFacts) =>
  isSupplementMissed
    ? null
    : refusal(
        'SUPPLEMENT_NOT_MISSED',
        '容缺后补材料期限未满（或已补齐），已受理的办件不能退件',
        'What was accepted is returned only when the time for what was to follow is over',
      );

/** Every move of an application (行政许可法§29–45; GB/T 39046-2020). */
export const APPLICATION_MACHINE = defineMachine<ApplicationState, ApplicationAction, ApplicationFacts>({
  initial: SAVED,
  sentAs: mutationOf,
  moves: {
    submit: { from: [SAVED], to: SUBMITTED },
    preReview: { from: [SUBMITTED], to: PRE_REVIEW },
    sendBack: { from: [SUBMITTED, PRE_REVIEW], to: SAVED, guard: correctionOnce },
    receive: { from: [SAVED, SUBMITTED, PRE_REVIEW], to: RECEIVED },
    requestCorrection: { from: [RECEIVED], to: CORRECTION, guard: correctionOnce },
    supplement: { from: [CORRECTION], to: RECEIVED },
    supplementAccepted: { from: [ACCEPTED], to: ACCEPTED, guard: somethingOutstanding },
    supplementReviewing: { from: [REVIEWING], to: REVIEWING, guard: somethingOutstanding },
    supplementSuspended: { from: [SUSPENDED], to: SUSPENDED, guard: somethingOutstanding },
    accept: { from: [RECEIVED], to: ACCEPTED },
    deemAccepted: { from: [SUBMITTED, PRE_REVIEW, RECEIVED], to: ACCEPTED, guard: noticeMissed },
    refuse: { from: [RECEIVED, CORRECTION], to: REFUSED, guard: notDeemed },
    dismissAsNotRequired: { from: [RECEIVED], to: NOT_REQUIRED, guard: notDeemed },
    return: { from: [SUBMITTED, PRE_REVIEW, RECEIVED, CORRECTION], to: RETURNED, guard: notDeemed },
    returnUnsupplemented: { from: [ACCEPTED, REVIEWING, SUSPENDED], to: RETURNED, guard: supplementMissed },
    transfer: { from: [SUBMITTED, PRE_REVIEW], to: SUBMITTED },
    handOn: { from: [RECEIVED], to: RECEIVED, guard: notAtTheTop },
    forward: { from: [ACCEPTED, REVIEWING], to: ACCEPTED, guard: notAtTheTop },
    review: { from: [ACCEPTED], to: REVIEWING },
    suspend: { from: [ACCEPTED, REVIEWING], to: SUSPENDED, guard: notImmediate },
    resume: { from: [SUSPENDED], to: REVIEWING },
    extend: { from: [REVIEWING], to: REVIEWING, guard: extendedOnce },
    decide: { from: [ACCEPTED, REVIEWING], to: DECIDED, guard: decidedHere },
    complete: { from: [DECIDED], to: COMPLETED },
    deliver: { from: [COMPLETED], to: DELIVERED },
    rate: { from: [DELIVERED], to: RATED },
    withdraw: { from: [SAVED, SUBMITTED, PRE_REVIEW, RECEIVED, CORRECTION, ACCEPTED, REVIEWING, SUSPENDED], to: WITHDRAWN },
    terminate: { from: [ACCEPTED, REVIEWING, SUSPENDED], to: TERMINATED },
    archive: { from: [DELIVERED, RATED, REFUSED, NOT_REQUIRED, WITHDRAWN, RETURNED, TERMINATED], to: ARCHIVED },
  },
});

/** States in which the five days to say what is missing may pass. */
export const AWAITING_NOTICE: readonly ApplicationState[] = [SUBMITTED, PRE_REVIEW, RECEIVED];

/** States in which somebody still has to do something about it. */
export const OPEN_STATES: readonly ApplicationState[] = [SUBMITTED, PRE_REVIEW, RECEIVED, CORRECTION, ACCEPTED, REVIEWING, SUSPENDED];
