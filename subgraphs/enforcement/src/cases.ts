import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { EntityManager } from 'typeorm';
import { CaseRepository } from './case/case.repository';
import { DivisionCasesResolver, EnforcementCaseResolver, OrganizationCasesResolver, type OtherActions } from './case/case.resolver';
import { caseSettingsFrom } from './case/case.settings';
import { type CaseCommand, CaseCommandResolver, scopesOf } from './case/case-commands';
import { CaseDeskRepository } from './case/case-desk.repository';
import { CaseDeskResolver, OfficerLoadResolver } from './case/case-desk.resolver';
import { type CaseFollower, CaseMoving } from './case/case-moving';
import {
  CaseOfficerResolver,
  CaseRecordsResolver,
  FineCollectionResolver,
  HearingResolver,
  LegalReviewResolver,
  MeasureResolver,
} from './case/case-records.resolver';
import { transferResolver } from './case-transfer/case-transfer.resolver';
import { CaseTransferService } from './case-transfer/case-transfer.service';
import { closingResolver } from './closing/closing.resolver';
import { ClosingService } from './closing/closing.service';
import { decisionResolver } from './decision/decision.resolver';
import { DecisionService } from './decision/decision.service';
import { DeliberationService } from './deliberation/deliberation.service';
import { CaseGround } from './filing/case-ground';
import { filingResolver } from './filing/filing.resolver';
import { FilingService } from './filing/filing.service';
import { OnTheSpotService } from './filing/on-the-spot.service';
import { CaseTimeService } from './investigation/case-time.service';
import { CoercionService } from './investigation/coercion.service';
import { CorrectionService } from './investigation/correction.service';
import { evidenceResolver } from './investigation/evidence.resolver';
import { EvidenceService } from './investigation/evidence.service';
import { investigationResolver, measureResolver } from './investigation/investigation.resolver';
import { InvestigationService } from './investigation/investigation.service';
import { MeasureService } from './investigation/measure.service';
import { jurisdictionResolver } from './jurisdiction/jurisdiction.resolver';
import { JurisdictionService } from './jurisdiction/jurisdiction.service';
import { legalReviewResolver } from './legal-review/legal-review.resolver';
import { LegalReviewService } from './legal-review/legal-review.service';
import { HearingService } from './notice/hearing.service';
import { noticeResolver } from './notice/notice.resolver';
import { NoticeService } from './notice/notice.service';
import { CourtService } from './payment/court.service';
import { ExecutionService } from './payment/execution.service';
import { executionResolver } from './payment/payment.resolver';
import { PaymentService } from './payment/payment.service';
import { RecusalOfficerResolver, recusalResolver } from './recusal/recusal.resolver';
import { RecusalService } from './recusal/recusal.service';
import { remedyResolver } from './remedy/remedy.resolver';
import { RemedyService } from './remedy/remedy.service';
import { restitutionResolver } from './restitution/restitution.resolver';
import { RestitutionService } from './restitution/restitution.service';
import { CaseReturnVisitResolver, returnVisitResolver } from './return-visit/return-visit.resolver';
import { ReturnVisitService } from './return-visit/return-visit.service';
import { ServiceOfProcess } from './service/service-of-process.service';

const NO_OTHERS: OtherActions = async () => [];

/** What cases are made of. */
export function caseParts(cases: CaseRepository, commands: Commands, clock: Clock, follow: CaseFollower, others: OtherActions = NO_OTHERS) {
  const moving = new CaseMoving(commands, new Deadlines(clock), clock, caseSettingsFrom(), cases, follow);
  const ground = new CaseGround(moving);
  const transfers = new CaseTransferService(moving);
  const investigation = new InvestigationService(moving, ground);
  const stages: CaseCommandResolver[] = [
    filingResolver(new FilingService(moving, ground), new OnTheSpotService(moving, ground)),
    investigationResolver(investigation, new CaseTimeService(moving)),
    measureResolver(new MeasureService(moving, investigation), new CoercionService(moving, investigation), new CorrectionService(moving)),
    evidenceResolver(new EvidenceService(moving)),
    recusalResolver(new RecusalService(moving, ground)),
    legalReviewResolver(new LegalReviewService(moving, ground)),
    noticeResolver(new NoticeService(moving), new HearingService(moving, ground)),
    decisionResolver(new DeliberationService(moving), new DecisionService(moving)),
    executionResolver({
      service: new ServiceOfProcess(moving),
      payments: new PaymentService(moving),
      execution: new ExecutionService(moving),
      courts: new CourtService(moving),
    }),
    closingResolver(new ClosingService(moving)),
    restitutionResolver(new RestitutionService(moving)),
    remedyResolver(new RemedyService(moving)),
    transferResolver(transfers),
    jurisdictionResolver(new JurisdictionService(moving, transfers)),
    returnVisitResolver(new ReturnVisitService(moving)),
  ];
  return {
    moving,
    transfers,
    resolvers: [
      new EnforcementCaseResolver(cases, clock, scopesOf(stages), others),
      new CaseDeskResolver(new CaseDeskRepository(cases.manager, clock)),
      new OfficerLoadResolver(),
      new CaseRecordsResolver(),
      new CaseReturnVisitResolver(),
      new CaseOfficerResolver(),
      new RecusalOfficerResolver(),
      new LegalReviewResolver(),
      new HearingResolver(),
      new MeasureResolver(),
      new FineCollectionResolver(clock),
      new DivisionCasesResolver(),
      new OrganizationCasesResolver(),
      ...stages,
    ],
  };
}

/** Nothing follows a step but what is the case's own: whether a decision is published is somebody's choice with a reason. */
const NOTHING_FOLLOWS: CaseFollower = async () => {};

/** The mutations on cases by name, for who carries them out without a request. */
export function caseCommands(manager: EntityManager, commands: Commands, clock: Clock): ReadonlyMap<string, CaseCommand<never>> {
  const { resolvers } = caseParts(new CaseRepository(manager, clock), commands, clock, NOTHING_FOLLOWS);
  return new Map(resolvers.flatMap((resolver) => (resolver instanceof CaseCommandResolver ? Object.entries(resolver.commands) : [])));
}
