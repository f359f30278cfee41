import { endOfDay, startOfDay } from '@township-graph/shared/clock';
import { computeDeadline, type DeadlineRule } from '@township-graph/shared/deadline';
import type { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { plannedDeadline } from '@township-graph/shared/deadlines/planned-deadline';
import type { MatterChange } from './matter-change.entity';
import { MatterChangeState } from './matter-change.enums';

const ON_ITS_WAY: readonly MatterChangeState[] = [MatterChangeState.PUBLICISED, MatterChangeState.PUBLISHED];

/** The last day of a notice that begins now. It is announced, and stands from then on. */
export const noticeUntil = (rule: DeadlineRule, now: Date): string => computeDeadline({ ...rule, start: now, now }).dueOn;

/** A notice is waited for rather than kept: it is done when its last day is over, and nothing of it is ever late. */
export function noticeDeadline(change: MatterChange, rule: DeadlineRule, now: Date): CaseDeadline | null {
  const { id, noticeFrom, noticeUntil: lastDay, state } = change;
  if (noticeFrom === null || lastDay === null) return null;
  const dueAt = endOfDay(lastDay);
  const due = { startedAt: startOfDay(noticeFrom), dueAt, metAt: now > dueAt ? dueAt : null, isLapsed: !ON_ITS_WAY.includes(state) };
  return plannedDeadline({ subjectId: id, kind: 'NOTICE', ...due, basis: rule.basis }, now);
}
