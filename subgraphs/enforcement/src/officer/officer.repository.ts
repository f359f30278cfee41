import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Officer } from './officer.entity';
import type { OfficerFilter } from './officer.inputs';
import { OfficerCertificate } from './officer-certificate.entity';

const BY_PLACE: KeysetOrder = { name: 'place', columns: [{ name: 'divisionCode' }, { name: 'id' }] };

/** SQL for "holds no certificate that is valid on `:from` or later". */
const UNCERTIFIED = `${ROW}.kind = 'CERTIFIED' AND NOT EXISTS (SELECT 1 FROM officer_certificate c
  WHERE c.officerId = ${ROW}.id AND c.revokedOn IS NULL AND c.validTo >= :from)`;

/** Every query on officers: within the viewer's divisions. */
export class OfficerRepository extends ScopedRepository<Officer> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Officer, { division: 'divisionCode', readScope: 'enforcement:read' }, clock);
  }

  findPage(viewer: Viewer, filter: OfficerFilter, page: PageArguments): PromiseOrValue<Page<Officer>> {
    return pageOf(this.matching(viewer, filter), this.reader, BY_PLACE, page);
  }

  count(viewer: Viewer, filter: OfficerFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** Who is in each of these teams. */
  inTeams(viewer: Viewer): NestedList<Officer, OfficerFilter> {
    return listByColumn(
      this.reader,
      'teamId',
      (filter) => this.matching(viewer, filter),
      () => BY_PLACE,
    );
  }

  /** The certificates of officers that the viewer sees, oldest first. */
  findCertificates(officerIds: readonly string[]): Promise<OfficerCertificate[]> {
    return this.manager
      .createQueryBuilder(OfficerCertificate, 'certificate')
      .where('certificate.officerId IN (:...officerIds)', { officerIds })
      .orderBy('certificate.validFrom')
      .addOrderBy('certificate.id')
      .getMany();
  }

  private matching(viewer: Viewer, filter: OfficerFilter): SelectQueryBuilder<Officer> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.teamId) query.andWhere(`${ROW}.teamId = :teamId`, { teamId: filter.teamId });
    if (filter.kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: filter.kind });
    if (filter.allocation) query.andWhere(`${ROW}.allocation IN (:...allocations)`, { allocations: filter.allocation });
    if (filter.uncertifiedFrom) query.andWhere(UNCERTIFIED, { from: filter.uncertifiedFrom });
    return query;
  }
}
