import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Establishment } from './establishment.entity';
import type { EstablishmentFilter } from './establishment.inputs';
import { FILLED } from './posts';

const BY_PLACE: KeysetOrder = { name: 'place', columns: [{ name: 'divisionCode' }, { name: 'id' }] };

/** Every query on establishments: within the viewer's divisions. */
export class EstablishmentRepository extends ScopedRepository<Establishment> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Establishment, { division: 'divisionCode', readScope: 'personnel:read' }, clock);
  }

  findPage(viewer: Viewer, filter: EstablishmentFilter, page: PageArguments): PromiseOrValue<Page<Establishment>> {
    return pageOf(this.matching(viewer, filter), this.reader, BY_PLACE, page);
  }

  count(viewer: Viewer, filter: EstablishmentFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** Those of each of these organisations. */
  ofOrganizations(viewer: Viewer): NestedList<Establishment, EstablishmentFilter> {
    return listByColumn(
      this.reader,
      'organCreditCode',
      (filter) => this.matching(viewer, filter),
      () => BY_PLACE,
    );
  }

  /** How many posts are filled, of establishments that the viewer sees. */
  async findFilled(ids: readonly string[]): Promise<{ readonly id: string; readonly filled: number }[]> {
    const rows = await this.manager
      .createQueryBuilder(Establishment, ROW)
      .select(`${ROW}.id`, 'id')
      .addSelect(FILLED, 'filled')
      .where(`${ROW}.id IN (:...ids)`, { ids })
      .getRawMany<{ id: string; filled: number | string }>();
    return rows.map(({ id, filled }) => ({ id, filled: Number(filled) }));
  }

  private matching(viewer: Viewer, filter: EstablishmentFilter): SelectQueryBuilder<Establishment> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.creditCode) query.andWhere(`${ROW}.organCreditCode = :organ`, { organ: filter.creditCode });
    if (filter.kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: filter.kind });
    if (filter.fundingKind) query.andWhere(`${ROW}.fundingKind IN (:...fundings)`, { fundings: filter.fundingKind });
    if (typeof filter.hasVacancy === 'boolean') query.andWhere(`${ROW}.approved ${filter.hasVacancy ? '>' : '='} ${FILLED}`);
    return query;
  }
}
