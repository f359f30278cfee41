import { systemClock } from '@township-graph/shared/clock';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import { DeadlineLights } from '@township-graph/shared/deadlines/deadline-lights';
import { ProvisionalDeadlines } from '@township-graph/shared/deadlines/provisional-deadlines';
import { buildSubgraph, type Subgraph, type SubgraphOptions } from '@township-graph/shared/subgraph';
import { Division } from './division/division.stub';
import { Organization } from './organization/organization.stub';
import { StaffMember } from './staff-member/staff-member.stub';

/** Appraisal: which appraisals are approved, by which schemes, and what came of their rounds. */
export function createAssessmentSubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { database, clock = systemClock, log } = options;
  const { journal, commands } = writesOf('assessment', options);
  const looking = { database, commands, clock, log };
  return buildSubgraph<AssessmentLoaders>({
    name: 'assessment',
    readScope: 'assessment:read',
    resolvers: [],
    references: {
      Division: ({ code }) => Division.of(code!),
      Organization: ({ creditCode }) => Organization.of(creditCode!),
      StaffMember: ({ id }) => StaffMember.of(id!),
    },
    orphanedTypes: [Division, Organization, StaffMember],
    loaders: () => ({}),
    jobs: [new DeadlineLights(looking), new ProvisionalDeadlines(looking)],
    database,
    journal,
    clock,
    log,
  });
}

export type AssessmentLoaders = Readonly<Record<string, never>>;
