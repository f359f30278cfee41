import { type Clock, systemClock } from '@township-graph/shared/clock';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import { Course } from '@township-graph/shared/course/course';
import { courseLoaders } from '@township-graph/shared/course/course-loaders';
import { DeadlineRepository } from '@township-graph/shared/deadlines/deadline.repository';
import { DeadlineLights } from '@township-graph/shared/deadlines/deadline-lights';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { ProvisionalDeadlines } from '@township-graph/shared/deadlines/provisional-deadlines';
import { loadersOnDemand } from '@township-graph/shared/loaders-on-demand';
import { buildSubgraph, type Subgraph, type SubgraphOptions } from '@township-graph/shared/subgraph';
import { TimelineRepository } from '@township-graph/shared/timeline/timeline.repository';
import type { EntityManager } from 'typeorm';
import { AppealRepository, appealLoaders } from './appeal/appeal.repository';
import { AppealResolver } from './appeal/appeal.resolver';
import { AppealService } from './appeal/appeal.service';
import { catalogueLoaders } from './catalogue/catalogue.loaders';
import { CatalogueRepository } from './catalogue/catalogue.repository';
import { CatalogueResolver } from './catalogue/catalogue.resolver';
import { CatalogueService } from './catalogue/catalogue.service';
import { CorrectionRepository, correctionLoaders } from './correction/correction.repository';
import { CorrectionResolver } from './correction/correction.resolver';
import { CorrectionService } from './correction/correction.service';
import { ScoreCorrectionService } from './correction/score-correction.service';
import { Division } from './division/division.stub';
import { MachineQuestions } from './graph-query/machine-questions';
import { QueryTrial } from './graph-query/query-trial';
import { Organization } from './organization/organization.stub';
import { CalculationService } from './result/calculation.service';
import { ConfirmationService } from './result/confirmation.service';
import { resultLoaders } from './result/result.loaders';
import { ResultRepository } from './result/result.repository';
import { DivisionResultsResolver, OrganizationResultsResolver, ResultResolver, StaffMemberResultsResolver } from './result/result.resolver';
import { AdjustmentService } from './round/adjustment.service';
import { UNREACHABLE_GRAPH } from './round/graph-evidence';
import { ROUNDS } from './round/round.kind';
import { roundLoaders } from './round/round.loaders';
import { roundRepositories } from './round/round.repository';
import { RoundCalculationResolver, RoundResolver } from './round/round.resolver';
import { RoundService } from './round/round.service';
import { RoundCommandsResolver } from './round/round-commands.resolver';
import { SchemeRepository } from './scheme/scheme.repository';
import { SchemeResolver } from './scheme/scheme.resolver';
import { SchemeService } from './scheme/scheme.service';
import { scorecardLoaders } from './scorecard/scorecard.loaders';
import { ScorecardRepository } from './scorecard/scorecard.repository';
import { ScorecardResolver } from './scorecard/scorecard.resolver';
import { ScorecardService } from './scorecard/scorecard.service';
import { settingsFrom } from './settings';
import { StaffMember } from './staff-member/staff-member.stub';
import { AppraisalStatisticsRepository } from './statistics/appraisal-statistics.repository';
import { AppraisalStatisticsResolver } from './statistics/appraisal-statistics.resolver';
import { InspectionPlanRepository, InspectionVisitRepository, supervisionLoaders } from './supervision/supervision.repository';
import { SupervisionResolver } from './supervision/supervision.resolver';
import { SupervisionService } from './supervision/supervision.service';

