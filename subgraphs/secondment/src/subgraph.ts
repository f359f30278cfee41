import { type Clock, systemClock } from '@township-graph/shared/clock';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import type { RequestContext } from '@township-graph/shared/context';
import { DeadlineRepository, deadlineLoader } from '@township-graph/shared/deadlines/deadline.repository';
import { DeadlineLights } from '@township-graph/shared/deadlines/deadline-lights';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { ProvisionalDeadlines } from '@township-graph/shared/deadlines/provisional-deadlines';
import { buildSubgraph, type Subgraph, type SubgraphOptions } from '@township-graph/shared/subgraph';
import { TimelineRepository, timelineLoader } from '@township-graph/shared/timeline/timeline.repository';
import type { DataSource } from 'typeorm';
import { resultFollower } from './assessment/result-follower';
import { Division } from './division/division.stub';
import { MOVED_DEADLINES } from './moved-deadlines';
import { Organization } from './organization/organization.stub';
import { periodsFrom } from './periods';
import { PlacementDays } from './placement/placement-days';
import { selectionLoaders } from './selection-loaders';
import { selectionParts } from './selection-parts';
import { selectionRepositories } from './selection-repositories';
import { staffMemberLoaders } from './staff-member/staff-member.loaders';
import { StaffMemberRepository } from './staff-member/staff-member.repository';
import { OrganizationStaffResolver, StaffMemberResolver } from './staff-member/staff-member.resolver';

/** Staff: who is on whose establishment, who serves where, how they came there and when they return. */
export function createSecondmentSubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { database, clock = systemClock, log, graph } = options;
  const { journal, commands } = writesOf('secondment', options);
  const repositories = repositoriesOf(database.manager, clock);
  const looking = { database, commands, clock, log };
  const periods = periodsFrom();
  const selection = selectionParts(repositories, commands, new Deadlines(clock), periods, clock);
  return buildSubgraph<SecondmentLoaders>({
    name: 'secondment',
    readScope: 'personnel:read',
    resolvers: [new StaffMemberResolver(repositories.staffMembers), new OrganizationStaffResolver(), ...selection.resolvers],
    references: {
      StaffMember: ({ id }, { loaders }) => loaders.staffMemberById.load(id!),
      SelectionPlan: ({ id }, { loaders }) => loaders.selectionPlanById.load(id!),
      SelectionCampaign: ({ id }, { loaders }) => loaders.selectionCampaignById.load(id!),
      Candidate: ({ id }, { loaders }) => loaders.candidateById.load(id!),
      CandidateObjection: ({ id }, { loaders }) => loaders.objectionById.load(id!),
      Placement: ({ id }, { loaders }) => loaders.placementById.load(id!),
      MovementProposal: ({ id }, { loaders }) => loaders.movementProposalById.load(id!),
      Consultation: ({ id }, { loaders }) => loaders.consultationById.load(id!),
      Recall: ({ id }, { loaders }) => loaders.recallById.load(id!),
      ThreePowersGrant: ({ id }, { loaders }) => loaders.threePowersGrantById.load(id!),
      Division: ({ code }) => Division.of(code!),
      Organization: ({ creditCode }) => Organization.of(creditCode!),
    },
    loaders: (context) => secondmentLoaders(repositories, context, clock),
    jobs: [
      new DeadlineLights({ ...looking, whenMissed: selection.whenMissed }),
      new ProvisionalDeadlines({ ...looking, whenMoved: MOVED_DEADLINES }),
      new PlacementDays({ ...looking, placing: selection.placing }),
      ...(graph ? [resultFollower(selection.appraisals, periods, { ...looking, graph })] : []),
    ],
    database,
    journal,
    clock,
    log,
  });
}

function repositoriesOf(manager: DataSource['manager'], clock: Clock) {
  return {
    staffMembers: new StaffMemberRepository(manager, clock),
    ...selectionRepositories(manager, clock),
    timeline: new TimelineRepository(manager, 'personnel:read', clock),
    deadlines: new DeadlineRepository(manager, 'personnel:read', clock),
  };
}

function secondmentLoaders(repositories: ReturnType<typeof repositoriesOf>, { viewer }: RequestContext, clock: Clock) {
  const { staffMembers, timeline, deadlines } = repositories;
  return {
    ...staffMemberLoaders(staffMembers, viewer),
    ...selectionLoaders(repositories, viewer, clock),
    timelineBySubject: timelineLoader(timeline, viewer),
    deadlinesBySubject: deadlineLoader(deadlines, viewer),
  };
}

export type SecondmentLoaders = ReturnType<typeof secondmentLoaders>;
