import type { Clock } from '@township-graph/shared/clock';
import { readRows } from '@township-graph/shared/row';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { OF_WHO_SERVES } from '../staff-member/serving-place';
import { Certificate } from './certificate.entity';

/** Every query on certificates: by whom they were issued, and where their holders serve. */
export class CertificateRepository extends ScopedRepository<Certificate> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Certificate, { division: 'divisionCode', readScope: 'personnel:read', concerns: OF_WHO_SERVES }, clock);
  }

  /** Those of each of these people, oldest first. */
  async findOfStaff(viewer: Viewer, staffMemberIds: readonly string[]): Promise<Certificate[]> {
    const query = this.visibleTo(viewer).andWhere(`${ROW}.staffMemberId IN (:...staffMemberIds)`, { staffMemberIds });
    return readRows(query.orderBy(`${ROW}.validFrom`).addOrderBy(`${ROW}.id`), this.reader);
  }
}