/** Appraisal: which appraisals are approved, by which schemes, and what came of their rounds. */
export function createAssessmentSubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { database, clock = systemClock, log, graph } = options;
  const evidence = graph ? new MachineQuestions(graph, clock) : UNREACHABLE_GRAPH;
  const queries = new QueryTrial(graph ?? null, clock);
  const { manager } = database;
  const { journal, commands } = writesOf('assessment', options);
  const repositories = repositoriesOf(manager, clock);
  const { catalogues, plans, schemes, rounds, scorecards, results } = repositories;
  const settings = settingsFrom();
  const clocks = new Deadlines(clock);
  const course = new Course(ROUNDS, commands, rounds, clocks, clock);
  const looking = { database, commands, clock, log };
  return buildSubgraph<AssessmentLoaders>({
    name: 'assessment',
    readScope: 'assessment:read',
    resolvers: [
      new CatalogueResolver(catalogues, new CatalogueService(commands, settings, clock, manager)),
      new SupervisionResolver(plans, new SupervisionService(commands, clock, manager)),
      new SchemeResolver(schemes, new SchemeService(commands, settings, queries, clock, manager)),
      new RoundResolver(rounds, course, settings, clock),
      new RoundCalculationResolver(),
      new RoundCommandsResolver(
        new RoundService(course),
        new AdjustmentService(commands, clock, manager),
        new CalculationService(course, evidence, manager),
        new ConfirmationService(course, settings),
      ),
      new ScorecardResolver(scorecards, new ScorecardService(commands, clock, manager)),
      new ResultResolver(results),
      new DivisionResultsResolver(),
      new OrganizationResultsResolver(),
      new StaffMemberResultsResolver(),
      new CorrectionResolver(
        new CorrectionService(commands, settings, clock, manager),
        new ScoreCorrectionService(commands, course, settings, clock, manager),
        clock,
      ),
      new AppealResolver(new AppealService(commands, course, clocks, settings, clock, manager), clock),
      new AppraisalStatisticsResolver(new AppraisalStatisticsRepository(results)),
    ],
    references: {
      AppraisalCatalogue: ({ id }, { loaders }) => loaders.catalogueById.shown(id!),
      InspectionPlan: ({ id }, { loaders }) => loaders.inspectionPlanById.shown(id!),
      AppraisalScheme: ({ id }, { loaders }) => loaders.schemeById.shown(id!),
      AppraisalRound: ({ id }, { loaders }) => loaders.roundById.shown(id!),
      RoundSubject: ({ id }, { loaders }) => loaders.roundSubjectById.shown(id!),
      RoundRater: ({ id }, { loaders }) => loaders.roundRaterById.shown(id!),
      Scorecard: ({ id }, { loaders }) => loaders.scorecardById.shown(id!),
      AppraisalResult: ({ id }, { loaders }) => loaders.resultById.shown(id!),
      Appeal: ({ id }, { loaders }) => loaders.appealById.shown(id!),
      Division: ({ code }) => Division.of(code!),
      Organization: ({ creditCode }) => Organization.of(creditCode!),
      StaffMember: ({ id }) => StaffMember.of(id!),
    },
    loaders: assessmentLoaders(repositories),
    jobs: [new DeadlineLights(looking), new ProvisionalDeadlines(looking)],
    database,
    journal,
    clock,
    log,
  });
}

function repositoriesOf(manager: EntityManager, clock: Clock) {
  return {
    catalogues: new CatalogueRepository(manager, clock),
    plans: new InspectionPlanRepository(manager, clock),
    visits: new InspectionVisitRepository(manager, clock),
    schemes: new SchemeRepository(manager, clock),
    ...roundRepositories(manager, clock),
    scorecards: new ScorecardRepository(manager, clock),
    results: new ResultRepository(manager, clock),
    appeals: new AppealRepository(manager, clock),
    corrections: new CorrectionRepository(manager, clock),
    timeline: new TimelineRepository(manager, 'assessment:read', clock),
    deadlines: new DeadlineRepository(manager, 'assessment:read', clock),
  };
}

function assessmentLoaders(repositories: ReturnType<typeof repositoriesOf>) {
  const { catalogues, plans, visits, schemes, scorecards, results, appeals, corrections, timeline, deadlines } = repositories;
  return loadersOnDemand(
    (viewer) => catalogueLoaders(catalogues, viewer),
    (viewer) => supervisionLoaders(plans, visits, viewer),
    (viewer) => ({
      schemeById: schemes.byKey(viewer, 'id'),
    }),
    (viewer) => roundLoaders(repositories, viewer),
    (viewer) => scorecardLoaders(scorecards, viewer),
    (viewer) => resultLoaders(results, viewer),
    (viewer) => appealLoaders(appeals, viewer),
    (viewer) => correctionLoaders(corrections, viewer),
    (viewer) => courseLoaders(timeline, deadlines, viewer),
  );
}

export type AssessmentLoaders = ReturnType<ReturnType<typeof assessmentLoaders>>;
