import { type Clock, dayOf } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository, within } from '@township-graph/shared/scoped-repository';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { PowerGrant } from './power-grant.entity';
import { powerGrantNotFound } from './power-grant.errors';
import { type PowerGrantFilter, PowerGrantOrder } from './power-grant.inputs';
import { heldOn } from './power-held-on';

const ORDERS: Readonly<Record<PowerGrantOrder, KeysetOrder>> = {
  DIVISION: { name: 'division', columns: [{ name: 'divisionCode' }, { name: 'effectiveFrom' }, { name: 'id' }] },
  NEWEST: {
    name: 'newest',
    columns: [
      { name: 'effectiveFrom', descending: true },
      { name: 'id', descending: true },
    ],
  },
};

/** Every query on grants. They are published by law (行政处罚法§20, §24); the county changes them. */
export class PowerGrantRepository extends ScopedRepository<PowerGrant> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, PowerGrant, { division: 'countyCode', readScope: 'enforcement:read', publicWhen: 'true' }, clock);
  }

  findPage(viewer: Viewer, filter: PowerGrantFilter, orderBy: PowerGrantOrder, page: PageArguments): PromiseOrValue<Page<PowerGrant>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDERS[orderBy], page);
  }

  count(viewer: Viewer, filter: PowerGrantFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The grant, for a command of its county; not yours and not there look the same. */
  async getOwn(tx: EntityManager, viewer: Viewer, id: string): Promise<PowerGrant> {
    const grant = await this.findOne(this.visibleTo(viewer, tx).andWhere(`${ROW}.id = :id`, { id }));
    if (!grant || !sees(viewer, grant.countyCode, this.clock)) throw powerGrantNotFound();
    return grant;
  }

  private matching(viewer: Viewer, filter: PowerGrantFilter): SelectQueryBuilder<PowerGrant> {
    const query = this.visibleTo(viewer);
    if (filter.divisionCode) {
      const { sql, parameters } = within(`${ROW}.divisionCode`, filter.divisionCode, 'place');
      query.andWhere(sql, parameters);
    }
    if (filter.mode) query.andWhere(`${ROW}.mode IN (:...modes)`, { modes: filter.mode });
    if (filter.state) query.andWhere(`${ROW}.state IN (:...states)`, { states: filter.state });
    if (filter.holder) query.andWhere(`${ROW}.holderCreditCode = :holder`, { holder: filter.holder });
    const conditions = [`g.grantId = ${ROW}.id`];
    if (!filter.includeEnded) conditions.push(heldOn('g'));
    if (filter.powerId) conditions.push('g.powerId = :powerId');
    const parameters = { day: filter.asOf ?? dayOf(this.clock()), powerId: filter.powerId };
    if (conditions.length > 1) query.andWhere(`EXISTS (SELECT 1 FROM granted_power g WHERE ${conditions.join(' AND ')})`, parameters);
    return query;
  }
}
