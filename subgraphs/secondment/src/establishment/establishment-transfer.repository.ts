import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository, within } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { EstablishmentTransferFilter } from './establishment.inputs';
import { EstablishmentTransfer } from './establishment-transfer.entity';

const NEWEST: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'at', descending: true },
    { name: 'id', descending: true },
  ],
};

/** SQL for "from a county to a township": townships have nine digits. */
const DOWNWARD = `(LENGTH(${ROW}.divisionCode) = 6 AND LENGTH(${ROW}.toDivisionCode) >= 9)`;

/** Every query on transfers: by whom they left, and by whom they came to. */
export class EstablishmentTransferRepository extends ScopedRepository<EstablishmentTransfer> {
  constructor(manager: EntityManager, clock: Clock) {
    const concerns = { column: `${ROW}.toDivisionCode` };
    super(manager, EstablishmentTransfer, { division: 'divisionCode', readScope: 'personnel:read', concerns }, clock);
  }

  findPage(viewer: Viewer, filter: EstablishmentTransferFilter, page: PageArguments): PromiseOrValue<Page<EstablishmentTransfer>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: EstablishmentTransferFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** How many posts went by these transfers. */
  async sumPosts(viewer: Viewer, filter: EstablishmentTransferFilter): Promise<number> {
    const row = await this.matching(viewer, filter).select(`SUM(${ROW}.posts)`, 'posts').getRawOne<{ posts: number | string | null }>();
    return Number(row?.posts ?? 0);
  }

  private matching(viewer: Viewer, filter: EstablishmentTransferFilter): SelectQueryBuilder<EstablishmentTransfer> {
    const query = this.visibleTo(viewer);
    if (filter.divisionCode) {
      const from = within(`${ROW}.divisionCode`, filter.divisionCode, 'either');
      const to = within(`${ROW}.toDivisionCode`, filter.divisionCode, 'either');
      query.andWhere(`(${from.sql} OR ${to.sql})`, from.parameters);
    }
    if (filter.toDivisionCode) {
      const { sql, parameters } = within(`${ROW}.toDivisionCode`, filter.toDivisionCode, 'to');
      query.andWhere(sql, parameters);
    }
    if (filter.establishmentId)
      query.andWhere(`:establishmentId IN (${ROW}.fromEstablishmentId, ${ROW}.toEstablishmentId)`, {
        establishmentId: filter.establishmentId,
      });
    if (filter.kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: filter.kind });
    if (typeof filter.isDownward === 'boolean') query.andWhere(filter.isDownward ? DOWNWARD : `NOT ${DOWNWARD}`);
    return query;
  }
}

/** How many posts a township has from above it, those that went back up taken off. */
export async function receivedByTownship(tx: EntityManager, townshipCode: string): Promise<number> {
  const [row] = await tx.query<{ received: number | string | null }[]>(
    `SELECT SUM(CASE WHEN toDivisionCode = ? AND LENGTH(divisionCode) = 6 THEN posts
       WHEN divisionCode = ? AND LENGTH(toDivisionCode) = 6 THEN -posts ELSE 0 END) AS received
     FROM establishment_transfer WHERE toDivisionCode = ? OR divisionCode = ?`,
    [townshipCode, townshipCode, townshipCode, townshipCode],
  );
  return Number(row?.received ?? 0);
}
