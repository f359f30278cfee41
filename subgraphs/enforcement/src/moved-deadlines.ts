import { dayOf } from '@township-graph/shared/clock';
import type { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import type { MovedDeadline } from '@township-graph/shared/deadlines/provisional-deadlines';
import type { EntityManager } from 'typeorm';
import { DECISION_CLOCK, PAYMENT_CLOCK, PAYMENT_RULE, PRESERVATION_CLOCK } from './case/case.deadlines';
import { EnforcementCase } from './case/case.entity';
import { FaultInquiry } from './fault-inquiry/fault-inquiry.entity';
import { OFFICER_STATEMENT } from './fault-inquiry/fault-inquiry.service';
import { Measure } from './investigation/measure.entity';
import { FineCollection } from './payment/fine-collection.entity';

/** Where a date is kept beside its deadline, to list and judge by: it moves when the holidays of a further year are known. */
export const MOVED_DEADLINES: readonly MovedDeadline[] = [
  {
    subjectType: 'EnforcementCase',
    kind: DECISION_CLOCK,
    apply: (tx, { subjectId: id, dueAt: decideBy }) => tx.update(EnforcementCase, { id }, { decideBy }),
  },
  { subjectType: 'EnforcementCase', kind: PAYMENT_CLOCK, apply: movePayment },
  {
    subjectType: 'CaseMeasure',
    kind: PRESERVATION_CLOCK,
    apply: (tx, { subjectId: id, dueAt }) => tx.update(Measure, { id }, { dueAt }),
  },
  {
    subjectType: 'FaultInquiry',
    kind: OFFICER_STATEMENT,
    apply: (tx, { subjectId: id, dueAt: statementUntil }) => tx.update(FaultInquiry, { id }, { statementUntil }),
  },
];

/** The fifteen days move; days that somebody set when the payment was put off or parted are as they were set. */
async function movePayment(tx: EntityManager, { subjectId: caseId, dueAt, ruleBasis }: CaseDeadline): Promise<void> {
  if (ruleBasis !== PAYMENT_RULE.basis) return;
  const [collection] = await tx.find(FineCollection, { where: { caseId }, order: { id: 'DESC' }, take: 1 });
  if (!collection) return;
  const instalments = collection.instalments.map(({ fen }) => ({ dueOn: dayOf(dueAt), fen }));
  await tx.update(FineCollection, { id: collection.id }, { instalments });
}
