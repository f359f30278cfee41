import type { CourseMove } from '@township-graph/shared/course/course';
import type { ThreePower } from './three-powers.enums';

export interface GrantThreePowers {
  readonly idempotencyKey?: string | null;
  readonly divisionCode: string;
  readonly department: { readonly creditCode: string; readonly name: string };
  readonly power: ThreePower;
  readonly document: string;
  readonly effectiveFrom: string;
}

export interface WithdrawThreePowers extends CourseMove {
  readonly grantId: string;
  readonly reason: string;
}
