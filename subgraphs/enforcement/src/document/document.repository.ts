import type { Clock } from '@township-graph/shared/clock';
import { ScopedRepository, type ScopeRule } from '@township-graph/shared/scoped-repository';
import type { EntityManager } from 'typeorm';
import { RECEIVED_WITH_CASE } from '../case-transfer/transfer-concerns';
import { CaseDocument } from './document.entity';

const DOCUMENT_SCOPE: ScopeRule = { division: 'divisionCode', readScope: 'enforcement:read', concerns: RECEIVED_WITH_CASE };

/** Every query on documents: within the viewer's divisions, and of cases that were handed over to them, with `enforcement:read`. None is public. */
export class DocumentRepository extends ScopedRepository<CaseDocument> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, CaseDocument, DOCUMENT_SCOPE, clock);
  }
}
