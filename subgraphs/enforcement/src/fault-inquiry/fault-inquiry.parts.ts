import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { Course } from '@township-graph/shared/course/course';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { Periods } from '../periods';
import { FAULT_INQUIRIES } from './fault-inquiry.kind';
import type { FaultInquiryRepository } from './fault-inquiry.repository';
import { FaultInquiryResolver } from './fault-inquiry.resolver';
import { FaultInquiryService } from './fault-inquiry.service';
import { FaultInquiryCommandsResolver } from './fault-inquiry-commands.resolver';

/** All that the subgraph needs of inquiries, put together. */
export function faultInquiryResolvers(
  faultInquiries: FaultInquiryRepository,
  commands: Commands,
  deadlines: Deadlines,
  periods: Periods,
  clock: Clock,
): object[] {
  const course = new Course(FAULT_INQUIRIES, commands, faultInquiries, deadlines, clock);
  return [
    new FaultInquiryResolver(faultInquiries, course),
    new FaultInquiryCommandsResolver(new FaultInquiryService(course, deadlines, periods)),
  ];
}
