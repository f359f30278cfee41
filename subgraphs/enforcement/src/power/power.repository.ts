import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { containing, patternContaining } from '@township-graph/shared/like';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { EnforcementPower } from './power.entity';
import { type EnforcementPowerFilter, EnforcementPowerOrder } from './power.inputs';

const ORDERS: Readonly<Record<EnforcementPowerOrder, KeysetOrder>> = {
  CODE: { name: 'code', columns: [{ name: 'code' }, { name: 'id' }] },
  DOMAIN: { name: 'domain', columns: [{ name: 'domain' }, { name: 'code' }, { name: 'id' }] },
};

/** Every query on powers. The catalogue is published by law (行政处罚法§39), and belongs to no division. */
export class EnforcementPowerRepository extends ScopedRepository<EnforcementPower> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, EnforcementPower, { division: 'code', readScope: 'enforcement:read', publicWhen: 'true' }, clock);
  }

  findPage(
    viewer: Viewer,
    filter: EnforcementPowerFilter,
    orderBy: EnforcementPowerOrder,
    page: PageArguments,
  ): Promise<Page<EnforcementPower>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDERS[orderBy], page);
  }

  count(viewer: Viewer, filter: EnforcementPowerFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, filter: EnforcementPowerFilter): SelectQueryBuilder<EnforcementPower> {
    const query = this.visibleTo(viewer);
    if (filter.domain) query.andWhere(`${ROW}.domain IN (:...domains)`, { domains: filter.domain });
    if (filter.search) query.andWhere(containing(`${ROW}.cause`, 'search'), { search: patternContaining(filter.search.trim()) });
    const kind = filter.penaltyKind;
    if (kind) query.andWhere(containing(`${ROW}.penaltyKinds`, 'kind'), { kind: patternContaining(JSON.stringify(kind)) });
    const flags = [
      ['isFrequent', filter.frequent],
      ['isProfessional', filter.professional],
      ['isDemonstration', filter.isDemonstration],
    ] as const;
    for (const [column, value] of flags)
      if (value !== undefined && value !== null) query.andWhere(`${ROW}.${column} = :${column}`, { [column]: value ? 1 : 0 });
    return query;
  }
}
