import type { AppraisalRound } from '../round/round.entity';
import type { RoundSubject } from '../round/round-subject.entity';
import type { AppraisalScheme } from '../scheme/scheme.entity';
import type { Outcome } from '../scoring/scoring';
import type { AppraisalResult } from './result.entity';

/** Behind all that have a rank. */
const UNRANKED = 1_000_000;

type ResultRow = Omit<AppraisalResult, 'score' | 'grade' | 'subject'>;

/** The rows of what was computed: not published yet, so they belong to who holds the round. */
export function resultRowsOf(
  { id: roundId, divisionCode, kind, year }: AppraisalRound,
  { gradeScale }: AppraisalScheme,
  subjects: readonly RoundSubject[],
  outcomes: readonly Outcome[],
  idOf: (subjectId: string) => string,
): ResultRow[] {
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  return outcomes.map(({ subjectId, score: points, rank, parts, missing, ...outcome }) => {
    const { divisionCode: subjectDivisionCode, subjectKind, subjectKey, organizationCode } = byId.get(subjectId)!;
    return {
      ...outcome,
      id: idOf(subjectId),
      roundId,
      roundSubjectId: subjectId,
      divisionCode,
      subjectDivisionCode,
      subjectKind,
      subjectKey,
      organizationCode,
      kind,
      year,
      gradeScale,
      scoreHundredths: points === null ? null : Number(points.replace('.', '')),
      rank,
      rankOrder: rank ?? UNRANKED,
      parts: [...parts],
      missing: [...missing],
      isPublished: false,
      confirmedAt: null,
      version: 1,
    };
  });
}
