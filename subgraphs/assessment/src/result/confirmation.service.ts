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
import { RoundRater } from '../round/round-rater.entity';
import { AppraisalScheme } from '../scheme/scheme.entity';
import { RaterKind, SchemeKind, SubjectKind } from '../scheme/scheme.enums';
import { Scorecard } from '../scorecard/scorecard.entity';
import { gradeOf } from '../scoring/grade';
import { levelOf } from '../scoring/scoring';
import type { AssessmentSettings } from '../settings';
import { annualResult } from './annual-result';
import { pairScore } from './pair-score';
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
      beside.push({ on: [], events: [...told, ...annualResults(round, results), ...(await mutualEvaluations(tx, round, results))] });
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

/** What each township says of each department, on which it may ask for people to be recalled. */
async function mutualEvaluations(tx: EntityManager, round: AppraisalRound, results: readonly AppraisalResult[]): Promise<OutboxEntry[]> {
  if (round.kind !== SchemeKind.MUTUAL) return [];
  const scheme = await tx.findOneByOrFail(AppraisalScheme, { id: round.schemeId });
  const groups = scheme.raters.filter(({ kind }) => kind === RaterKind.TOWNSHIP).map(({ code }) => code);
  const raters = new Map((await tx.findBy(RoundRater, { roundId: round.id })).map((rater) => [rater.id, rater]));
  const cards = await tx.find(Scorecard, { where: { roundId: round.id }, order: { id: 'ASC' } });
  const departments = results.filter(({ subjectKind, level }) => subjectKind === SubjectKind.ORGANIZATION && level !== null);
  return departments.flatMap((result) =>
    cards
      .filter((card) => card.roundSubjectId === result.roundSubjectId && groups.includes(raters.get(card.raterId)!.groupCode))
      .map(({ raterId, scores }) => {
        const { divisionCode: township } = raters.get(raterId)!;
        const { cutOffs } = scheme;
        const level = levelOf(pairScore(scores, scheme), { cutOffs: [cutOffs.first, cutOffs.second, cutOffs.third] });
        const grade = gradeOf(result.gradeScale, level);
        const payload = { department: result.subjectKey, township, grade, resultId: result.id };
        return { ...eventOf(result, 'MUTUAL_EVALUATION_CONFIRMED', payload), divisionCode: township };
      }),
  );
}
