import { addWorkdays, calendarKnownUntil } from '../calendar';
import { dayOf, startOfDay } from '../clock';
import { computeDeadline, DeadlineState, LimitUnit } from '../deadline';
import type { CaseDeadline, CaseSuspension } from './case-deadline.entity';
import { DeadlineLight } from './deadline.enums';

/** What the columns say that are computed. */
export type Standing = Pick<CaseDeadline, 'dueAt' | 'basis' | 'isProvisional' | 'calendarUntil' | 'state' | 'light' | 'nextAt'>;

type Given = Pick<
  CaseDeadline,
  'startedAt' | 'limitValue' | 'limitUnit' | 'restDay' | 'ruleBasis' | 'suspensions' | 'extensions' | 'metAt'
>;

/** How a deadline stands at an instant. Pure. */
export function standingAt(now: Date, deadline: Given): Standing {
  const { startedAt, limitValue, limitUnit, restDay, ruleBasis, suspensions, extensions, metAt } = deadline;
  const { dueAt, basis, isProvisional, state } = computeDeadline({
    start: startedAt,
    limit: { value: limitValue, unit: limitUnit },
    restDay,
    basis: ruleBasis,
    suspensions: suspensions.map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) })),
    extensions,
    metAt,
    now,
  });
  const warnAt = warningBefore(dueAt, deadline);
  const light = lightOf(state, now, warnAt);
  const nextAt = state === DeadlineState.SUSPENDED ? endOfSuspension(now, suspensions) : nextChange(state, now, warnAt, dueAt);
  return { dueAt, basis, isProvisional, calendarUntil: calendarKnownUntil(), state, light, nextAt };
}

/** Whether its date hung on holidays that were not published, and more of them are known by now: it is about to be computed anew. */
export function isOutdated({ isProvisional, calendarUntil }: Pick<CaseDeadline, 'isProvisional' | 'calendarUntil'>): boolean {
  return isProvisional && (calendarUntil === null || calendarUntil < calendarKnownUntil());
}

/**
 * The start of the working day before the last. None where that day had begun before the time did, and so there is no earlier
 * day to warn on: a limit of one day; and none for hours.
 */
function warningBefore(dueAt: Date, { limitUnit, startedAt }: Given): Date | null {
  if (limitUnit === LimitUnit.HOUR) return null;
  const warnAt = startOfDay(addWorkdays(dayOf(dueAt), -1));
  return warnAt > startedAt ? warnAt : null;
}

export function lightOf(state: DeadlineState, now: Date, warnAt: Date | null): DeadlineLight {
  if (state === DeadlineState.OVERDUE) return DeadlineLight.RED;
  return state === DeadlineState.RUNNING && warnAt !== null && now >= warnAt ? DeadlineLight.YELLOW : DeadlineLight.GREEN;
}

function nextChange(state: DeadlineState, now: Date, warnAt: Date | null, dueAt: Date): Date | null {
  if (state !== DeadlineState.RUNNING) return null;
  // The due instant itself is still in time.
  return warnAt !== null && now < warnAt ? warnAt : new Date(dueAt.getTime() + 1);
}

/** Null while nobody has said that the time goes on. An end that is still to come was said by an instance whose clock is ahead. */
function endOfSuspension(now: Date, suspensions: readonly CaseSuspension[]): Date | null {
  const ends = suspensions.map(({ to }) => (to === null ? null : new Date(to)));
  return ends.includes(null) ? null : (ends.find((end) => end !== null && end > now) ?? null);
}
