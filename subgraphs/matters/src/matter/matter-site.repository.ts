import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, pagesByParent, totalsByParent } from '@township-graph/shared/keyset';
import { RowReader } from '@township-graph/shared/row';
import { ROW, within } from '@township-graph/shared/scoped-repository';
import type { EntityManager } from 'typeorm';
import { validOn } from './matter.narrowing';
import { MatterSite } from './matter-site.entity';

const BY_DIVISION: KeysetOrder = { name: 'site', columns: [{ name: 'divisionCode' }, { name: 'validFrom' }] };

export interface SiteFilter {
  readonly divisionCode?: string | null;
  readonly asOf?: string | null;
}

/** Where matters are handled. Asked only of matters that the viewer sees. */
export class MatterSiteRepository {
  private readonly reader: RowReader<MatterSite>;

  constructor(
    private readonly manager: EntityManager,
    private readonly clock: Clock,
  ) {
    this.reader = new RowReader(manager, MatterSite, ROW);
  }

  ofMatters(): NestedList<MatterSite, SiteFilter> {
    const parent = `${ROW}.matterId`;
    const narrowed = (matterIds: readonly string[], { divisionCode, asOf }: SiteFilter) => {
      const query = this.manager
        .createQueryBuilder(MatterSite, ROW)
        .where(`${parent} IN (:...matterIds) AND ${validOn(ROW)}`, { matterIds, day: asOf ?? dayOf(this.clock()) });
      if (!divisionCode) return query;
      const { sql, parameters } = within(`${ROW}.divisionCode`, divisionCode, 'site');
      return query.andWhere(sql, parameters);
    };
    return {
      pages: (matterIds, filter, page) => pagesByParent(narrowed(matterIds, filter), this.reader, parent, BY_DIVISION, page),
      totals: (matterIds, filter) => totalsByParent(narrowed(matterIds, filter), parent),
    };
  }
}
