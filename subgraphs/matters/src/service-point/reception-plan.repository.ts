import type { Clock } from '@township-graph/shared/clock';
import { ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { EntityManager } from 'typeorm';
import { ReceptionPlan } from './reception-plan.entity';

/** Every query on reception plans. They are public, as the opening hours are. */
export class ReceptionPlanRepository extends ScopedRepository<ReceptionPlan> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, ReceptionPlan, { division: 'divisionCode', readScope: 'matters:read', publicWhen: 'true' }, clock);
  }
}
