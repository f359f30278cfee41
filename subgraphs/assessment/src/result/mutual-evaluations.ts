import type { OutboxEntry } from '@township-graph/shared/command/journal';
import type { EntityManager } from 'typeorm';
import type { AppraisalRound } from '../round/round.entity';
import { RoundRater } from '../round/round-rater.entity';
import { AppraisalScheme } from '../scheme/scheme.entity';
import { RaterKind, SchemeKind, SubjectKind } from '../scheme/scheme.enums';
import { Scorecard } from '../scorecard/scorecard.entity';
import { gradeOf } from '../scoring/grade';
import { levelOf } from '../scoring/scoring';
import { pairScore } from './pair-score';
import type { AppraisalResult } from './result.entity';
import { eventOf } from './result-publicity';

type Told = 'MUTUAL_EVALUATION_CONFIRMED' | 'MUTUAL_EVALUATION_CORRECTED';

/** What each township says of each of these departments, on which it may ask for people to be recalled. */
export async function mutualEvaluations(
  tx: EntityManager,
  round: AppraisalRound,
  results: readonly AppraisalResult[],
  type: Told,
): Promise<OutboxEntry[]> {
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
        const payload = { department: result.subjectKey, township, grade, resultId: result.id, version: result.version };
        return { ...eventOf(result, type, payload), divisionCode: township };
      }),
  );
}
