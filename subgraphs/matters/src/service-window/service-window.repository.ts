import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, readAllOrdered } from '@township-graph/shared/keyset';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { ServiceWindow } from './service-window.entity';

const BY_NUMBER: KeysetOrder = { name: 'number', columns: [{ name: 'number' }, { name: 'id' }] };

/** Every query on windows. They are public; who sits at one is decided by the policy. */
export class ServiceWindowRepository extends ScopedRepository<ServiceWindow> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, ServiceWindow, { division: 'divisionCode', readScope: 'matters:read', publicWhen: 'true' }, clock);
  }

  /** The windows of these service points, by number. */
  async ofPoints(viewer: Viewer, servicePointIds: readonly string[]): Promise<ServiceWindow[]> {
    const query = this.visibleTo(viewer).andWhere(`${ROW}.servicePointId IN (:...servicePointIds)`, { servicePointIds });
    return readAllOrdered(query, this.reader, BY_NUMBER);
  }
}
