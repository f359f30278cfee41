import type { Clock } from '@township-graph/shared/clock';
import { ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { EntityManager } from 'typeorm';
import { CaseDocument } from './document.entity';

/** Every query on documents: within the viewer's divisions, with `enforcement:read`. None is public. */
export class DocumentRepository extends ScopedRepository<CaseDocument> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, CaseDocument, { division: 'divisionCode', readScope: 'enforcement:read' }, clock);
  }
}
