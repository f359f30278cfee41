import { type Clock, systemClock } from '@township-graph/shared/clock';
import { NestedConnections } from '@township-graph/shared/connection';
import type { RequestContext } from '@township-graph/shared/context';
import type { Logger } from '@township-graph/shared/log';
import { buildSubgraph, type Subgraph } from '@township-graph/shared/subgraph';
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
import { ViewerResolver } from './viewer/viewer.resolver';

export interface DirectoryOptions {
  readonly database: DataSource;
  readonly clock?: Clock;
  readonly log?: Logger;
}

/** The directory of divisions, organisations, functional centres and published figures. */
export function createDirectorySubgraph({ database: { manager }, clock = systemClock, log }: DirectoryOptions): Promise<Subgraph> {
  const repositories = repositoriesOf(manager, clock);
  const { divisions, organizations, figures } = repositories;
  return buildSubgraph<DirectoryLoaders>({
    name: 'directory',
    resolvers: [
      new DivisionResolver(divisions, new DivisionService(manager, clock)),
      new DivisionOrganizationsResolver(),
      new DivisionFunctionalCentersResolver(),
      new DivisionReportedFiguresResolver(),
      new OrganizationResolver(organizations, new OrganizationService(manager, clock)),
      new FunctionalCenterResolver(),
      new ReportedFigureResolver(figures),
      new ViewerResolver(clock),
    ],
    references: {
      Division: ({ code }, { loaders }) => loaders.divisionByCode.load(code!),
      Organization: ({ id, creditCode }, { loaders }) =>
        id ? loaders.organizationById.load(id) : loaders.organizationByCreditCode.load(creditCode!),
      FunctionalCenter: ({ id }, { loaders }) => loaders.functionalCenterById.load(id!),
    },
    loaders: (context) => directoryLoaders(repositories, context),
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

function directoryLoaders({ divisions, organizations, centers, figures }: ReturnType<typeof repositoriesOf>, { viewer }: RequestContext) {
  return {
    ...divisionLoaders(divisions, viewer),
    ...organizationLoaders(organizations, viewer),
    ...functionalCenterLoaders(centers, viewer),
    figuresByDivision: new NestedConnections(figures.ofDivision(viewer)),
  };
}

export type DirectoryLoaders = ReturnType<typeof directoryLoaders>;
