import { defineMachine, type MoveRefusal } from '@township-graph/shared/state-machine';
import {
  InspectionItemAction,
  InspectionItemState,
  InspectionPlanAction,
  InspectionPlanState,
  JointInspectionAction,
  JointInspectionState,
} from './joint-inspection.enums';

/** An item of the list (国办发〔2024〕54号: nothing outside the list is inspected). */
export const INSPECTION_ITEM_MACHINE = defineMachine<InspectionItemState, InspectionItemAction>({
  initial: InspectionItemState.LISTED,
  moves: { WITHDRAW: { from: [InspectionItemState.LISTED], to: InspectionItemState.WITHDRAWN } },
});

/** A yearly plan is filed before it is published. */
export const INSPECTION_PLAN_MACHINE = defineMachine<InspectionPlanState, InspectionPlanAction>({
  initial: InspectionPlanState.PLANNED,
  moves: {
    FILE: { from: [InspectionPlanState.PLANNED], to: InspectionPlanState.FILED },
    PUBLISH: { from: [InspectionPlanState.FILED], to: InspectionPlanState.PUBLISHED },
  },
});

/** What the guards judge by. */
export interface VisitStanding {
  /** Problems of which nobody has said what became of them. */
  readonly openProblems: number;
}

const problemsOpen: MoveRefusal = {
  reason: 'PROBLEMS_OPEN',
  message: { zh: '尚有未跟进的问题', en: 'There are problems of which nobody has said what became of them' },
};
const noProblem: MoveRefusal = { reason: 'NO_PROBLEM_OPEN', message: { zh: '没有待跟进的问题', en: 'No problem is open' } };

const { STARTED, RECORDED, CLOSED, ABANDONED } = JointInspectionState;

/** Every move of a visit. */
export const JOINT_INSPECTION_MACHINE = defineMachine<JointInspectionState, JointInspectionAction, VisitStanding>({
  initial: STARTED,
  moves: {
    JOIN: { from: [STARTED], to: STARTED },
    RECORD: { from: [STARTED], to: RECORDED },
    FOLLOW_UP: { from: [RECORDED], to: RECORDED, guard: ({ openProblems }) => (openProblems > 0 ? null : noProblem) },
    CLOSE: { from: [RECORDED], to: CLOSED, guard: ({ openProblems }) => (openProblems > 0 ? problemsOpen : null) },
    ABANDON: { from: [STARTED], to: ABANDONED },
  },
});
