import { type Clock, systemClock } from '@township-graph/shared/clock';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import { courseLoaders } from '@township-graph/shared/course/course-loaders';
import { DeadlineRepository } from '@township-graph/shared/deadlines/deadline.repository';
import { DeadlineLights } from '@township-graph/shared/deadlines/deadline-lights';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { ProvisionalDeadlines } from '@township-graph/shared/deadlines/provisional-deadlines';
import { oneByKey } from '@township-graph/shared/loader';
import { loadersOnDemand } from '@township-graph/shared/loaders-on-demand';
import { numberSetting } from '@township-graph/shared/period-setting';
import { buildSubgraph, type Subgraph, type SubgraphOptions } from '@township-graph/shared/subgraph';
import { TimelineRepository } from '@township-graph/shared/timeline/timeline.repository';
import type { DataSource } from 'typeorm';
import { AppraisalResult } from './appraisal-result/appraisal-result.stub';
import { resultFollower } from './assessment/result-follower';
import { certificateLoaders } from './certificate/certificate.loaders';
import { CertificateRepository } from './certificate/certificate.repository';
import { CertificateResolver, StaffCertificatesResolver } from './certificate/certificate.resolver';
import { CertificateService } from './certificate/certificate.service';
import { Division } from './division/division.stub';
import { establishmentLoaders } from './establishment/establishment.loaders';
import { establishmentResolvers } from './establishment/establishment.parts';
import { EstablishmentRepository } from './establishment/establishment.repository';
import { EstablishmentTransferRepository } from './establishment/establishment-transfer.repository';
import { townshipQuotasFrom } from './establishment/township-quota';
import { MOVED_DEADLINES } from './moved-deadlines';
import { Organization } from './organization/organization.stub';
import { periodsFrom } from './periods';
import { PlacementDays } from './placement/placement-days';
import { selectionLoaders } from './selection-loaders';
import { selectionParts } from './selection-parts';
import { selectionRepositories } from './selection-repositories';
import { HomeMove } from './staff-member/home-move';
import { staffMemberLoaders } from './staff-member/staff-member.loaders';
import { StaffMemberRepository } from './staff-member/staff-member.repository';
import { OrganizationStaffResolver, StaffMemberResolver } from './staff-member/staff-member.resolver';

import { StaffMemberService } from './staff-member/staff-member.service';
import { StaffMemberCommandsResolver } from './staff-member/staff-member-commands.resolver';
import { StaffPostService } from './staff-member/staff-post.service';
import { StaffPostChangeResolver, StaffPostResolver } from './staff-member/staff-post-change.resolver';
import { StaffingRepository } from './staffing/staffing.repository';
import { DivisionStaffingResolver } from './staffing/staffing.resolver';
import { StaffingStatisticsRepository } from './staffing/staffing-statistics.repository';
import { StaffingStatisticsResolver } from './staffing/staffing-statistics.resolver';
import { trainingLoaders } from './training/training.loaders';
import { TrainingRepository } from './training/training.repository';
import { StaffTrainingsResolver, TrainingResolver } from './training/training.resolver';
import { TrainingService } from './training/training.service';

