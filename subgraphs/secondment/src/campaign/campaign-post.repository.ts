import type { Clock } from '@township-graph/shared/clock';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { EntityManager } from 'typeorm';
import { SelectionPost } from './campaign-post.entity';

/** As its selection: public once that was announced. */
const ANNOUNCED = `EXISTS (SELECT 1 FROM selection_campaign c WHERE c.id = ${ROW}.campaignId AND c.registrationFrom IS NOT NULL)`;

/** Posts of selections: for everybody once they were announced, and for their township before. */
export class SelectionPostRepository extends ScopedRepository<SelectionPost> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, SelectionPost, { division: 'divisionCode', readScope: 'personnel:read', publicWhen: ANNOUNCED }, clock);
  }
}
