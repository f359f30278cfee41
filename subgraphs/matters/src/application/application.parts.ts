import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { Periods } from '../periods';
import type { ApplicationRepository } from './application.repository';
import { ApplicationResolver, DivisionApplicationsResolver, OrganizationApplicationsResolver } from './application.resolver';
import { type ApplicationFollower, ApplicationMoving } from './application-moving';
import { deemedAcceptance } from './deemed-acceptance';
import { ApplicationHandlingResolver } from './handling.resolver';
import { HandlingService } from './handling.service';
import { HandlingTimeResolver } from './handling-time.resolver';
import { HandlingTimeService } from './handling-time.service';
import { ApplicationIntakeResolver } from './intake.resolver';
import { IntakeService } from './intake.service';
import { SupplementResolver } from './supplement.resolver';
import { SupplementService } from './supplement.service';

/** What applications are made of: for the subgraph that shows them, and for the capabilities that build on them. */
export function applicationParts(
  repository: ApplicationRepository,
  commands: Commands,
  clock: Clock,
  periods: Pick<Periods, 'supplement'>,
  followers: readonly ApplicationFollower[] = [],
) {
  const moving = new ApplicationMoving(commands, new Deadlines(clock), clock, repository, followers);
  const intake = new IntakeService(moving);
  const handling = new HandlingService(moving, periods.supplement);
  return {
    moving,
    intake,
    handling,
    whenMissed: [deemedAcceptance(moving, handling)],
    resolvers: [
      new ApplicationResolver(repository, clock),
      new ApplicationIntakeResolver(intake),
      new ApplicationHandlingResolver(handling),
      new HandlingTimeResolver(new HandlingTimeService(moving)),
      new SupplementResolver(new SupplementService(moving)),
      new DivisionApplicationsResolver(),
      new OrganizationApplicationsResolver(),
    ],
  };
}
