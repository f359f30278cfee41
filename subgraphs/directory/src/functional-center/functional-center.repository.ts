import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, readAllOrdered } from '@township-graph/shared/keyset';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { FunctionalCenter } from './functional-center.entity';

const BY_PLACE: KeysetOrder = { name: 'place', columns: [{ name: 'divisionCode' }, { name: 'sortOrder' }, { name: 'id' }] };

/** Every query on functional centres. A township has a handful, so its list is whole, not paged. */
export class FunctionalCenterRepository extends ScopedRepository<FunctionalCenter> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, FunctionalCenter, { division: 'divisionCode', readScope: 'directory:manage', publicWhen: 'true' }, clock);
  }

  async findByDivisions(viewer: Viewer, codes: readonly string[]): Promise<FunctionalCenter[]> {
    return readAllOrdered(this.visibleTo(viewer).andWhere(`${ROW}.divisionCode IN (:...codes)`, { codes }), this.reader, BY_PLACE);
  }
}
