import { dayOf } from '@township-graph/shared/clock';
import { insertAll } from '@township-graph/shared/insert-all';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { PAYMENT_CLOCK, PAYMENT_RULE } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { type CaseMoving, subjectOf } from '../case/case-moving';
import { type Penalty, sumOf } from '../decision/penalty.rules';
import { PenaltyKind } from '../power/power.enums';
import { ExecutionAgreement } from './execution-agreement.entity';
import { FineCollection } from './fine-collection.entity';

/** From the day a decision is served: what is to be paid, in fifteen days (§67③). */
export async function startCollection(
  tx: EntityManager,
  { deadlines }: CaseMoving,
  enforcementCase: EnforcementCase,
  decided: readonly Penalty[],
  servedAt: Date,
): Promise<void> {
  const { id: caseId, divisionCode } = enforcementCase;
  const { dueAt } = await deadlines.start(tx, subjectOf(enforcementCase), PAYMENT_CLOCK, PAYMENT_RULE, servedAt);
  const fineFen = sumOf(decided, PenaltyKind.FINE);
  await insertAll(tx, FineCollection, [
    {
      id: uuid(),
      caseId,
      divisionCode,
      fineFen,
      gainsFen: sumOf(decided, PenaltyKind.CONFISCATION_OF_GAINS),
      // Of gains alone it says when they are due.
      instalments: [{ dueOn: dayOf(dueAt), fen: fineFen }],
      paid: [],
      lateFinePaidFen: 0,
      gainsPaidFen: 0,
      waivedFen: 0,
      pauses: [],
      hardship: null,
      remindedOn: null,
      courtAppliedAt: null,
      courtResult: null,
    },
  ]);
}

/** The collection of the last decision that was served, if anything was ever to be paid. */
export async function lastCollection(tx: EntityManager, caseId: string): Promise<FineCollection | null> {
  const [last] = await tx.find(FineCollection, { where: { caseId }, order: { id: 'DESC' }, take: 1 });
  return last ?? null;
}

/** The collection of a case that is being executed: of its last decision, where it was decided anew. */
export async function collectionOf(tx: EntityManager, caseId: string): Promise<FineCollection> {
  return (await lastCollection(tx, caseId))!;
}

/** The agreement on it that stands. */
export function agreementOf(tx: EntityManager, { id: collectionId }: FineCollection): Promise<ExecutionAgreement | null> {
  return tx.findOneBy(ExecutionAgreement, { collectionId, brokenOn: IsNull() });
}
