import { NestedConnections } from '@township-graph/shared/connection';
import { manyByKey, oneByKey } from '@township-graph/shared/loader';
import type { ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityTarget } from 'typeorm';
import { CaseTransfer } from '../case-transfer/case-transfer.entity';
import { receivingOrgans } from '../case-transfer/receiving-organ';
import { CaseDecision } from '../decision/case-decision.entity';
import { Deliberation } from '../deliberation/deliberation.entity';
import { CaseOfficer } from '../filing/case-officer.entity';
import { CorrectionOrder } from '../investigation/correction-order.entity';
import { Evidence } from '../investigation/evidence.entity';
import { Measure } from '../investigation/measure.entity';
import { JurisdictionDispute } from '../jurisdiction/jurisdiction-dispute.entity';
import { LegalReview } from '../legal-review/legal-review.entity';
import { Hearing } from '../notice/hearing.entity';
import { PartyStatement } from '../notice/party-statement.entity';
import { PriorNotice } from '../notice/prior-notice.entity';
import { ExecutionAgreement } from '../payment/execution-agreement.entity';
import { FineCollection } from '../payment/fine-collection.entity';
import { FinePayment } from '../payment/fine-payment.entity';
import { Recusal } from '../recusal/recusal.entity';
import { Remedy } from '../remedy/remedy.entity';
import { Restitution } from '../restitution/restitution.entity';
import { ReturnVisit } from '../return-visit/return-visit.entity';
import type { CaseRepository } from './case.repository';
import type { CaseRecord } from './case-record.entity';
import type { CaseRecordRepositories } from './case-record.repository';

/** Batches for one request. */
export function caseLoaders(cases: CaseRepository, viewer: Viewer) {
  return {
    caseById: cases.byKey(viewer, 'id'),
    caseByNumber: cases.byKey(viewer, 'caseNumber'),
    organByCode: oneByKey(
      (codes: readonly string[]) => receivingOrgans(cases.manager, codes),
      ({ creditCode }) => creditCode,
    ),
    casesByDivision: new NestedConnections(cases.handledAt(viewer)),
    casesByOrganization: new NestedConnections(cases.decidedBy(viewer)),
  };
}

/** Batches for one request. What is recorded of cases comes in the order it was recorded: ids are made in order of time. */
export function caseRecordLoaders(records: CaseRecordRepositories, viewer: Viewer) {
  const recordsOf = <R extends CaseRecord>(entity: EntityTarget<R>) => recordLoader(records.of(entity), viewer);
  return {
    officersByCase: recordsOf(CaseOfficer),
    recusalsByCase: recordsOf(Recusal),
    evidenceByCase: recordsOf(Evidence),
    measuresByCase: recordsOf(Measure),
    correctionsByCase: recordsOf(CorrectionOrder),
    reviewsByCase: recordsOf(LegalReview),
    noticesByCase: recordsOf(PriorNotice),
    statementsByCase: recordsOf(PartyStatement),
    hearingsByCase: recordsOf(Hearing),
    deliberationsByCase: recordsOf(Deliberation),
    decisionsByCase: recordsOf(CaseDecision),
    collectionsByCase: recordsOf(FineCollection),
    agreementsByCase: recordsOf(ExecutionAgreement),
    paymentsByCase: recordsOf(FinePayment),
    transfersByCase: recordsOf(CaseTransfer),
    disputesByCase: recordsOf(JurisdictionDispute),
    remediesByCase: recordsOf(Remedy),
    restitutionsByCase: recordsOf(Restitution),
    returnVisitsByCase: recordsOf(ReturnVisit),
  };
}

function recordLoader<R extends CaseRecord>(records: ScopedRepository<R>, viewer: Viewer) {
  return manyByKey(
    async (ids: readonly string[]) => (await records.findBy(viewer, 'caseId', ids)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ({ caseId }) => caseId,
  );
}
