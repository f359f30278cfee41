import { CaseTransfer } from '../case-transfer/case-transfer.entity';
import { CaseDecision } from '../decision/case-decision.entity';
import { FinedAct } from '../decision/fined-act.entity';
import { Deliberation } from '../deliberation/deliberation.entity';
import { CaseOfficer } from '../filing/case-officer.entity';
import { CorrectionOrder } from '../investigation/correction-order.entity';
import { Evidence } from '../investigation/evidence.entity';
import { Measure } from '../investigation/measure.entity';
import { JurisdictionDispute } from '../jurisdiction/jurisdiction-dispute.entity';
import { LegalReview } from '../legal-review/legal-review.entity';
import { CreateEnforcementCase1795255430000 } from '../migrations/1795255430000-create-enforcement-case';
import { CreateCaseOfficer1795255431000 } from '../migrations/1795255431000-create-case-officer';
import { CreateCaseEvidence1795255432000 } from '../migrations/1795255432000-create-case-evidence';
import { CreateCaseMeasure1795255433000 } from '../migrations/1795255433000-create-case-measure';
import { CreateCorrectionOrder1795255434000 } from '../migrations/1795255434000-create-correction-order';
import { CreateLegalReview1795255435000 } from '../migrations/1795255435000-create-legal-review';
import { CreatePriorNotice1795255436000 } from '../migrations/1795255436000-create-prior-notice';
import { CreatePartyStatement1795255437000 } from '../migrations/1795255437000-create-party-statement';
import { CreateCaseHearing1795255438000 } from '../migrations/1795255438000-create-case-hearing';
import { CreateCaseDeliberation1795255439000 } from '../migrations/1795255439000-create-case-deliberation';
import { CreateCaseDecision1795255440000 } from '../migrations/1795255440000-create-case-decision';
import { CreateFineCollection1795255441000 } from '../migrations/1795255441000-create-fine-collection';
import { CreateFinePayment1795255442000 } from '../migrations/1795255442000-create-fine-payment';
import { CreateCaseTransfer1795255443000 } from '../migrations/1795255443000-create-case-transfer';
import { CreateCaseRemedy1795255444000 } from '../migrations/1795255444000-create-case-remedy';
import { CreateFinedAct1795255446000 } from '../migrations/1795255446000-create-fined-act';
import { CreateReturnVisit1795255460000 } from '../migrations/1795255460000-create-return-visit';
import { AddReceivingOrgan1795255480000 } from '../migrations/1795255480000-add-receiving-organ';
import { AddTransferRecipient1795255481000 } from '../migrations/1795255481000-add-transfer-recipient';
import { CaseByReceivingDivision1795255482000 } from '../migrations/1795255482000-case-by-receiving-division';
import { AddMeasureApproval1795255484000 } from '../migrations/1795255484000-add-measure-approval';
import { CreateExecutionAgreement1795255485000 } from '../migrations/1795255485000-create-execution-agreement';
import { AddWaivedLateFine1795255486000 } from '../migrations/1795255486000-add-waived-late-fine';
import { AddRedoOrder1795255487000 } from '../migrations/1795255487000-add-redo-order';
import { AddRedoGround1795255488000 } from '../migrations/1795255488000-add-redo-ground';
import { AddCashHandedIn1795255489000 } from '../migrations/1795255489000-add-cash-handed-in';
import { CreateCaseRecusal1795255490000 } from '../migrations/1795255490000-create-case-recusal';
import { AddRecusalStanding1795255491000 } from '../migrations/1795255491000-add-recusal-standing';
import { AddEvidenceStanding1795255492000 } from '../migrations/1795255492000-add-evidence-standing';
import { AddExcludedEvidence1795255493000 } from '../migrations/1795255493000-add-excluded-evidence';
import { CreateCaseRestitution1795255494000 } from '../migrations/1795255494000-create-case-restitution';
import { AddOpenRestitutions1795255495000 } from '../migrations/1795255495000-add-open-restitutions';
import { CreateJurisdictionDispute1795255496000 } from '../migrations/1795255496000-create-jurisdiction-dispute';
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
import { EnforcementCase } from './case.entity';

/** What is kept of cases, for the schema of the subgraph. */
export const CASE_TABLES = {
  entities: [
    EnforcementCase,
    CaseOfficer,
    Recusal,
    Evidence,
    Measure,
    CorrectionOrder,
    LegalReview,
    PriorNotice,
    PartyStatement,
    Hearing,
    Deliberation,
    CaseDecision,
    FineCollection,
    ExecutionAgreement,
    FinePayment,
    CaseTransfer,
    Remedy,
    JurisdictionDispute,
    Restitution,
    FinedAct,
    ReturnVisit,
  ],
  migrations: [
    CreateEnforcementCase1795255430000,
    CreateCaseOfficer1795255431000,
    CreateCaseEvidence1795255432000,
    CreateCaseMeasure1795255433000,
    CreateCorrectionOrder1795255434000,
    CreateLegalReview1795255435000,
    CreatePriorNotice1795255436000,
    CreatePartyStatement1795255437000,
    CreateCaseHearing1795255438000,
    CreateCaseDeliberation1795255439000,
    CreateCaseDecision1795255440000,
    CreateFineCollection1795255441000,
    CreateFinePayment1795255442000,
    CreateCaseTransfer1795255443000,
    CreateCaseRemedy1795255444000,
    CreateFinedAct1795255446000,
    CreateReturnVisit1795255460000,
    AddReceivingOrgan1795255480000,
    AddTransferRecipient1795255481000,
    CaseByReceivingDivision1795255482000,
    AddMeasureApproval1795255484000,
    CreateExecutionAgreement1795255485000,
    AddWaivedLateFine1795255486000,
    AddRedoOrder1795255487000,
    AddRedoGround1795255488000,
    AddCashHandedIn1795255489000,
    CreateCaseRecusal1795255490000,
    AddRecusalStanding1795255491000,
    AddEvidenceStanding1795255492000,
    AddExcludedEvidence1795255493000,
    CreateCaseRestitution1795255494000,
    AddOpenRestitutions1795255495000,
    CreateJurisdictionDispute1795255496000,
  ],
} as const;
