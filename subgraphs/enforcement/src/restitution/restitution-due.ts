import { dayOf } from '@township-graph/shared/clock';
import { insertAll } from '@township-graph/shared/insert-all';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { EnforcementCase } from '../case/case.entity';
import type { CaseMoving } from '../case/case-moving';
import type { Penalty } from '../decision/penalty.rules';
import { Measure } from '../investigation/measure.entity';
import { MeasureOutcome } from '../investigation/measure.enums';
import { lastCollection } from '../payment/collection';
import { PenaltyKind } from '../power/power.enums';
import { Restitution } from './restitution.entity';
import { RestitutionCause, RestitutionKind } from './restitution.enums';

type Owing = Pick<EnforcementCase, 'id' | 'divisionCode' | 'openRestitutions'>;

const TAKEN = [MeasureOutcome.CONFISCATED, MeasureOutcome.DESTROYED];

/** The decision is no more: all that was paid, and all that was taken, is due to be given back (行政强制法§41). */
export async function oweAll(tx: EntityManager, owing: Owing, since: string) {
  const collection = await lastCollection(tx, owing.id);
  const money = collection && { sourceId: collection.id, fen: collection.allPaidFen() };
  return owe(tx, owing, { cause: RestitutionCause.REVOKED, since }, money, await takenFrom(tx, owing));
}

/** The decision takes less: what was paid beyond it is due, and things that it confiscates no more. */
export async function oweExcess(tx: EntityManager, { clock }: CaseMoving, owing: Owing, decided: readonly Penalty[], since: string) {
  const collection = await lastCollection(tx, owing.id);
  const money = collection && { sourceId: collection.id, fen: collection.overpaidFen(dayOf(clock())) };
  const isTakenStill = decided.some(({ kind }) => kind === PenaltyKind.CONFISCATION_OF_PROPERTY);
  return owe(tx, owing, { cause: RestitutionCause.CHANGED, since }, money, isTakenStill ? [] : await takenFrom(tx, owing));
}

/** What is due besides what was due before: of the same payments, nothing is owed twice. */
async function owe(
  tx: EntityManager,
  { id: caseId, divisionCode, openRestitutions }: Owing,
  because: Pick<Restitution, 'cause' | 'since'>,
  money: { readonly sourceId: string; readonly fen: number } | null,
  taken: readonly Measure[],
): Promise<{ readonly openRestitutions: number }> {
  const before = await tx.findBy(Restitution, { caseId });
  const due = { caseId, divisionCode, ...because, given: [], completedOn: null };
  const owed = before.reduce((sum, { sourceId, fen }) => (sourceId === money?.sourceId ? sum + fen : sum), 0);
  const rows = [
    ...(money && money.fen > owed ? [{ kind: RestitutionKind.MONEY, sourceId: money.sourceId, fen: money.fen - owed, things: [] }] : []),
    ...taken
      .filter(({ id }) => !before.some(({ sourceId }) => sourceId === id))
      .map(({ id: sourceId, things }) => ({ kind: RestitutionKind.THINGS, sourceId, fen: 0, things })),
  ];
  if (rows.length > 0)
    await insertAll(
      tx,
      Restitution,
      rows.map((row) => ({ id: uuid(), ...due, ...row })),
    );
  return { openRestitutions: openRestitutions + rows.length };
}

const takenFrom = (tx: EntityManager, { id: caseId }: Owing): Promise<Measure[]> => tx.findBy(Measure, { caseId, outcome: In(TAKEN) });
