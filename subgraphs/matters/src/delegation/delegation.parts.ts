import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { Job } from '@township-graph/shared/scheduler/job';
import type { DataSource } from 'typeorm';
import type { Periods } from '../periods';
import { ClockStarting } from './clock-starting';
import type { DelegationRepository } from './delegation.repository';
import { DelegationRecipientResolver, DelegationResolver, MatterDelegationsResolver } from './delegation.resolver';
import { DelegationService } from './delegation.service';
import { DelegationClocks } from './delegation-clocks';
import { DelegationCommandsResolver } from './delegation-commands.resolver';
import { DelegationCourse } from './delegation-course';
import { DelegationGrantService } from './delegation-grant.service';
import { HandingBack } from './handing-back';
import type { OpenApplications } from './open-applications';

/** All that the subgraph needs of delegations, put together. */
export function delegationParts(
  delegations: DelegationRepository,
  working: { readonly database: DataSource; readonly commands: Commands; readonly clock: Clock },
  periods: Pick<Periods, 'evaluation'>,
  openApplications: OpenApplications,
): { readonly resolvers: readonly object[]; readonly jobs: readonly Job[] } {
  const { commands, clock } = working;
  const course = new DelegationCourse(delegations, clock);
  const clocks = new DelegationClocks(new Deadlines(clock), periods.evaluation);
  return {
    resolvers: [
      new DelegationResolver(delegations, clock),
      new DelegationCommandsResolver(
        new DelegationGrantService(commands, course),
        new DelegationService(commands, course, clocks, openApplications),
      ),
      new DelegationRecipientResolver(),
      new MatterDelegationsResolver(),
    ],
    jobs: [new HandingBack({ ...working, openApplications }), new ClockStarting({ ...working, clocks })],
  };
}
