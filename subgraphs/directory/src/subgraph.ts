import { type Clock, systemClock } from '@township-graph/shared/clock';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import { NestedConnections } from '@township-graph/shared/connection';
import { loadersOnDemand } from '@township-graph/shared/loaders-on-demand';
import { buildSubgraph, type Subgraph, type SubgraphOptions } from '@township-graph/shared/subgraph';
import type { DataSource } from 'typeorm';
import { divisionLoaders } from './division/division.loaders';
import { DivisionRepository } from './division/division.repository';
import { DivisionResolver } from './division/division.resolver';
import { DivisionService } from './division/division.service';
import { functionalCenterLoaders } from './functional-center/functional-center.loaders';
import { FunctionalCenterRepository } from './functional-center/functional-center.repository';
import { DivisionFunctionalCentersResolver, FunctionalCenterResolver } from './functional-center/functional-center.resolver';
import { organizationLoaders } from './organization/organization.loaders';
import { OrganizationRepository } from './organization/organization.repository';
import { DivisionOrganizationsResolver, OrganizationResolver } from './organization/organization.resolver';
import { OrganizationService } from './organization/organization.service';
import { ReportedFigureRepository } from './reported-figure/reported-figure.repository';
import { DivisionReportedFiguresResolver, ReportedFigureResolver } from './reported-figure/reported-figure.resolver';
import { ViewerDivisionResolver, ViewerResolver } from './viewer/viewer.resolver';

/** The directory of divisions, organisations, functional centres and published figures. */
export function createDirectorySubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { database, clock = systemClock, log } = options;
  const { manager } = database;
  const { journal, commands } = writesOf('directory', options);
  const repositories = repositoriesOf(manager, clock);
  const { divisions, organizations, figures } = repositories;
  return buildSubgraph<DirectoryLoaders>({
    name: 'directory',
    readScope: null,
    resolvers: [
      new DivisionResolver(divisions, new DivisionService(commands, divisions, clock)),
      new DivisionOrganizationsResolver(),
      new DivisionFunctionalCentersResolver(),
      new DivisionReportedFiguresResolver(),
      new OrganizationResolver(organizations, new OrganizationService(commands, organizations, clock)),
      new FunctionalCenterResolver(),
      new ReportedFigureResolver(figures),
      new ViewerResolver(clock),
      new ViewerDivisionResolver(),
    ],
    references: {
      Division: ({ code }, { loaders }) => loaders.divisionByCode.shown(code!),
      Organization: ({ id, creditCode }, { loaders }) =>
        id ? loaders.organizationById.shown(id) : loaders.organizationByCreditCode.shown(creditCode!),
      FunctionalCenter: ({ id }, { loaders }) => loaders.functionalCenterById.shown(id!),
    },
    loaders: directoryLoaders(repositories),
    database,
    journal,
    clock,
    log,
  });
}

function repositoriesOf(manager: DataSource['manager'], clock: Clock) {
  return {
    divisions: new DivisionRepository(manager, clock),
    organizations: new OrganizationRepository(manager, clock),
    centers: new FunctionalCenterRepository(manager, clock),
    figures: new ReportedFigureRepository(manager, clock),
  };
}

function directoryLoaders({ divisions, organizations, centers, figures }: ReturnType<typeof repositoriesOf>) {
  return loadersOnDemand(
    (viewer) => divisionLoaders(divisions, viewer),
    (viewer) => organizationLoaders(organizations, viewer),
    (viewer) => functionalCenterLoaders(centers, viewer),
    (viewer) => ({ figuresByDivision: new NestedConnections(figures.ofDivision(viewer)) }),
  );
}

export type DirectoryLoaders = ReturnType<ReturnType<typeof directoryLoaders>>;
