import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { Course } from '@township-graph/shared/course/course';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { Periods } from '../periods';
import { INSPECTION_ITEMS, INSPECTION_PLANS, JOINT_INSPECTIONS } from './inspection.kinds';
import type { InspectionItemRepository, InspectionPlanRepository } from './inspection-list.repository';
import { InspectionItemResolver, JointInspectionPlanResolver } from './inspection-plan.resolver';
import { InspectionPlanService } from './inspection-plan.service';
import { InspectionPlanCommandsResolver } from './inspection-plan-commands.resolver';
import type { JointInspectionRepository } from './joint-inspection.repository';
import { JointInspectionResolver } from './joint-inspection.resolver';
import { JointInspectionService } from './joint-inspection.service';
import { JointInspectionCommandsResolver } from './joint-inspection-commands.resolver';

interface Repositories {
  readonly inspectionItems: InspectionItemRepository;
  readonly inspectionPlans: InspectionPlanRepository;
  readonly jointInspections: JointInspectionRepository;
}

/** All that the subgraph needs of inspections, put together. */
export function jointInspectionResolvers(
  { inspectionItems, inspectionPlans, jointInspections }: Repositories,
  commands: Commands,
  deadlines: Deadlines,
  periods: Periods,
  clock: Clock,
): object[] {
  const items = new Course(INSPECTION_ITEMS, commands, inspectionItems, deadlines, clock);
  const plans = new Course(INSPECTION_PLANS, commands, inspectionPlans, deadlines, clock);
  const visits = new Course(JOINT_INSPECTIONS, commands, jointInspections, deadlines, clock);
  return [
    new InspectionItemResolver(inspectionItems, items),
    new JointInspectionPlanResolver(inspectionPlans, plans),
    new JointInspectionResolver(jointInspections, visits),
    new InspectionPlanCommandsResolver(new InspectionPlanService(items, plans)),
    new JointInspectionCommandsResolver(new JointInspectionService(visits, deadlines, periods, clock)),
  ];
}
