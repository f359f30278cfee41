import { DeadlineState, stateOf } from '../deadline';
import { CaseDeadline } from './case-deadline.entity';
import { lightOf } from './deadline-standing';

/** A date that stands in the row itself. */
export interface PlannedDeadline {
  readonly subjectId: string;
  readonly kind: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly basis: string;
  readonly metAt: Date | null;
  /** Nothing is due any more. */
  readonly isLapsed: boolean;
}

/**
 * Shown as other deadlines are, and kept nowhere: where nothing is counted, stopped or extended, a row of its own would only
 * say again what stands in the subject, and be written with each of its steps. No job turns its light and tells of it.
 */
export function plannedDeadline({ subjectId, kind, isLapsed, ...given }: PlannedDeadline, now: Date): CaseDeadline {
  const { dueAt, metAt } = given;
  const state = isLapsed ? DeadlineState.LAPSED : stateOf(dueAt, { now, metAt });
  return Object.assign(new CaseDeadline(), given, {
    id: `${subjectId}:${kind}`,
    kind,
    state,
    light: lightOf(state, now, null),
    isProvisional: false,
  });
}
