import { defineMachine, type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { APPRAISED } from './appraisal.rules';
import { PlacementAction, PlacementState } from './placement.enums';

/** What the guards judge by. */
export interface PlacementStanding {
  /** A leading post at section level: nobody is taken from it before the township has been consulted. */
  readonly isSectionChief: boolean;
  /** The post came along, and its holder with it: there is nowhere to return to. */
  readonly isTransfer: boolean;
  readonly isDueToBegin: boolean;
  readonly isTimeUp: boolean;
  /** Appraised as excellent; no approved post was free. */
  readonly isConversionDue: boolean;
}

const consult = refusal(
  'CONSULTATION_NEEDED',
  '科级领导职务的调整须先征求乡镇（街道）意见，请通过人事调整动议办理',
  'A leading post at section level: propose the movement, and consult the township first',
);
const transferred = refusal('TRANSFERRED', '随编调动的人员没有可退回的原单位', 'The post came along: there is nowhere to return to');
const tooEarly = refusal('TOO_EARLY', '尚未到约定日期', 'Its day has not come');
const nothingDue = refusal('NO_CONVERSION_DUE', '没有待办理的转编', 'There is no conversion to complete');

function byHand({ isSectionChief, isTransfer }: PlacementStanding): MoveRefusal | null {
  if (isTransfer) return transferred;
  return isSectionChief ? consult : null;
}

const { PLANNED, SERVING, ENDED, CONVERTED, RETURNED, CANCELLED } = PlacementState;

/** Every move of a placement; what comes of an appraisal, a recall or a movement is the business of those. */
export const PLACEMENT_MACHINE = defineMachine<PlacementState, PlacementAction, PlacementStanding>({
  initial: PLANNED,
  moves: {
    BEGIN: { from: [PLANNED], to: SERVING, guard: ({ isDueToBegin }) => (isDueToBegin ? null : tooEarly) },
    APPRAISE: { from: [...APPRAISED] },
    REFUSE_APPRAISAL: { from: [...APPRAISED] },
    CONVERT: { from: [SERVING, ENDED], to: CONVERTED, guard: ({ isConversionDue }) => (isConversionDue ? null : nothingDue) },
    FAIL: { from: [SERVING], to: RETURNED },
    RECALL: { from: [SERVING], to: RETURNED },
    MOVE_ON: { from: [SERVING], to: ENDED },
    MOVE_BACK: { from: [SERVING], to: RETURNED },
    RETURN: { from: [SERVING], to: RETURNED, guard: byHand },
    END: { from: [SERVING], to: ENDED, guard: byHand },
    EXPIRE: { from: [SERVING], to: ENDED, guard: ({ isTimeUp }) => (isTimeUp ? null : tooEarly) },
    CANCEL: { from: [PLANNED], to: CANCELLED },
    CORRECT: { from: [...APPRAISED, CONVERTED] },
    LEAVE: { from: [SERVING], to: ENDED },
    LAPSE: { from: [SERVING, ENDED], guard: ({ isConversionDue }) => (isConversionDue ? null : nothingDue) },
  },
});

/** What somebody asks for; the rest follows from an appraisal, a recall, a movement or the day. */
export const BY_HAND: readonly PlacementAction[] = [
  PlacementAction.APPRAISE,
  PlacementAction.CONVERT,
  PlacementAction.LAPSE,
  PlacementAction.RETURN,
  PlacementAction.END,
  PlacementAction.CANCEL,
];
