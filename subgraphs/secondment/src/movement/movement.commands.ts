import type { CourseMove } from '@township-graph/shared/course/course';
import type { MovementKind } from './movement.enums';

export interface ProposeMovement {
  readonly idempotencyKey?: string | null;
  readonly staffMemberId: string;
  readonly kind: MovementKind;
  readonly reason: string;
}

export interface MovementMove extends CourseMove {
  readonly proposalId: string;
}

export interface DecideMovement extends MovementMove {
  readonly isApproved: boolean;
  readonly decision: string;
  readonly onObjection?: string | null;
}

export interface CarryOutMovement extends MovementMove {
  readonly effectiveOn: string;
}
