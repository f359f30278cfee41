import type { RequestContext } from '@township-graph/shared/context';
import type { Course } from '@township-graph/shared/course/course';
import { held } from '@township-graph/shared/held';
import { insertAll } from '@township-graph/shared/insert-all';
import { staleVersion } from '@township-graph/shared/stale-version';
import { holds, sees } from '@township-graph/shared/viewer';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { GraphEvidence } from '../round/graph-evidence';
import type { DecideTie, RoundMove } from '../round/round.commands';
import { AppraisalRound } from '../round/round.entity';
import { RoundAction } from '../round/round.enums';
import { wrongTie } from '../round/round.errors';
import { ROUND_MACHINE, type RoundStanding } from '../round/round.machine';
import { RoundEvidence } from '../round/round-evidence.entity';
import { RoundSubject } from '../round/round-subject.entity';
import { AppraisalScheme } from '../scheme/scheme.entity';
import { IndicatorSource } from '../scheme/scheme.enums';
import type { Outcome } from '../scoring/scoring';
import { gatherEvidence } from './evidence-gathering';
import { AppraisalResult } from './result.entity';
import { resultRowsOf } from './result-rows';
import { scoreRound } from './round-scoring';
import { seatsLeft } from './seats';

/** Computes the results of a round, from what was handed in and from what the graph answers. */
export class CalculationService {
  constructor(
    private readonly rounds: Course<AppraisalRound, RoundAction, 'OPEN', RoundStanding>,
    private readonly evidence: GraphEvidence,
    private readonly manager: EntityManager,
  ) {}

  async calculateRound(context: RequestContext, input: RoundMove): Promise<AppraisalRound> {
    // The graph is asked before the transaction begins: it may take its time, and nobody's rows are held for it.
    const evidence = await this.gathered(context, input);
    const work = (tx: EntityManager, round: AppraisalRound) => this.calculated(tx, round, evidence);
    return this.rounds.take(context, { name: 'calculateRound', action: RoundAction.CALCULATE, id: input.roundId, input, work });
  }

  /** Which of those that stand equal are excellent; as many as there are seats. */
  decideTie(context: RequestContext, input: DecideTie): Promise<AppraisalRound> {
    const work = async (tx: EntityManager, round: AppraisalRound) => {
      const tied = await tx.findBy(AppraisalResult, { roundId: round.id, isTied: true });
      const seats = (await seatsLeft(tx, round))!.free;
      const chosen = tied.filter(({ id }) => input.resultIds.includes(id));
      if (chosen.length !== seats || input.resultIds.length !== seats) throw wrongTie(seats);
      await tx.update(AppraisalResult, { id: In(tied.map(({ id }) => id)) }, { isTied: false });
      await tx.update(AppraisalResult, { id: In(chosen.map(({ id }) => id)) }, { level: 1 });
      return { undecidedTies: 0 };
    };
    return this.rounds.take(context, { name: 'decideTie', action: RoundAction.DECIDE_TIE, id: input.roundId, input, work });
  }

  /** Nothing is asked for whoever may not calculate: the command will refuse them. */
  private async gathered({ viewer }: RequestContext, { roundId, expectedVersion }: RoundMove): Promise<RoundEvidence[]> {
    const round = await this.manager.findOneBy(AppraisalRound, { id: roundId });
    if (!round || !holds(viewer, 'assessment:manage') || !sees(viewer, round.divisionCode, this.rounds.clock)) return [];
    const isOpen = ROUND_MACHINE.moves.CALCULATE.from.includes(round.state) && round.version === expectedVersion;
    const scheme = isOpen ? await this.manager.findOneByOrFail(AppraisalScheme, { id: round.schemeId }) : null;
    const indicators = scheme?.indicators.filter(({ source }) => source === IndicatorSource.GRAPH_QUERY) ?? [];
    if (indicators.length === 0) return [];
    const subjects = await this.manager.find(RoundSubject, { where: { roundId }, order: { id: 'ASC' } });
    return gatherEvidence(this.evidence, round, indicators, subjects, this.rounds.clock);
  }

  private async calculated(
    tx: EntityManager,
    { id: roundId, version }: AppraisalRound,
    evidence: readonly RoundEvidence[],
  ): Promise<Partial<AppraisalRound>> {
    // From here on no card comes in: those on their way are in.
    const round = await held(tx.createQueryBuilder(AppraisalRound, 'round')).where('round.id = :roundId', { roundId }).getOneOrFail();
    if (round.version !== version) throw staleVersion(version);
    const scheme = await tx.findOneByOrFail(AppraisalScheme, { id: round.schemeId });
    const { number, subjects, outcomes } = await scoreRound(tx, round, scheme, evidence, this.rounds.clock());
    await insertAll(tx, RoundEvidence, evidence);
    await replaceResults(tx, round, scheme, subjects, outcomes);
    return { calculationCount: number, undecidedTies: outcomes.filter(({ isTied }) => isTied).length };
  }
}

/** The results of the round, each under the identifier that it had before. */
async function replaceResults(
  tx: EntityManager,
  round: AppraisalRound,
  scheme: AppraisalScheme,
  subjects: readonly RoundSubject[],
  outcomes: readonly Outcome[],
): Promise<void> {
  const { id: roundId } = round;
  const before = new Map((await tx.findBy(AppraisalResult, { roundId })).map(({ id, roundSubjectId }) => [roundSubjectId, id]));
  await tx.delete(AppraisalResult, { roundId });
  const rows = resultRowsOf(round, scheme, subjects, outcomes, (subjectId) => before.get(subjectId) ?? uuid());
  await insertAll(tx, AppraisalResult, rows);
}
