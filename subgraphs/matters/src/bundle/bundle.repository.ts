import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { BundleApplicationFilter, ServiceBundleFilter } from './bundle.inputs';
import { BundleApplication } from './bundle-application.entity';
import { ServiceBundle } from './service-bundle.entity';

const BY_NAME: KeysetOrder = { name: 'name', columns: [{ name: 'name' }, { name: 'id' }] };
const NEWEST: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'openedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on bundles. Published ones are public. */
export class BundleRepository extends ScopedRepository<ServiceBundle> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, ServiceBundle, { division: 'divisionCode', readScope: 'matters:read', publicWhen: `${ROW}.state <> 'DRAFT'` }, clock);
  }

  findPage(viewer: Viewer, filter: ServiceBundleFilter, page: PageArguments): PromiseOrValue<Page<ServiceBundle>> {
    return pageOf(this.inOrBelow(this.visibleTo(viewer), filter.divisionCode), this.reader, BY_NAME, page);
  }

  count(viewer: Viewer, filter: ServiceBundleFilter): Promise<number> {
    return this.inOrBelow(this.visibleTo(viewer), filter.divisionCode).getCount();
  }
}

/** Every query on joint applications: within the viewer's divisions, with `matters:read`. */
export class BundleApplicationRepository extends ScopedRepository<BundleApplication> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, BundleApplication, { division: 'divisionCode', readScope: 'matters:read' }, clock);
  }

  findPage(viewer: Viewer, filter: BundleApplicationFilter, page: PageArguments): PromiseOrValue<Page<BundleApplication>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: BundleApplicationFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, { divisionCode, state, bundleId }: BundleApplicationFilter): SelectQueryBuilder<BundleApplication> {
    const query = this.inOrBelow(this.visibleTo(viewer), divisionCode);
    if (state) query.andWhere(`${ROW}.state IN (:...states)`, { states: state });
    if (bundleId) query.andWhere(`${ROW}.bundleId = :bundleId`, { bundleId });
    return query;
  }
}

/** Batches for one request. */
export function bundleLoaders(bundles: BundleRepository, jointly: BundleApplicationRepository, viewer: Viewer) {
  return {
    bundleById: bundles.byKey(viewer, 'id'),
    bundleApplicationById: jointly.byKey(viewer, 'id'),
  };
}
