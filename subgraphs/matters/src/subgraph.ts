import { type Clock, systemClock } from '@township-graph/shared/clock';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import { courseLoaders } from '@township-graph/shared/course/course-loaders';
import { DeadlineRepository } from '@township-graph/shared/deadlines/deadline.repository';
import { DeadlineLights } from '@township-graph/shared/deadlines/deadline-lights';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { ProvisionalDeadlines } from '@township-graph/shared/deadlines/provisional-deadlines';
import { loadersOnDemand } from '@township-graph/shared/loaders-on-demand';
import { buildSubgraph, type Subgraph, type SubgraphOptions } from '@township-graph/shared/subgraph';
import { TimelineRepository } from '@township-graph/shared/timeline/timeline.repository';
import type { DataSource } from 'typeorm';
import { divisionsNamed, CONCERNED_BY_DEADLINE as NAMED_BY_ADMISSION } from './admission/admission-concerns';
import { applicationLoaders } from './application/application.loaders';
import { applicationParts } from './application/application.parts';
import { ApplicationRepository } from './application/application.repository';
import { DivisionCounts } from './application/application-statistics.loaders';
import { ApplicationStatisticsRepository } from './application/application-statistics.repository';
import { ApplicationStatisticsResolver } from './application/application-statistics.resolver';
import { HandBack } from './application/hand-back';
import { bundleResolvers } from './bundle/bundle.parts';
import { BundleApplicationRepository, BundleRepository, bundleLoaders } from './bundle/bundle.repository';
import { JointCompletion } from './bundle/joint-completion';
import { delegationLoaders } from './delegation/delegation.loaders';
import { delegationParts } from './delegation/delegation.parts';
import { DelegationRepository } from './delegation/delegation.repository';
import { CONCERNED_BY_DEADLINE as CARRYING_DELEGATION, divisionsCarrying } from './delegation/delegation-concerns';
import { Division } from './division/division.stub';
import { Duties } from './duties';
import { matterLoaders } from './matter/matter.loaders';
import { MatterRepository } from './matter/matter.repository';
import { DivisionMattersResolver, MatterResolver, OrganizationMattersResolver } from './matter/matter.resolver';
import { MatterGuideResolver } from './matter/matter-guide.resolver';
import { MatterImportResolver } from './matter/matter-import.resolver';
import { MatterImportService } from './matter/matter-import.service';
import { MatterSiteRepository } from './matter/matter-site.repository';
import { MatterStatisticsRepository } from './matter/matter-statistics.repository';
import { MatterStatisticsResolver } from './matter/matter-statistics.resolver';
import { MOVED_DEADLINES } from './moved-deadlines';
import { Organization } from './organization/organization.stub';
import { periodsFrom } from './periods';
import { ratingResolvers } from './rating/rating.parts';
import { RatingRepository, ratingLoaders } from './rating/rating.repository';
import { Reception } from './reception';
import { responsibilityLoaders } from './responsibility/responsibility.loaders';
import { ResponsibilityItemRepository, ResponsibilityListRepository } from './responsibility/responsibility.repository';
import {
  DivisionResponsibilityItemsResolver,
  ResponsibilityItemResolver,
  ResponsibilityListResolver,
} from './responsibility/responsibility.resolver';
import { EndOfDay } from './service-day/end-of-day';

