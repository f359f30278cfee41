import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { EnforcementCase } from '../../../case/case.entity';
import { CaseDecision } from '../../../decision/case-decision.entity';
import { Deliberation } from '../../../deliberation/deliberation.entity';
import { CaseOfficer } from '../../../filing/case-officer.entity';
import { CorrectionOrder } from '../../../investigation/correction-order.entity';
import { Evidence } from '../../../investigation/evidence.entity';
import { Measure } from '../../../investigation/measure.entity';
import { LegalReview } from '../../../legal-review/legal-review.entity';
import { Hearing } from '../../../notice/hearing.entity';
import { PartyStatement } from '../../../notice/party-statement.entity';
import { PriorNotice } from '../../../notice/prior-notice.entity';
import { FineCollection } from '../../../payment/fine-collection.entity';
import { FinePayment } from '../../../payment/fine-payment.entity';
import { ReturnVisit } from '../../../return-visit/return-visit.entity';

const RECORDS = {
  officers: CaseOfficer,
  evidence: Evidence,
  measures: Measure,
  orders: CorrectionOrder,
  reviews: LegalReview,
  notices: PriorNotice,
  statements: PartyStatement,
  hearings: Hearing,
  deliberations: Deliberation,
  decisions: CaseDecision,
  collections: FineCollection,
  payments: FinePayment,
  visits: ReturnVisit,
} as const satisfies Record<string, EntityTarget<ObjectLiteral>>;

type Records = { readonly [K in keyof typeof RECORDS]: InstanceType<(typeof RECORDS)[K]>[] };

/** A case with all that was written of it, each kind in the order in which it was. */
export interface CaseFile extends Records {
  readonly enforcementCase: EnforcementCase;
  readonly timeline: TimelineEntry[];
  /** Of the case, its measures and its orders. */
  readonly deadlines: CaseDeadline[];
}

/** Every case that is in the database. */
export async function caseFiles(manager: EntityManager): Promise<CaseFile[]> {
  const cases = await manager.find(EnforcementCase, { order: { openedOn: 'ASC', id: 'ASC' } });
  const timeline = await bySubject(manager, TimelineEntry, 'subjectId');
  const deadlines = await bySubject(manager, CaseDeadline, 'subjectId');
  const records = await Promise.all(Object.values(RECORDS).map((entity) => bySubject(manager, entity, 'caseId')));
  return cases.map((enforcementCase) => {
    const own = Object.fromEntries(Object.keys(RECORDS).map((name, index) => [name, records[index]!.get(enforcementCase.id) ?? []]));
    const { measures, orders } = own as unknown as Records;
    const subjects = [enforcementCase, ...measures, ...orders];
    return {
      ...(own as unknown as Records),
      enforcementCase,
      timeline: (timeline.get(enforcementCase.id) ?? []) as TimelineEntry[],
      deadlines: subjects.flatMap(({ id }) => (deadlines.get(id) ?? []) as CaseDeadline[]),
    };
  });
}

async function bySubject(
  manager: EntityManager,
  entity: EntityTarget<ObjectLiteral>,
  column: string,
): Promise<Map<string, ObjectLiteral[]>> {
  const found = new Map<string, ObjectLiteral[]>();
  for (const row of await manager.find(entity, { order: { id: 'ASC' } })) found.set(row[column], [...(found.get(row[column]) ?? []), row]);
  return found;
}
