import { type Clock, systemClock } from '@township-graph/shared/clock';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import type { RequestContext } from '@township-graph/shared/context';
import { DeadlineRepository, deadlineLoader } from '@township-graph/shared/deadlines/deadline.repository';
import { DeadlineLights } from '@township-graph/shared/deadlines/deadline-lights';
import { buildSubgraph, type Subgraph, type SubgraphOptions } from '@township-graph/shared/subgraph';
import { TimelineRepository, timelineLoader } from '@township-graph/shared/timeline/timeline.repository';
import type { DataSource } from 'typeorm';
import { powerLoaders } from './power/power.loaders';
import { EnforcementPowerRepository } from './power/power.repository';
import { EnforcementPowerResolver } from './power/power.resolver';

/** Comprehensive enforcement: which organ holds which power, who exercises it, and the course of cases. */
export function createEnforcementSubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { database, clock = systemClock, log } = options;
  const { manager } = database;
  const { journal, commands } = writesOf('enforcement', options);
  const repositories = repositoriesOf(manager, clock);
  const { powers } = repositories;
  return buildSubgraph<EnforcementLoaders>({
    name: 'enforcement',
    readScope: 'enforcement:read',
    resolvers: [new EnforcementPowerResolver(powers)],
    references: {
      EnforcementPower: ({ id, code }, { loaders }) => (id ? loaders.powerById.load(id) : loaders.powerByCode.load(code!)),
    },
    loaders: (context) => enforcementLoaders(repositories, context),
    jobs: [new DeadlineLights({ database, commands, clock, log })],
    database,
    journal,
    clock,
    log,
  });
}

function repositoriesOf(manager: DataSource['manager'], clock: Clock) {
  return {
    powers: new EnforcementPowerRepository(manager, clock),
    timeline: new TimelineRepository(manager, 'enforcement:read', clock),
    deadlines: new DeadlineRepository(manager, 'enforcement:read', clock),
  };
}

function enforcementLoaders({ powers, timeline, deadlines }: ReturnType<typeof repositoriesOf>, { viewer }: RequestContext) {
  return {
    ...powerLoaders(powers, viewer),
    timelineBySubject: timelineLoader(timeline, viewer),
    deadlinesBySubject: deadlineLoader(deadlines, viewer),
  };
}

export type EnforcementLoaders = ReturnType<typeof enforcementLoaders>;
