import { endOfDay } from '@township-graph/shared/clock';
import type { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { plannedDeadline } from '@township-graph/shared/deadlines/planned-deadline';
import type { AppraisalRound } from './round.entity';
import { RoundState } from './round.enums';

const { OPEN, SCORING, PUBLICITY, APPEAL } = RoundState;

/** By when cards are in time, and until when objections are. The time for objections is not missed when it passes, but held. */
export function deadlinesOf(
  { id: subjectId, state, openedAt, scoringUntil, publicUntil }: AppraisalRound,
  basis: string,
  now: Date,
): CaseDeadline[] {
  const dueAt = endOfDay(scoringUntil);
  const scoring = { subjectId, kind: 'SCORING', startedAt: openedAt, dueAt, basis: '考核轮次设定的评分截止日期', metAt: null };
  const deadlines = [plannedDeadline({ ...scoring, isLapsed: state !== OPEN && state !== SCORING }, now)];
  if (publicUntil !== null) {
    const until = endOfDay(publicUntil);
    const publicity = { subjectId, kind: 'PUBLICITY', startedAt: openedAt, dueAt: until, basis, metAt: now > until ? until : null };
    deadlines.push(plannedDeadline({ ...publicity, isLapsed: state !== PUBLICITY && state !== APPEAL && now <= until }, now));
  }
  return deadlines;
}
