import { type Clock, dayOf } from '@township-graph/shared/clock';
import { scopePrefixOf } from '@township-graph/shared/division-code';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { readRowsWith } from '@township-graph/shared/row';
import { ROW, ScopedRepository, within } from '@township-graph/shared/scoped-repository';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Delegation } from './delegation.entity';
import { ONCE_PUBLISHED } from './delegation.enums';
import { delegationNotFound } from './delegation.errors';
import type { DelegationFilter, DelegationOrder } from './delegation.inputs';
import { coversDay } from './delegation-in-force';
import { DelegationMatter, DelegationRecipient } from './delegation-recipient.entity';

const ORDERS: Readonly<Record<DelegationOrder, KeysetOrder>> = {
  ITEM: { name: 'item', columns: [{ name: 'basicCode' }, { name: 'id' }] },
  NEWEST: {
    name: 'newest',
    columns: [
      { name: 'effectiveFrom', descending: true },
      { name: 'id', descending: true },
    ],
  },
};

/** A delegation and the matter that it was asked for. */
export interface DelegationOfMatter {
  readonly matterId: string;
  readonly delegation: Delegation;
}

/** Which item in which days. */
export type WantedDays = Pick<Delegation, 'id' | 'basicCode' | 'effectiveFrom' | 'effectiveTo'>;

/** A delegation that stands in the way, and where. */
export interface Collision {
  readonly delegation: Delegation;
  readonly divisionCode: string;
}

/** What was never published is the county's own. */
const PUBLIC = `${ROW}.state NOT IN ('DRAFT', 'WITHDRAWN')`;

/** Every query on delegations. Published ones are public by law. */
export class DelegationRepository extends ScopedRepository<Delegation> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Delegation, { division: 'divisionCode', readScope: 'matters:read', publicWhen: PUBLIC }, clock);
  }

  findPage(viewer: Viewer, filter: DelegationFilter, orderBy: DelegationOrder, page: PageArguments): PromiseOrValue<Page<Delegation>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDERS[orderBy], page);
  }

  count(viewer: Viewer, filter: DelegationFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The delegation, for a command of the county that it belongs to; to anybody else it is not there. */
  async getOwn(tx: EntityManager, viewer: Viewer, id: string): Promise<Delegation> {
    const delegation = await this.findOne(this.visibleTo(viewer, tx).andWhere(`${ROW}.id = :id`, { id }));
    // MariaDB finds "x" for "x ".
    if (delegation?.id !== id || !sees(viewer, delegation.divisionCode, this.clock)) throw delegationNotFound();
    return delegation;
  }

  /**
   * One that gave the same item to one of these townships on some of the same days, and to which; drafts count, for they are
   * meant. The caller holds the townships' turns, and has seen that they lie in the viewer's county.
   */
  async findCollision(tx: EntityManager, wanted: WantedDays, divisionCodes: readonly string[]): Promise<Collision | null> {
    const { id, basicCode, effectiveFrom: from, effectiveTo: to } = wanted;
    const query = tx
      .createQueryBuilder(Delegation, ROW)
      .innerJoin(DelegationRecipient, 'recipient', `recipient.delegationId = ${ROW}.id`)
      .addSelect('(recipient.divisionCode)', 'at_division')
      .where(`${ROW}.basicCode = :basicCode AND ${ROW}.id <> :id AND ${ROW}.state <> 'WITHDRAWN'`, { basicCode, id })
      .andWhere('recipient.divisionCode IN (:...divisionCodes)', { divisionCodes })
      .andWhere(
        `(${ROW}.effectiveTo IS NULL OR ${ROW}.effectiveTo > :from) AND (${ROW}.reclaimedOn IS NULL OR ${ROW}.reclaimedOn > :from)`,
        {
          from,
        },
      );
    if (to !== null) query.andWhere(`${ROW}.effectiveFrom < :to`, { to });
    query.orderBy(`${ROW}.effectiveFrom`).addOrderBy(`${ROW}.id`).limit(1);
    const [found] = await readRowsWith(query, this.reader, 'at_division');
    return found ? { delegation: found.row, divisionCode: String(found.value) } : null;
  }

  /** Every delegation of each matter, ended ones included, oldest first. */
  async findByMatters(viewer: Viewer, matterIds: readonly string[]): Promise<DelegationOfMatter[]> {
    const query = this.visibleTo(viewer)
      .innerJoin(DelegationMatter, 'link', `link.delegationId = ${ROW}.id`)
      .andWhere('link.matterId IN (:...matterIds)', { matterIds })
      .addSelect('(link.matterId)', 'of_matter')
      .orderBy(`${ROW}.effectiveFrom`)
      .addOrderBy(`${ROW}.id`);
    const rows = await readRowsWith(query, this.reader, 'of_matter');
    return rows.map(({ row, value }) => ({ matterId: String(value), delegation: row }));
  }

  /** Who received each of these; asked only of delegations that the viewer sees. */
  findRecipients(delegationIds: readonly string[]): Promise<DelegationRecipient[]> {
    return this.manager
      .createQueryBuilder(DelegationRecipient, 'recipient')
      .where('recipient.delegationId IN (:...delegationIds)', { delegationIds })
      .orderBy('recipient.divisionCode')
      .getMany();
  }

  private matching(viewer: Viewer, filter: DelegationFilter): SelectQueryBuilder<Delegation> {
    const query = this.visibleTo(viewer).andWhere(`${ROW}.state IN (:...states)`, { states: filter.state ?? ONCE_PUBLISHED });
    if (!filter.includeEnded) {
      const day = filter.asOf ?? dayOf(this.clock());
      query.andWhere(coversDay(ROW), { day });
    }
    if (filter.divisionCode) {
      // Counties delegate, so a county or above is looked for among those, a township or village among recipients.
      const isCounty = scopePrefixOf(filter.divisionCode).length <= 6;
      const { sql, parameters } = within(isCounty ? `${ROW}.divisionCode` : 'r.divisionCode', filter.divisionCode, 'place');
      const received = `EXISTS (SELECT 1 FROM delegation_recipient r WHERE r.delegationId = ${ROW}.id AND ${sql})`;
      query.andWhere(isCounty ? sql : received, parameters);
    }
    if (filter.mode) query.andWhere(`${ROW}.mode IN (:...modes)`, { modes: filter.mode });
    if (filter.batchNumber) query.andWhere(`${ROW}.batchNumber = :batch`, { batch: filter.batchNumber });
    if (filter.basicCode) query.andWhere(`${ROW}.basicCode = :basicCode`, { basicCode: filter.basicCode });
    return query;
  }
}
