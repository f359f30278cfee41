import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Clock } from '../clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '../keyset';
import { containing } from '../like';
import type { PromiseOrValue } from '../promise-or-value';
import { ROW, ScopedRepository } from '../scoped-repository';
import type { Viewer } from '../viewer';
import type { AuditOrder } from './audit.enums';
import type { AuditFilter } from './audit.inputs';
import { AuditRecord } from './audit-record.entity';

const ORDERS: Readonly<Record<AuditOrder, KeysetOrder>> = {
  NEWEST: { name: 'newest', columns: [{ name: 'sequence', descending: true }] },
  OLDEST: { name: 'oldest', columns: [{ name: 'sequence' }] },
};

/** Every query on audit records: with `audit:read`, of the divisions in sight. None is public. */
export class AuditRepository extends ScopedRepository<AuditRecord> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, AuditRecord, { division: 'divisionCode', readScope: 'audit:read' }, clock);
  }

  findPage(viewer: Viewer, filter: AuditFilter, orderBy: AuditOrder, page: PageArguments): PromiseOrValue<Page<AuditRecord>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDERS[orderBy], page);
  }

  count(viewer: Viewer, filter: AuditFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, filter: AuditFilter): SelectQueryBuilder<AuditRecord> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    for (const column of ['kind', 'action', 'outcome', 'subject', 'requestId'] as const)
      if (filter[column]) query.andWhere(`${ROW}.${column} = :${column}`, { [column]: filter[column] });
    if (filter.at?.from) query.andWhere(`${ROW}.at >= :from`, { from: filter.at.from });
    if (filter.at?.to) query.andWhere(`${ROW}.at < :to`, { to: filter.at.to });
    if (filter.targetId) query.andWhere(...containing(`${ROW}.targets`, 'target', `"id":${JSON.stringify(filter.targetId)}`));
    return query;
  }
}
