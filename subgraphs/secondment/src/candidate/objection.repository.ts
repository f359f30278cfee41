import type { Clock } from '@township-graph/shared/clock';
import { ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { EntityManager } from 'typeorm';
import { CandidateObjection } from './objection.entity';

/** What is held against candidates: for the county that decides, and nobody else. */
export class ObjectionRepository extends ScopedRepository<CandidateObjection> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, CandidateObjection, { division: 'divisionCode', readScope: 'personnel:read' }, clock);
  }
}
