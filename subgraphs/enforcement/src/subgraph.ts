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
import { caseLoaders, caseRecordLoaders } from './case/case.loaders';
import { CaseRepository } from './case/case.repository';
import { CaseRecordRepositories } from './case/case-record.repository';
import { ReclaimedCases } from './case-transfer/reclaimed-cases';
import { RECEIVED_COURSE, RECEIVED_DEADLINES, RECEIVING } from './case-transfer/transfer-concerns';
import { caseParts } from './cases';
import { complaintLoaders } from './complaint/complaint.loaders';
import { complaintResolvers } from './complaint/complaint.parts';
import { ComplaintRepository } from './complaint/complaint.repository';
import { Division } from './division/division.stub';
import { documentLoaders } from './document/document.loaders';
import { DocumentRepository } from './document/document.repository';
import { CaseDocumentsResolver, DocumentResolver } from './document/document.resolver';
import { DocumentService } from './document/document.service';
import { faultInquiryLoaders } from './fault-inquiry/fault-inquiry.loaders';
import { faultInquiryResolvers } from './fault-inquiry/fault-inquiry.parts';
import { FaultInquiryRepository } from './fault-inquiry/fault-inquiry.repository';
import { InspectionItemRepository, InspectionPlanRepository } from './joint-inspection/inspection-list.repository';
import { jointInspectionLoaders } from './joint-inspection/joint-inspection.loaders';
import { jointInspectionResolvers } from './joint-inspection/joint-inspection.parts';
import { JointInspectionRepository } from './joint-inspection/joint-inspection.repository';
import { MOVED_DEADLINES } from './moved-deadlines';
import { PartyTimes } from './notice/party-times';
import { officerLoaders } from './officer/officer.loaders';
import { certificateFollower, officerResolvers } from './officer/officer.parts';
import { OfficerRepository } from './officer/officer.repository';
import { Organization } from './organization/organization.stub';
import { periodsFrom } from './periods';
import { powerLoaders } from './power/power.loaders';
import { EnforcementPowerRepository } from './power/power.repository';
import { DivisionPowersResolver, EnforcementPowerResolver } from './power/power.resolver';
import { GrantedPowerRepository } from './power-grant/granted-power.repository';
import { powerGrantLoaders } from './power-grant/power-grant.loaders';
import { powerGrantResolvers } from './power-grant/power-grant.parts';
import { PowerGrantRepository } from './power-grant/power-grant.repository';
import { publicationLoaders } from './publicity/publication.loaders';
import { PublicationRepository, WithdrawalRepository } from './publicity/publication.repository';
import { publicitySettingsFrom } from './publicity/publication.settings';
import { publicationClocks } from './publicity/publication-clocks';
import { publicityResolvers } from './publicity/publicity.parts';
import { publicityActions } from './publicity/publicity-actions';
import { StaffMember } from './staff-member/staff-member.stub';
import { EnforcementStatisticsRepository } from './statistics/enforcement-statistics.repository';
import { EnforcementStatisticsResolver } from './statistics/enforcement-statistics.resolver';
import { teamLoaders } from './team/team.loaders';
import { TeamRepository } from './team/team.repository';
import { DivisionTeamResolver, EnforcementTeamResolver } from './team/team.resolver';
import { TeamService } from './team/team.service';

