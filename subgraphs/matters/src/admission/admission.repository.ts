import type { Clock } from '@township-graph/shared/clock';
import { scopePrefixOf } from '@township-graph/shared/division-code';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { containing } from '@township-graph/shared/like';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository, within } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { PUBLISHED_STATES } from './admission.enums';
import type { AdmissionFilter, AdmissionOrder } from './admission.inputs';
import { CONCERNED, NAMED } from './admission-concerns';
import { AdmissionRecipient } from './admission-recipient.entity';
import { AdmissionRequest } from './admission-request.entity';

const ORDERS: Readonly<Record<AdmissionOrder, KeysetOrder>> = {
  NEWEST: {
    name: 'newest',
    columns: [
      { name: 'createdAt', descending: true },
      { name: 'id', descending: true },
    ],
  },
  NAME: { name: 'name', columns: [{ name: 'dutyName' }, { name: 'id' }] },
};

/** Every query on requests. What was published is public; the rest is for its county, and for those that it names. */
export class AdmissionRepository extends ScopedRepository<AdmissionRequest> {
  constructor(manager: EntityManager, clock: Clock) {
    const rule = {
      division: 'divisionCode',
      readScope: 'matters:read',
      publicWhen: `${ROW}.state IN (${PUBLISHED_STATES.map((state) => `'${state}'`).join(', ')})`,
      concerns: CONCERNED,
    } as const;
    super(manager, AdmissionRequest, rule, clock);
  }

  /** The request, if the viewer may know of it. Ids are compared again once read: MariaDB finds "x" for "x ". */
  async findById(viewer: Viewer, id: string, tx: EntityManager): Promise<AdmissionRequest | null> {
    const request = await this.findOne(this.visibleTo(viewer, tx).andWhere(`${ROW}.id = :id`, { id }));
    return request?.id === id ? request : null;
  }

  findPage(viewer: Viewer, filter: AdmissionFilter, orderBy: AdmissionOrder, page: PageArguments): PromiseOrValue<Page<AdmissionRequest>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDERS[orderBy], page);
  }

  count(viewer: Viewer, filter: AdmissionFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** Whom each of these names; asked only of requests that the viewer sees. */
  findRecipients(admissionIds: readonly string[], manager = this.manager): Promise<AdmissionRecipient[]> {
    return manager
      .createQueryBuilder(AdmissionRecipient, 'recipient')
      .where('recipient.admissionId IN (:...admissionIds)', { admissionIds })
      .orderBy('recipient.divisionCode')
      .getMany();
  }

  /** Nobody else changes the request until the transaction ends, on any engine. */
  async hold(tx: EntityManager, id: string): Promise<void> {
    await tx.query('UPDATE admission_request SET state = state WHERE id = ?', [id]);
  }

  /** From the day on it holds for none of them, or not for one; what was to begin later never does. */
  async endRecipients(tx: EntityManager, admissionId: string, day: string, divisionCode: string | null = null): Promise<void> {
    const only = divisionCode === null ? '' : ' AND divisionCode = ?';
    await tx.query(
      `UPDATE admission_recipient SET version = version + 1, effectiveTo = CASE WHEN effectiveFrom > ? THEN effectiveFrom ELSE ? END
        WHERE admissionId = ? AND effectiveFrom IS NOT NULL AND (effectiveTo IS NULL OR effectiveTo > ?)${only}`,
      [day, day, admissionId, day, ...(divisionCode === null ? [] : [divisionCode])],
    );
  }

  private matching(viewer: Viewer, filter: AdmissionFilter): SelectQueryBuilder<AdmissionRequest> {
    const query = this.visibleTo(viewer);
    if (filter.divisionCode) {
      // A county's requests are asked for by the county; by a township or village, those that name it.
      const isCounty = scopePrefixOf(filter.divisionCode).length <= 6;
      const { sql, parameters } = within(isCounty ? `${ROW}.divisionCode` : 'r.divisionCode', filter.divisionCode, 'place');
      query.andWhere(isCounty ? sql : `EXISTS (${NAMED} AND ${sql})`, parameters);
    }
    if (filter.inForceOn) {
      const holds = 'r.effectiveFrom <= :day AND (r.effectiveTo IS NULL OR r.effectiveTo > :day)';
      query.andWhere(`EXISTS (${NAMED} AND ${holds})`, { day: filter.inForceOn });
    }
    if (filter.state) query.andWhere(`${ROW}.state IN (:...states)`, { states: filter.state });
    if (filter.kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: filter.kind });
    if (filter.department) query.andWhere(`${ROW}.departmentCreditCode = :department`, { department: filter.department });
    if (filter.basicCode) query.andWhere(`${ROW}.basicCode = :basicCode`, { basicCode: filter.basicCode });
    if (filter.search) query.andWhere(...containing(`${ROW}.dutyName`, 'search', filter.search));
    return query;
  }
}

/** Whom requests name, by itself: a township changes its own row of a county's request. */
export class AdmissionRecipientRepository extends ScopedRepository<AdmissionRecipient> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, AdmissionRecipient, { division: 'divisionCode', readScope: 'matters:read' }, clock);
  }
}
