import type { EntityTarget } from 'typeorm';
import type { EnforcementCase } from '../case/case.entity';
import type { CaseRecord } from '../case/case-record.entity';
import { CaseTransfer } from '../case-transfer/case-transfer.entity';
import { CaseDecision } from '../decision/case-decision.entity';
import { Deliberation } from '../deliberation/deliberation.entity';
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

/** The records of a case that its documents are made of. */
const RECORDS = {
  recusals: Recusal,
  evidence: Evidence,
  measures: Measure,
  corrections: CorrectionOrder,
  reviews: LegalReview,
  notices: PriorNotice,
  statements: PartyStatement,
  hearings: Hearing,
  deliberations: Deliberation,
  decisions: CaseDecision,
  collections: FineCollection,
  payments: FinePayment,
  agreements: ExecutionAgreement,
  disputes: JurisdictionDispute,
  transfers: CaseTransfer,
  remedies: Remedy,
} as const;

type RecordName = keyof typeof RECORDS;
type RecordOf<N extends RecordName> = InstanceType<(typeof RECORDS)[N]>;

/** A case with all that is on record of it, oldest first. */
export type CaseFile = {
  readonly case: EnforcementCase;
  /** Of officers whom its records name by id, as far as whoever reads it has looked them up. */
  readonly officerNames: ReadonlyMap<string, string>;
} & { readonly [N in RecordName]: readonly RecordOf<N>[] };

/** Reads what is on record, from wherever the caller reads. */
export async function caseFile(
  enforcementCase: EnforcementCase,
  read: (name: RecordName, entity: EntityTarget<CaseRecord>) => Promise<readonly CaseRecord[]>,
): Promise<CaseFile> {
  const names = Object.keys(RECORDS) as RecordName[];
  const records = await Promise.all(names.map((name) => read(name, RECORDS[name])));
  return {
    case: enforcementCase,
    officerNames: new Map(),
    ...Object.fromEntries(names.map((name, index) => [name, records[index]])),
  } as unknown as CaseFile;
}
