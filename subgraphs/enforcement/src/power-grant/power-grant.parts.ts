import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { Periods } from '../periods';
import type { PowerGrantRepository } from './power-grant.repository';
import { GrantedPowerResolver, PowerGrantResolver, PowerHoldersResolver } from './power-grant.resolver';
import { PowerGrantService } from './power-grant.service';
import { PowerGrantCommandsResolver } from './power-grant-commands.resolver';
import { PowerGrantCourse } from './power-grant-course';
import { PowerReclaimService } from './power-reclaim.service';

/** All that the subgraph needs of grants, put together. */
export function powerGrantResolvers(grants: PowerGrantRepository, commands: Commands, periods: Periods, clock: Clock): object[] {
  const course = new PowerGrantCourse(commands, grants, new Deadlines(clock), periods, clock);
  return [
    new PowerGrantResolver(grants, clock),
    new GrantedPowerResolver(),
    new PowerHoldersResolver(),
    new PowerGrantCommandsResolver(new PowerGrantService(course), new PowerReclaimService(course)),
  ];
}
