import type { CourseMove } from '@township-graph/shared/course/course';

export interface RequestRecall {
  readonly idempotencyKey?: string | null;
  readonly placementId: string;
  readonly reason: string;
}

export interface RecallMove extends CourseMove {
  readonly recallId: string;
}

export interface DecideRecall extends RecallMove {
  readonly isRecalled: boolean;
  readonly decision: string;
}
