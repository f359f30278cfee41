import { machineFaults } from '@township-graph/shared/state-machine';
import { InspectionItemState, InspectionPlanState, JointInspectionState } from './joint-inspection.enums';
import { INSPECTION_ITEM_MACHINE, INSPECTION_PLAN_MACHINE, JOINT_INSPECTION_MACHINE } from './joint-inspection.machine';

test('every state is reached and can come to its end', () => {
  const { CLOSED, ABANDONED, RECORDED } = JointInspectionState;
  expect(
    machineFaults(INSPECTION_ITEM_MACHINE, { states: Object.values(InspectionItemState), finals: [InspectionItemState.WITHDRAWN] }),
  ).toEqual([]);
  expect(
    machineFaults(INSPECTION_PLAN_MACHINE, { states: Object.values(InspectionPlanState), finals: [InspectionPlanState.PUBLISHED] }),
  ).toEqual([]);
  expect(machineFaults(JOINT_INSPECTION_MACHINE, { states: Object.values(JointInspectionState), finals: [CLOSED, ABANDONED] })).toEqual([]);
  expect(JOINT_INSPECTION_MACHINE.availableActions(RECORDED, { openProblems: 1 })).toEqual(['FOLLOW_UP']);
  expect(JOINT_INSPECTION_MACHINE.availableActions(RECORDED, { openProblems: 0 })).toEqual(['CLOSE']);
});
