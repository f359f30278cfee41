import { type Clock, systemClock } from '@township-graph/shared/clock';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import type { RequestContext } from '@township-graph/shared/context';
import { DeadlineRepository, deadlineLoader } from '@township-graph/shared/deadlines/deadline.repository';
import { DeadlineLights } from '@township-graph/shared/deadlines/deadline-lights';
import { ProvisionalDeadlines } from '@township-graph/shared/deadlines/provisional-deadlines';
import { buildSubgraph, type Subgraph, type SubgraphOptions } from '@township-graph/shared/subgraph';
import { TimelineRepository, timelineLoader } from '@township-graph/shared/timeline/timeline.repository';
import type { DataSource } from 'typeorm';
import { Division } from './division/division.stub';
import { Organization } from './organization/organization.stub';
import { staffMemberLoaders } from './staff-member/staff-member.loaders';
import { StaffMemberRepository } from './staff-member/staff-member.repository';
import { OrganizationStaffResolver, StaffMemberResolver } from './staff-member/staff-member.resolver';

/** Staff: who is on whose establishment, who serves where, how they came there and when they return. */
export function createSecondmentSubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { database, clock = systemClock, log } = options;
  const { journal, commands } = writesOf('secondment', options);
  const repositories = repositoriesOf(database.manager, clock);
  const looking = { database, commands, clock, log };
  return buildSubgraph<SecondmentLoaders>({
    name: 'secondment',
    readScope: 'personnel:read',
    resolvers: [new StaffMemberResolver(repositories.staffMembers), new OrganizationStaffResolver()],
    references: {
      StaffMember: ({ id }, { loaders }) => loaders.staffMemberById.load(id!),
      Division: ({ code }) => Division.of(code!),
      Organization: ({ creditCode }) => Organization.of(creditCode!),
    },
    loaders: (context) => secondmentLoaders(repositories, context),
    jobs: [new DeadlineLights(looking), new ProvisionalDeadlines(looking)],
    database,
    journal,
    clock,
    log,
  });
}

function repositoriesOf(manager: DataSource['manager'], clock: Clock) {
  return {
    staffMembers: new StaffMemberRepository(manager, clock),
    timeline: new TimelineRepository(manager, 'personnel:read', clock),
    deadlines: new DeadlineRepository(manager, 'personnel:read', clock),
  };
}

function secondmentLoaders({ staffMembers, timeline, deadlines }: ReturnType<typeof repositoriesOf>, { viewer }: RequestContext) {
  return {
    ...staffMemberLoaders(staffMembers, viewer),
    timelineBySubject: timelineLoader(timeline, viewer),
    deadlinesBySubject: deadlineLoader(deadlines, viewer),
  };
}

export type SecondmentLoaders = ReturnType<typeof secondmentLoaders>;