/** Comprehensive enforcement: which organ holds which power, who exercises it, and the course of cases. */
export function createEnforcementSubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { database, clock = systemClock, log, graph } = options;
  const { manager } = database;
  const { journal, commands } = writesOf('enforcement', options);
  const repositories = repositoriesOf(manager, clock);
  const { powers, grants, teams, officers, publications, withdrawals } = repositories;
  const periods = periodsFrom();
  const clocks = new Deadlines(clock);
  const looking = { database, commands, clock, log, concerns: RECEIVING };
  const publicity = publicitySettingsFrom();
  const cases = caseParts(repositories.cases, commands, clock, publicationClocks(clocks, publicity), publicityActions);
  const documents = new DocumentService(commands, cases.moving, manager);
  return buildSubgraph<EnforcementLoaders>({
    name: 'enforcement',
    readScope: 'enforcement:read',
    resolvers: [
      new EnforcementPowerResolver(powers),
      new DivisionPowersResolver(),
      ...powerGrantResolvers(grants, commands, periods, clock),
      new EnforcementTeamResolver(teams, new TeamService(commands, teams, clock)),
      new DivisionTeamResolver(),
      ...officerResolvers(officers, commands, periods.certificateYears, clock),
      ...cases.resolvers,
      new EnforcementStatisticsResolver(new EnforcementStatisticsRepository(repositories.cases, clock)),
      new DocumentResolver(documents),
      new CaseDocumentsResolver(),
      ...publicityResolvers(commands, cases.moving, publications, withdrawals, publicity),
      ...jointInspectionResolvers(repositories, commands, clocks, periods, clock),
      ...faultInquiryResolvers(repositories.faultInquiries, commands, clocks, periods, clock),
      ...complaintResolvers(repositories.complaints, commands, clocks, periods, clock),
    ],
    references: {
      EnforcementPower: ({ id, code }, { loaders }) => (id ? loaders.powerById.shown(id) : loaders.powerByCode.shown(code!)),
      PowerGrant: ({ id }, { loaders }) => loaders.powerGrantById.shown(id!),
      EnforcementTeam: ({ id }, { loaders }) => loaders.teamById.shown(id!),
      Officer: ({ id }, { loaders }) => loaders.officerById.shown(id!),
      InspectionItem: ({ id }, { loaders }) => loaders.inspectionItemById.shown(id!),
      JointInspectionPlan: ({ id }, { loaders }) => loaders.inspectionPlanById.shown(id!),
      JointInspection: ({ id }, { loaders }) => loaders.jointInspectionById.shown(id!),
      Complaint: ({ id }, { loaders }) => loaders.complaintById.shown(id!),
      FaultInquiry: ({ id }, { loaders }) => loaders.faultInquiryById.shown(id!),
      // Of who is no officer, or none that the viewer sees, there is nothing to say here.
      StaffMember: ({ id }) => StaffMember.of(id!),
      EnforcementCase: ({ id, caseNumber }, { loaders }) => (id ? loaders.caseById.shown(id) : loaders.caseByNumber.shown(caseNumber!)),
      CaseDocument: ({ id }, { loaders }) => loaders.documentById.shown(id!),
      DecisionPublication: ({ id }, { loaders }) => loaders.publicationById.shown(id!),
      Division: ({ code }) => Division.of(code!),
      Organization: ({ creditCode }) => Organization.of(creditCode!),
    },
    loaders: enforcementLoaders(repositories),
    jobs: [
      new DeadlineLights(looking),
      new ProvisionalDeadlines({ ...looking, whenMoved: MOVED_DEADLINES }),
      new PartyTimes({ ...looking, statement: cases.moving.settings.statement }),
      new ReclaimedCases({ ...looking, moving: cases.moving, transfers: cases.transfers }),
      ...(graph ? [certificateFollower(officers, periods.certificateYears, { ...looking, graph })] : []),
    ],
    database,
    journal,
    clock,
    log,
  });
}

function repositoriesOf(manager: DataSource['manager'], clock: Clock) {
  return {
    powers: new EnforcementPowerRepository(manager, clock),
    grants: new PowerGrantRepository(manager, clock),
    grantedPowers: new GrantedPowerRepository(manager, clock),
    teams: new TeamRepository(manager, clock),
    officers: new OfficerRepository(manager, clock),
    cases: new CaseRepository(manager, clock),
    records: new CaseRecordRepositories(manager, clock),
    documents: new DocumentRepository(manager, clock),
    publications: new PublicationRepository(manager, clock),
    withdrawals: new WithdrawalRepository(manager, clock),
    inspectionItems: new InspectionItemRepository(manager, clock),
    inspectionPlans: new InspectionPlanRepository(manager, clock),
    jointInspections: new JointInspectionRepository(manager, clock),
    complaints: new ComplaintRepository(manager, clock),
    faultInquiries: new FaultInquiryRepository(manager, clock),
    timeline: new TimelineRepository(manager, 'enforcement:read', clock, [RECEIVED_COURSE]),
    deadlines: new DeadlineRepository(manager, 'enforcement:read', clock, RECEIVED_DEADLINES),
  };
}

function enforcementLoaders(repositories: ReturnType<typeof repositoriesOf>) {
  const { powers, grants, grantedPowers, teams, officers, cases, records, documents, publications, timeline, deadlines } = repositories;
  const { inspectionItems, inspectionPlans, jointInspections, complaints, faultInquiries } = repositories;
  return loadersOnDemand(
    (viewer) => powerLoaders(powers, viewer),
    (viewer) => powerGrantLoaders(grants, grantedPowers, viewer),
    (viewer) => teamLoaders(teams, viewer),
    (viewer) => officerLoaders(officers, viewer),
    (viewer) => caseLoaders(cases, viewer),
    (viewer) => caseRecordLoaders(records, viewer),
    (viewer) => documentLoaders(documents, viewer),
    (viewer) => publicationLoaders(publications, viewer),
    (viewer) => jointInspectionLoaders(inspectionItems, inspectionPlans, jointInspections, viewer),
    (viewer) => complaintLoaders(complaints, viewer),
    (viewer) => faultInquiryLoaders(faultInquiries, viewer),
    (viewer) => courseLoaders(timeline, deadlines, viewer),
  );
}

export type EnforcementLoaders = ReturnType<ReturnType<typeof enforcementLoaders>>;