/** The catalogue of service matters: what is handled where, by whose power, and who answers for what. */
export function createMattersSubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { database, clock = systemClock, log } = options;
  const { manager } = database;
  const { journal, commands } = writesOf('matters', options);
  const repositories = repositoriesOf(manager, clock);
  const { matters, delegations, lists, items, reception, duties, ratings, bundles, jointly } = repositories;
  const periods = periodsFrom();
  const applications = applicationParts(repositories.applications, commands, clock, periods, [
    new JointCompletion(new Deadlines(clock), clock),
  ]);
  const delegated = delegationParts(delegations, { database, commands, clock }, periods, new HandBack(clock));
  const looking = { database, commands, clock, log, concerns: CONCERNS };
  return buildSubgraph<MattersLoaders>({
    name: 'matters',
    readScope: 'matters:read',
    resolvers: [
      new MatterResolver(matters),
      new MatterGuideResolver(),
      new MatterImportResolver(new MatterImportService(commands, clock)),
      new DivisionMattersResolver(),
      new OrganizationMattersResolver(),
      new MatterStatisticsResolver(new MatterStatisticsRepository(matters)),
      ...delegated.resolvers,
      new ResponsibilityListResolver(lists),
      new ResponsibilityItemResolver(items),
      new DivisionResponsibilityItemsResolver(),
      ...reception.resolvers(commands),
      ...applications.resolvers,
      ...ratingResolvers(ratings, applications.moving),
      ...bundleResolvers(bundles, jointly, applications),
      new ApplicationStatisticsResolver(repositories.statistics),
      ...duties.resolvers(commands),
    ],
    references: {
      Matter: ({ id, implementationCode }, { loaders }) =>
        id ? loaders.matterById.shown(id) : loaders.matterByImplementationCode.shown(implementationCode!),
      Delegation: ({ id }, { loaders }) => loaders.delegationById.shown(id!),
      ResponsibilityList: ({ id }, { loaders }) => loaders.responsibilityListById.shown(id!),
      ResponsibilityItem: ({ id }, { loaders }) => loaders.responsibilityItemById.shown(id!),
      ServicePoint: ({ id }, { loaders }) => loaders.servicePointById.shown(id!),
      ServiceWindow: ({ id }, { loaders }) => loaders.windowById.shown(id!),
      QueueTicket: ({ id }, { loaders }) => loaders.ticketById.shown(id!),
      Appointment: ({ id }, { loaders }) => loaders.appointmentById.shown(id!),
      Application: ({ id, acceptanceNumber }, { loaders }) =>
        id ? loaders.applicationById.shown(id) : loaders.applicationByAcceptanceNumber.shown(acceptanceNumber!),
      AdmissionRequest: ({ id }, { loaders }) => loaders.admissionById.shown(id!),
      DutyRefusal: ({ id }, { loaders }) => loaders.dutyRefusalById.shown(id!),
      ServiceBundle: ({ id }, { loaders }) => loaders.bundleById.shown(id!),
      BundleApplication: ({ id }, { loaders }) => loaders.bundleApplicationById.shown(id!),
      Rating: ({ id }, { loaders }) => loaders.ratingById.shown(id!),
      MatterChange: ({ id }, { loaders }) => loaders.matterChangeById.shown(id!),
      Division: ({ code }) => Division.of(code!),
      Organization: ({ creditCode }) => Organization.of(creditCode!),
    },
    loaders: mattersLoaders(repositories),
    jobs: [
      new DeadlineLights({ ...looking, whenMissed: applications.whenMissed }),
      new ProvisionalDeadlines({ ...looking, whenMoved: MOVED_DEADLINES }),
      ...delegated.jobs,
      new EndOfDay({ database, commands, clock, log, windowIdleMinutes: periods.windowIdleMinutes }),
    ],
    database,
    journal,
    clock,
    log,
  });
}

/** Whom else a subject with deadlines concerns: they are told of its lights, and read its deadlines. */
const CONCERNS = { AdmissionRequest: divisionsNamed, Delegation: divisionsCarrying };
const DEADLINE_CONCERNS = [NAMED_BY_ADMISSION, CARRYING_DELEGATION];

function repositoriesOf(manager: DataSource['manager'], clock: Clock) {
  const applications = new ApplicationRepository(manager, clock);
  return {
    matters: new MatterRepository(manager, clock),
    sites: new MatterSiteRepository(manager, clock),
    delegations: new DelegationRepository(manager, clock),
    lists: new ResponsibilityListRepository(manager, clock),
    items: new ResponsibilityItemRepository(manager, clock),
    reception: new Reception(manager, clock),
    applications,
    statistics: new ApplicationStatisticsRepository(applications, clock),
    duties: new Duties(manager, clock),
    ratings: new RatingRepository(manager, clock),
    bundles: new BundleRepository(manager, clock),
    jointly: new BundleApplicationRepository(manager, clock),
    timeline: new TimelineRepository(manager, 'matters:read', clock),
    deadlines: new DeadlineRepository(manager, 'matters:read', clock, DEADLINE_CONCERNS),
  };
}

function mattersLoaders(repositories: ReturnType<typeof repositoriesOf>) {
  const { matters, sites, delegations, lists, items, reception, applications, statistics, duties, ratings, bundles, jointly } =
    repositories;
  const { timeline, deadlines } = repositories;
  return loadersOnDemand(
    (viewer) => matterLoaders(matters, sites, viewer),
    (viewer) => delegationLoaders(delegations, viewer),
    (viewer) => responsibilityLoaders(lists, items, viewer),
    ...reception.loaders(),
    (viewer) => applicationLoaders(applications, viewer),
    (viewer) => ({ countsByDivision: new DivisionCounts(statistics, viewer) }),
    ...duties.loaders(),
    (viewer) => ratingLoaders(ratings, viewer),
    (viewer) => bundleLoaders(bundles, jointly, viewer),
    (viewer) => courseLoaders(timeline, deadlines, viewer),
  );
}

export type MattersLoaders = ReturnType<ReturnType<typeof mattersLoaders>>;
