import { dayOf } from '@township-graph/shared/clock';
import { insertAll } from '@township-graph/shared/insert-all';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { PAYMENT_CLOCK, PAYMENT_RULE } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { type CaseMoving, subjectOf } from '../case/case-moving';
import { type Penalty, sumOf } from '../decision/penalty.rules';
import { PenaltyKind } from '../power/power.enums';
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
      instalments: fineFen > 0 ? [{ dueOn: dayOf(dueAt), fen: fineFen }] : [],
      paid: [],
      lateFinePaidFen: 0,
      gainsPaidFen: 0,
      pauses: [],
      hardship: null,
      remindedOn: null,
      courtAppliedAt: null,
      courtResult: null,
    },
  ]);
}

/** The collection of a case that is being executed. */
export const collectionOf = (tx: EntityManager, caseId: string): Promise<FineCollection> => tx.findOneByOrFail(FineCollection, { caseId });
