import { insertAll } from '@township-graph/shared/insert-all';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { AppraisalRound } from '../round/round.entity';
import { RoundAdjustment } from '../round/round-adjustment.entity';
import { RoundCalculation } from '../round/round-calculation.entity';
import type { RoundEvidence } from '../round/round-evidence.entity';
import { RoundRater } from '../round/round-rater.entity';
import { RoundSubject } from '../round/round-subject.entity';
import type { AppraisalScheme } from '../scheme/scheme.entity';
import { Scorecard } from '../scorecard/scorecard.entity';
import { digestOf } from '../scoring/digest';
import { type Outcome, score } from '../scoring/scoring';
import { scoringInputsOf } from './scoring-inputs';

/** What a calculation made of a round. */
export interface Scored {
  /** Which calculation it is, from 1. */
  readonly number: number;
  readonly subjects: readonly RoundSubject[];
  readonly outcomes: readonly Outcome[];
}

/** Scores a round that is held, from the cards as they are now, and keeps what it was computed from: so it can be computed again to the byte. */
export async function scoreRound(
  tx: EntityManager,
  round: AppraisalRound,
  scheme: AppraisalScheme,
  evidence: readonly RoundEvidence[],
  calculatedAt: Date,
): Promise<Scored> {
  const { id: roundId, divisionCode } = round;
  const [subjects, raters, cards, adjustments] = [
    await tx.findBy(RoundSubject, { roundId }),
    await tx.findBy(RoundRater, { roundId }),
    await tx.findBy(Scorecard, { roundId }),
    await tx.find(RoundAdjustment, { where: { roundId, withdrawnAt: IsNull() }, order: { id: 'ASC' } }),
  ];
  const inputs = JSON.stringify(scoringInputsOf({ round, scheme, subjects, raters, cards, adjustments, evidence }));
  const outcomes = score(JSON.parse(inputs));
  const number = round.calculationCount + 1;
  const digests = { inputsDigest: digestOf(inputs), outcomesDigest: digestOf(JSON.stringify(outcomes)) };
  await insertAll(tx, RoundCalculation, [{ id: uuid(), roundId, divisionCode, number, calculatedAt, inputs, ...digests }]);
  return { number, subjects, outcomes };
}
