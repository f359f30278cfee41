import type { CourseMove } from '@township-graph/shared/course/course';

export interface ConsultTownship {
  readonly idempotencyKey?: string | null;
  readonly proposalId: string;
  readonly question: string;
}

export interface AnswerConsultation extends CourseMove {
  readonly consultationId: string;
  readonly isAgreed: boolean;
  readonly reasons?: string | null;
}
