import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { readRows } from '@township-graph/shared/row';
import { ROW, ScopedRepository, within } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { MatterChange } from './matter-change.entity';
import type { MatterChangeFilter } from './matter-change.inputs';

const NEWEST: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'proposedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on changes. On notice and once published they are public; before, for who proposes and whose matter it is. */
export class MatterChangeRepository extends ScopedRepository<MatterChange> {
  constructor(manager: EntityManager, clock: Clock) {
    const rule = {
      division: 'divisionCode',
      readScope: 'matters:read',
      publicWhen: `${ROW}.state IN ('PUBLICISED', 'PUBLISHED')`,
      concerns: { column: `${ROW}.subjectDivision` },
    } as const;
    super(manager, MatterChange, rule, clock);
  }

  /** Ids are compared again once read: MariaDB finds "x" for "x ". */
  async findById(viewer: Viewer, id: string, tx: EntityManager): Promise<MatterChange | null> {
    const change = await this.findOne(this.visibleTo(viewer, tx).andWhere(`${ROW}.id = :id`, { id }));
    return change?.id === id ? change : null;
  }

  /** What became of each of these matters or lists, newest first: who changed what on which ground. */
  async findBySubjects(viewer: Viewer, ids: readonly string[]): Promise<MatterChange[]> {
    const query = this.visibleTo(viewer)
      .andWhere(`${ROW}.subjectId IN (:...ids)`, { ids })
      .orderBy(`${ROW}.proposedAt`, 'DESC')
      .addOrderBy(`${ROW}.id`, 'DESC');
    return readRows(query, this.reader);
  }

  findPage(viewer: Viewer, filter: MatterChangeFilter, page: PageArguments): PromiseOrValue<Page<MatterChange>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: MatterChangeFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, filter: MatterChangeFilter): SelectQueryBuilder<MatterChange> {
    const query = this.visibleTo(viewer);
    if (filter.divisionCode) {
      const { sql, parameters } = within(`${ROW}.subjectDivision`, filter.divisionCode, 'place');
      query.andWhere(sql, parameters);
    }
    const subjects = [filter.matterId, filter.responsibilityListId].filter((id) => id !== null && id !== undefined);
    for (const [index, id] of subjects.entries()) query.andWhere(`${ROW}.subjectId = :subject${index}`, { [`subject${index}`]: id });
    if (filter.state) query.andWhere(`${ROW}.state IN (:...states)`, { states: filter.state });
    if (filter.kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: filter.kind });
    if (filter.subjectType) query.andWhere(`${ROW}.subjectType = :subjectType`, { subjectType: filter.subjectType });
    return query;
  }
}
