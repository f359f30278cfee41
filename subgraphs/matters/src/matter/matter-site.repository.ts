import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
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
    const narrowed = ({ divisionCode, asOf }: SiteFilter) => {
      const query = this.manager.createQueryBuilder(MatterSite, ROW).where(validOn(ROW), { day: asOf ?? dayOf(this.clock()) });
      if (!divisionCode) return query;
      const { sql, parameters } = within(`${ROW}.divisionCode`, divisionCode, 'site');
      return query.andWhere(sql, parameters);
    };
    return listByColumn(this.reader, 'matterId', narrowed, () => BY_DIVISION);
  }
}
