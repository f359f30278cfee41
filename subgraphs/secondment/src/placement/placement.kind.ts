import { dayOf } from '@township-graph/shared/clock';
import type { Course, CourseKind } from '@township-graph/shared/course/course';
import { Placement } from './placement.entity';
import { type PlacementAction, PlacementKind } from './placement.enums';
import { PLACEMENT_MACHINE, type PlacementStanding } from './placement.machine';

const APPRAISAL = '事业单位人事管理条例§21；公务员法§38';
const SELECTION = '兰改发〔2017〕11号';
const ofCounty = { needs: 'personnel:manage', ofCounty: true } as const;

/** The county places and takes back; whoever has the home among its divisions reads it too. */
export const PLACEMENTS: CourseKind<Placement, PlacementAction, 'PLACE', PlacementStanding> = {
  type: 'Placement',
  words: { zh: '该下沉记录', en: 'Placement' },
  entity: Placement,
  machine: PLACEMENT_MACHINE,
  steps: {
    PLACE: { ...ofCounty, told: 'PLACEMENT_MADE' },
    BEGIN: { ...ofCounty, told: 'PLACEMENT_BEGUN' },
    APPRAISE: { needs: 'personnel:manage', told: 'PLACEMENT_APPRAISED', basis: APPRAISAL },
    REFUSE_APPRAISAL: { needs: 'personnel:manage', told: 'PLACEMENT_APPRAISAL_REFUSED', basis: APPRAISAL },
    CONVERT: { ...ofCounty, told: 'PLACEMENT_CONVERTED', basis: SELECTION },
    FAIL: { ...ofCounty, told: 'PLACEMENT_FAILED', basis: SELECTION },
    RECALL: { ...ofCounty, told: 'PLACEMENT_RECALLED' },
    MOVE_ON: { ...ofCounty, told: 'PLACEMENT_MOVED_ON' },
    MOVE_BACK: { ...ofCounty, told: 'PLACEMENT_RETURNED' },
    RETURN: { ...ofCounty, told: 'PLACEMENT_RETURNED' },
    END: { ...ofCounty, told: 'PLACEMENT_ENDED' },
    EXPIRE: { ...ofCounty, told: 'PLACEMENT_EXPIRED' },
    CANCEL: { ...ofCounty, told: 'PLACEMENT_CANCELLED' },
    CORRECT: { ...ofCounty, told: 'PLACEMENT_CORRECTED', basis: '公务员法§98；事业单位人事管理条例§38' },
    LEAVE: { ...ofCounty, told: 'PLACEMENT_ENDED' },
    LAPSE: { ...ofCounty, told: 'PLACEMENT_CONVERSION_LAPSED', basis: SELECTION },
  },
  facts: ({ kind, isSectionChief, isConversionDue, startsOn, endsOn }, now) => ({
    isSectionChief,
    isTransfer: kind === PlacementKind.TRANSFERRED,
    isConversionDue,
    isDueToBegin: startsOn <= dayOf(now),
    isTimeUp: endsOn !== null && endsOn < dayOf(now),
  }),
  concerns: ({ homeDivisionCode }) => [homeDivisionCode],
  payload: ({ staffMemberId, kind, outcome, startsOn, endsOn }) => ({ staffMemberId, kind, outcome, startsOn, endsOn }),
};

export type PlacementCourse = Course<Placement, PlacementAction, 'PLACE', PlacementStanding>;
