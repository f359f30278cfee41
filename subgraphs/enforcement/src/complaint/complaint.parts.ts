import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { Course } from '@township-graph/shared/course/course';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { Periods } from '../periods';
import { COMPLAINTS } from './complaint.kind';
import type { ComplaintRepository } from './complaint.repository';
import { ComplaintResolver } from './complaint.resolver';
import { ComplaintService } from './complaint.service';
import { ComplaintCommandsResolver } from './complaint-commands.resolver';
import { ComplaintStatisticsRepository } from './complaint-statistics.repository';
import { ComplaintStatisticsResolver } from './complaint-statistics.resolver';

/** All that the subgraph needs of complaints, put together. */
export function complaintResolvers(
  complaints: ComplaintRepository,
  commands: Commands,
  deadlines: Deadlines,
  periods: Periods,
  clock: Clock,
): object[] {
  const course = new Course(COMPLAINTS, commands, complaints, deadlines, clock);
  return [
    new ComplaintResolver(complaints, course),
    new ComplaintStatisticsResolver(new ComplaintStatisticsRepository(complaints, clock)),
    new ComplaintCommandsResolver(new ComplaintService(course, deadlines, periods)),
  ];
}
