import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf, pagesByParent, totalsByParent } from '@township-graph/shared/keyset';
import { containing } from '@township-graph/shared/like';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository, within } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { GrantedPower } from '../power-grant/granted-power.entity';
import { heldOn } from '../power-grant/power-held-on';
import { EnforcementDomain } from './enforcement-domain.type';
import { EnforcementPower } from './power.entity';
import { type EnforcementPowerFilter, EnforcementPowerOrder } from './power.inputs';

const ORDERS: Readonly<Record<EnforcementPowerOrder, KeysetOrder>> = {
  CODE: { name: 'code', columns: [{ name: 'code' }, { name: 'id' }] },
  DOMAIN: { name: 'domain', columns: [{ name: 'domain' }, { name: 'code' }, { name: 'id' }] },
};

/** What a list of powers is asked: a filter and an order. */
export interface PowerListing {
  readonly filter: EnforcementPowerFilter;
  readonly orderBy: EnforcementPowerOrder;
}

/** Every query on powers. The catalogue is published by law (行政处罚法§39), and belongs to no division. */
export class EnforcementPowerRepository extends ScopedRepository<EnforcementPower> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, EnforcementPower, { division: 'code', readScope: 'enforcement:read', publicWhen: 'true' }, clock);
  }

  findPage(viewer: Viewer, { filter, orderBy }: PowerListing, page: PageArguments): PromiseOrValue<Page<EnforcementPower>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDERS[orderBy], page);
  }

  count(viewer: Viewer, filter: EnforcementPowerFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The fields of enforcement that the powers are in, in the order of the catalogue. */
  async findDomains(viewer: Viewer, filter: EnforcementPowerFilter): Promise<EnforcementDomain[]> {
    const rows = await this.matching(viewer, filter)
      .select(`${ROW}.domain`, 'name')
      .addSelect('COUNT(*)', 'powers')
      .groupBy(`${ROW}.domain`)
      .orderBy(`MIN(${ROW}.code)`)
      .getRawMany<{ name: string; powers: string | number }>();
    return rows.map(({ name, powers }) => Object.assign(new EnforcementDomain(), { name, powers: Number(powers) }));
  }

  /** What is held in each of these very divisions, not below them, on the day of the filter. */
  heldIn(viewer: Viewer): NestedList<EnforcementPower, PowerListing> {
    const parent = 'held.divisionCode';
    const held = (codes: readonly string[], { filter }: PowerListing) => {
      const query = this.narrowed(viewer, filter)
        .innerJoin(GrantedPower, 'held', `held.powerId = ${ROW}.id AND ${heldOn('held')}`, { day: this.dayOf(filter) })
        .andWhere(`${parent} IN (:...codes)`, { codes });
      if (filter.mode)
        query.andWhere('EXISTS (SELECT 1 FROM power_grant g WHERE g.id = held.grantId AND g.mode IN (:...modes))', { modes: filter.mode });
      return query;
    };
    return {
      pages: (codes, listing, page) => pagesByParent(held(codes, listing), this.reader, parent, ORDERS[listing.orderBy], page, codes),
      totals: (codes, listing) => totalsByParent(held(codes, listing), parent),
    };
  }

  private matching(viewer: Viewer, filter: EnforcementPowerFilter): SelectQueryBuilder<EnforcementPower> {
    const query = this.narrowed(viewer, filter);
    const { divisionCode, mode, asOf } = filter;
    if (!divisionCode && !mode && !asOf) return query;
    const place = divisionCode ? within('held.divisionCode', divisionCode, 'place') : { sql: '1 = 1', parameters: {} };
    const way = mode ? 'AND g.mode IN (:...modes)' : '';
    const held = `SELECT held.powerId FROM granted_power held JOIN power_grant g ON g.id = held.grantId WHERE ${place.sql} AND ${heldOn('held')} ${way}`;
    return query.andWhere(`${ROW}.id IN (${held})`, { ...place.parameters, day: this.dayOf(filter), modes: mode });
  }

  /** By what the powers themselves say. */
  private narrowed(viewer: Viewer, filter: EnforcementPowerFilter): SelectQueryBuilder<EnforcementPower> {
    const query = this.visibleTo(viewer);
    if (filter.domain) query.andWhere(`${ROW}.domain IN (:...domains)`, { domains: filter.domain });
    if (filter.search) query.andWhere(...containing(`${ROW}.cause`, 'search', filter.search.trim()));
    const kind = filter.penaltyKind;
    if (kind) query.andWhere(...containing(`${ROW}.penaltyKinds`, 'kind', JSON.stringify(kind)));
    const flags = [
      ['isFrequent', filter.frequent],
      ['isProfessional', filter.professional],
      ['isDemonstration', filter.isDemonstration],
    ] as const;
    for (const [column, value] of flags)
      if (value !== undefined && value !== null) query.andWhere(`${ROW}.${column} = :${column}`, { [column]: value ? 1 : 0 });
    return query;
  }

  private dayOf({ asOf }: EnforcementPowerFilter): string {
    return asOf ?? dayOf(this.clock());
  }
}
