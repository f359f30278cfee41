import { dayOf } from '@township-graph/shared/clock';
import type { OutboxEntry } from '@township-graph/shared/command/journal';
import type { RequestContext } from '@township-graph/shared/context';
import type { Beside, Course } from '@township-graph/shared/course/course';
import { computeDeadline } from '@township-graph/shared/deadline';
import type { EntityManager } from 'typeorm';
import type { RoundMove } from '../round/round.commands';
import type { AppraisalRound } from '../round/round.entity';
import { RoundAction } from '../round/round.enums';
import type { RoundStanding } from '../round/round.machine';
import { SchemeKind } from '../scheme/scheme.enums';
import type { AssessmentSettings } from '../settings';
import { annualResult } from './annual-result';
import { mutualEvaluations } from './mutual-evaluations';
import { AppraisalResult } from './result.entity';
import { concernedBy, eventOf, publishResults, resultsOf } from './result-publicity';

/** Publishes results for objections, and confirms them: what follows from them others read in the feed. */
export class ConfirmationService {
  constructor(
    private readonly rounds: Course<AppraisalRound, RoundAction, 'OPEN', RoundStanding>,
    private readonly settings: AssessmentSettings,
  ) {}

  publishRound(context: RequestContext, input: RoundMove): Promise<AppraisalRound> {
    const work = async (tx: EntityManager, round: AppraisalRound, beside: Beside[]) => {
      beside.push({ on: [], events: await publishResults(tx, round) });
      const now = this.rounds.clock();
      return { publicUntil: computeDeadline({ ...this.settings.publicity, start: dayOf(now), now }).dueOn };
    };
    return this.rounds.take(context, { name: 'publishRound', action: RoundAction.PUBLISH, id: input.roundId, input, work });
  }

  /** One event a person, one a department and township: whoever follows them finds each once, by the identifier of the result. */
  confirmRound(context: RequestContext, input: RoundMove): Promise<AppraisalRound> {
    const work = async (tx: EntityManager, round: AppraisalRound, beside: Beside[]) => {
      const confirmedAt = this.rounds.clock();
      await tx.update(AppraisalResult, { roundId: round.id }, { confirmedAt });
      const results = await resultsOf(tx, round);
      const told = results.map((result) => ({ ...eventOf(result, 'RESULT_CONFIRMED'), concerns: concernedBy(result, round) }));
      beside.push({
        on: [],
        events: [
          ...told,
          ...annualResults(round, results),
          ...(await mutualEvaluations(tx, round, results, 'MUTUAL_EVALUATION_CONFIRMED')),
        ],
      });
      return { confirmedAt };
    };
    return this.rounds.take(context, { name: 'confirmRound', action: RoundAction.CONFIRM, id: input.roundId, input, work });
  }
}

/** What a year came to for a member of staff; whoever was not scored has no grade, and nothing follows. */
function annualResults({ kind }: AppraisalRound, results: readonly AppraisalResult[]): OutboxEntry[] {
  if (kind !== SchemeKind.ANNUAL_STAFF) return [];
  return results.filter(({ level }) => level !== null).map((result) => eventOf(result, 'ANNUAL_RESULT_CONFIRMED', annualResult(result)));
}
