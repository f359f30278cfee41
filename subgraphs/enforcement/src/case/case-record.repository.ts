import type { Clock } from '@township-graph/shared/clock';
import { ScopedRepository, type ScopeRule } from '@township-graph/shared/scoped-repository';
import type { EntityManager, EntityTarget } from 'typeorm';
import { RECEIVED_WITH_CASE } from '../case-transfer/transfer-concerns';
import type { CaseRecord } from './case-record.entity';

/** The records of a case go with it. */
const RECORD_SCOPE: ScopeRule = { division: 'divisionCode', readScope: 'enforcement:read', concerns: RECEIVED_WITH_CASE };

/** The repository of each kind of record. */
export class CaseRecordRepositories {
  private readonly made = new Map<unknown, unknown>();

  constructor(
    private readonly manager: EntityManager,
    private readonly clock: Clock,
  ) {}

  of<R extends CaseRecord>(entity: EntityTarget<R>): ScopedRepository<R> {
    let repository = this.made.get(entity) as ScopedRepository<R> | undefined;
    if (!repository) {
      repository = new ScopedRepository<R>(this.manager, entity, RECORD_SCOPE, this.clock);
      this.made.set(entity, repository);
    }
    return repository;
  }
}
