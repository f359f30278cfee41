import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { AppraisalCatalogue } from './catalogue.entity';
import type { CatalogueFilter } from './catalogue.inputs';
import { CatalogueItem } from './catalogue-item.entity';
import { VetoItem } from './veto-item.entity';

const NEWEST: KeysetOrder = { name: 'newest', columns: [{ name: 'year', descending: true }, { name: 'id' }] };

/** Every query on lists of appraisals: they are published. */
export class CatalogueRepository extends ScopedRepository<AppraisalCatalogue> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, AppraisalCatalogue, { division: 'divisionCode', readScope: 'assessment:read', publicWhen: 'true' }, clock);
  }

  findPage(viewer: Viewer, filter: CatalogueFilter, page: PageArguments): PromiseOrValue<Page<AppraisalCatalogue>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: CatalogueFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  findItems(catalogueIds: readonly string[]): Promise<CatalogueItem[]> {
    return this.manager.find(CatalogueItem, { where: { catalogueId: In([...catalogueIds]) }, order: { id: 'ASC' } });
  }

  findItemsById(ids: readonly string[]): Promise<CatalogueItem[]> {
    return this.manager.findBy(CatalogueItem, { id: In([...ids]) });
  }

  findVetoes(catalogueIds: readonly string[]): Promise<VetoItem[]> {
    return this.manager.find(VetoItem, { where: { catalogueId: In([...catalogueIds]) }, order: { code: 'ASC' } });
  }

  private matching(viewer: Viewer, { divisionCode, year }: CatalogueFilter): SelectQueryBuilder<AppraisalCatalogue> {
    const query = this.inOrBelow(this.visibleTo(viewer), divisionCode);
    return year ? query.andWhere(`${ROW}.year = :year`, { year }) : query;
  }
}