/** Staff: who is on whose establishment, who serves where, how they came there and when they return. */
export function createSecondmentSubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { database, clock = systemClock, log, graph } = options;
  const { journal, commands } = writesOf('secondment', options);
  const repositories = repositoriesOf(database.manager, clock);
  const homeMove = new HomeMove(repositories.staffMembers, clock);
  const enforcementYears = numberSetting(process.env, 'SECONDMENT_ENFORCEMENT_CERTIFICATE_YEARS', 5);
  const quotas = townshipQuotasFrom();
  const looking = { database, commands, clock, log };
  const periods = periodsFrom();
  const selection = selectionParts(repositories, { commands, homeMove, deadlines: new Deadlines(clock), periods, clock });
  return buildSubgraph<SecondmentLoaders>({
    name: 'secondment',
    readScope: 'personnel:read',
    resolvers: [
      new StaffMemberResolver(repositories.staffMembers),
      new OrganizationStaffResolver(),
      ...selection.resolvers,
      new StaffMemberCommandsResolver(new StaffMemberService(commands, repositories.staffMembers, selection.leaving, clock)),
      new StaffPostResolver(new StaffPostService(commands, repositories.staffMembers, selection.bars, clock)),
      new StaffPostChangeResolver(),
      new CertificateResolver(new CertificateService(commands, repositories.certificates, enforcementYears, clock), clock),
      new StaffCertificatesResolver(),
      new TrainingResolver(repositories.trainings, new TrainingService(commands, repositories.trainings, clock)),
      new StaffTrainingsResolver(),
      ...establishmentResolvers(repositories, commands, homeMove, quotas, clock),
      new DivisionStaffingResolver(quotas),
      new StaffingStatisticsResolver(new StaffingStatisticsRepository(repositories.staffMembers)),
    ],
    references: {
      StaffMember: ({ id }, { loaders }) => loaders.staffMemberById.shown(id!),
      SelectionPlan: ({ id }, { loaders }) => loaders.selectionPlanById.shown(id!),
      SelectionCampaign: ({ id }, { loaders }) => loaders.selectionCampaignById.shown(id!),
      SelectionPost: ({ id }, { loaders }) => loaders.postById.shown(id!),
      Candidate: ({ id }, { loaders }) => loaders.candidateById.shown(id!),
      CandidateObjection: ({ id }, { loaders }) => loaders.objectionById.shown(id!),
      Placement: ({ id }, { loaders }) => loaders.placementById.shown(id!),
      MovementProposal: ({ id }, { loaders }) => loaders.movementProposalById.shown(id!),
      Consultation: ({ id }, { loaders }) => loaders.consultationById.shown(id!),
      Recall: ({ id }, { loaders }) => loaders.recallById.shown(id!),
      ThreePowersGrant: ({ id }, { loaders }) => loaders.threePowersGrantById.shown(id!),
      Establishment: ({ id }, { loaders }) => loaders.establishmentById.shown(id!),
      EstablishmentTransfer: ({ id }, { loaders }) => loaders.establishmentTransferById.shown(id!),
      Certificate: ({ id }, { loaders }) => loaders.certificateById.shown(id!),
      Training: ({ id }, { loaders }) => loaders.trainingById.shown(id!),
      Division: ({ code }) => Division.of(code!),
      Organization: ({ creditCode }) => Organization.of(creditCode!),
      AppraisalResult: ({ id }) => AppraisalResult.of(id!),
    },
    loaders: secondmentLoaders(repositories, clock),
    jobs: [
      new DeadlineLights({ ...looking, whenMissed: selection.whenMissed }),
      new ProvisionalDeadlines({ ...looking, whenMoved: MOVED_DEADLINES }),
      new PlacementDays({ ...looking, placing: selection.placing }),
      ...(graph ? [resultFollower(selection, periods, { ...looking, graph })] : []),
    ],
    database,
    journal,
    clock,
    log,
  });
}

function repositoriesOf(manager: DataSource['manager'], clock: Clock) {
  const staffMembers = new StaffMemberRepository(manager, clock);
  const establishments = new EstablishmentRepository(manager, clock);
  const transfers = new EstablishmentTransferRepository(manager, clock);
  return {
    staffMembers,
    establishments,
    transfers,
    staffing: new StaffingRepository(staffMembers, establishments, transfers),
    certificates: new CertificateRepository(manager, clock),
    trainings: new TrainingRepository(manager, clock),
    ...selectionRepositories(manager, clock),
    timeline: new TimelineRepository(manager, 'personnel:read', clock),
    deadlines: new DeadlineRepository(manager, 'personnel:read', clock),
  };
}

function secondmentLoaders(repositories: ReturnType<typeof repositoriesOf>, clock: Clock) {
  const { staffMembers, establishments, transfers, staffing, certificates, trainings, timeline, deadlines } = repositories;
  return loadersOnDemand(
    (viewer) => staffMemberLoaders(staffMembers, viewer),
    (viewer) => establishmentLoaders(establishments, transfers, viewer),
    (viewer) => certificateLoaders(certificates, viewer),
    (viewer) => trainingLoaders(trainings, viewer),
    (viewer) => selectionLoaders(repositories, viewer, clock),
    (viewer) => ({
      staffingByDivision: oneByKey(
        (codes: readonly string[]) => staffing.count(viewer, codes),
        ({ code }) => code,
      ),
    }),
    (viewer) => courseLoaders(timeline, deadlines, viewer),
  );
}

export type SecondmentLoaders = ReturnType<ReturnType<typeof secondmentLoaders>>;
