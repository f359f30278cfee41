import { endOfDay, startOfDay } from '@township-graph/shared/clock';
import type { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { plannedDeadline } from '@township-graph/shared/deadlines/planned-deadline';
import type { Placement } from './placement.entity';

/** Its last day, as a deadline; none of what is for good. */
export function termOf({ id, startsOn, endsOn, endedOn }: Placement, now: Date): CaseDeadline[] {
  if (endsOn === null) return [];
  const dueAt = endOfDay(endsOn);
  const isInTime = endedOn !== null && endedOn <= endsOn;
  const metAt = isInTime ? endOfDay(endedOn) : null;
  const term = { subjectId: id, kind: 'PLACEMENT_TERM', startedAt: startOfDay(startsOn), dueAt, metAt, isLapsed: false };
  return [plannedDeadline({ ...term, basis: '下沉期限（依据文件所定）' }, now)];
}
