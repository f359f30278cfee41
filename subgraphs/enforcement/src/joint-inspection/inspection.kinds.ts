import type { CourseKind } from '@township-graph/shared/course/course';
import { InspectionItem } from './inspection-item.entity';
import { JointInspectionPlan } from './inspection-plan.entity';
import { JointInspection } from './joint-inspection.entity';
import type { InspectionItemAction, InspectionPlanAction, JointInspectionAction } from './joint-inspection.enums';
import { INSPECTION_ITEM_MACHINE, INSPECTION_PLAN_MACHINE, JOINT_INSPECTION_MACHINE, type VisitStanding } from './joint-inspection.machine';

const LIST = '国办发〔2024〕54号（清单之外无检查）';
const PLAN = '国办发〔2024〕54号（年度检查计划备案、公布）';
const JOINT = '浙江省综合行政执法条例§13';

export const INSPECTION_ITEMS: CourseKind<InspectionItem, InspectionItemAction, 'LIST', void> = {
  type: 'InspectionItem',
  words: { zh: '该检查事项', en: 'Item' },
  entity: InspectionItem,
  machine: INSPECTION_ITEM_MACHINE,
  steps: {
    LIST: { needs: 'enforcement:manage', told: 'INSPECTION_ITEM_LISTED', basis: LIST },
    WITHDRAW: { needs: 'enforcement:manage', told: 'INSPECTION_ITEM_WITHDRAWN', basis: LIST },
  },
  facts: () => undefined,
  payload: ({ code }) => ({ code }),
};

export const INSPECTION_PLANS: CourseKind<JointInspectionPlan, InspectionPlanAction, 'PLAN', void> = {
  type: 'JointInspectionPlan',
  words: { zh: '该年度检查计划', en: 'Plan' },
  entity: JointInspectionPlan,
  machine: INSPECTION_PLAN_MACHINE,
  steps: {
    PLAN: { needs: 'enforcement:manage', told: 'INSPECTION_PLANNED', basis: PLAN },
    FILE: { needs: 'enforcement:manage', told: 'INSPECTION_PLAN_FILED', basis: PLAN },
    PUBLISH: { needs: 'enforcement:manage', told: 'INSPECTION_PLAN_PUBLISHED', basis: PLAN },
  },
  facts: () => undefined,
  payload: ({ year }) => ({ year }),
};

export const JOINT_INSPECTIONS: CourseKind<JointInspection, JointInspectionAction, 'START', VisitStanding> = {
  type: 'JointInspection',
  words: { zh: '该联合检查', en: 'Inspection' },
  entity: JointInspection,
  machine: JOINT_INSPECTION_MACHINE,
  steps: {
    START: { needs: 'enforcement:handle', told: 'INSPECTION_STARTED', basis: JOINT },
    JOIN: { needs: 'enforcement:handle', told: 'INSPECTION_JOINED', basis: JOINT },
    RECORD: { needs: 'enforcement:handle', told: 'INSPECTION_RECORDED' },
    FOLLOW_UP: { needs: 'enforcement:handle', told: 'INSPECTION_FOLLOWED_UP' },
    CLOSE: { needs: 'enforcement:handle', told: 'INSPECTION_CLOSED' },
    ABANDON: { needs: 'enforcement:handle', told: 'INSPECTION_ABANDONED' },
  },
  facts: ({ openProblems }) => ({ openProblems }),
  payload: ({ ground, authorityCount, openProblems }) => ({ ground, authorityCount, openProblems }),
};
