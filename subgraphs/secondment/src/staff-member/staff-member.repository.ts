import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository, within } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { StaffMember } from './staff-member.entity';
import type { StaffMemberFilter } from './staff-member.inputs';
import { StaffPostChange } from './staff-post-change.entity';

const BY_PLACE: KeysetOrder = { name: 'place', columns: [{ name: 'divisionCode' }, { name: 'id' }] };

/** Every query on members of staff: of who serve in the viewer's divisions, and of who have their home there. */
export class StaffMemberRepository extends ScopedRepository<StaffMember> {
  constructor(manager: EntityManager, clock: Clock) {
    const concerns = { column: `${ROW}.homeDivisionCode` };
    super(manager, StaffMember, { division: 'divisionCode', readScope: 'personnel:read', concerns }, clock);
  }

  findPage(viewer: Viewer, filter: StaffMemberFilter, page: PageArguments): PromiseOrValue<Page<StaffMember>> {
    return pageOf(this.matching(viewer, filter), this.reader, BY_PLACE, page);
  }

  count(viewer: Viewer, filter: StaffMemberFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** Who is on the establishment of each of these organisations. */
  ofHomes(viewer: Viewer): NestedList<StaffMember, StaffMemberFilter> {
    return listByColumn(
      this.reader,
      'homeCreditCode',
      (filter) => this.matching(viewer, filter),
      () => BY_PLACE,
    );
  }

  /** What posts these people had, who are the viewer's to see; oldest first. */
  findPostChanges(staffMemberIds: readonly string[]): Promise<StaffPostChange[]> {
    return this.manager.find(StaffPostChange, {
      where: { staffMemberId: In([...staffMemberIds]) },
      order: { effectiveOn: 'ASC', recordedAt: 'ASC', id: 'ASC' },
    });
  }

  /** What is to be hidden in texts about these people, whoever may see them: never to be shown. */
  findNames(ids: readonly string[]): Promise<Pick<StaffMember, 'id' | 'name'>[]> {
    return this.manager.find(StaffMember, { select: { id: true, name: true }, where: { id: In([...ids]) } });
  }

  /** What the filter leaves of those that the viewer sees. */
  matching(viewer: Viewer, filter: StaffMemberFilter): SelectQueryBuilder<StaffMember> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    query.andWhere(`${ROW}.leftOn IS ${filter.hasLeft ? 'NOT NULL' : 'NULL'}`);
    if (filter.homeDivisionCode) {
      const { sql, parameters } = within(`${ROW}.homeDivisionCode`, filter.homeDivisionCode, 'home');
      query.andWhere(sql, parameters);
    }
    if (filter.homeCreditCode) query.andWhere(`${ROW}.homeCreditCode = :home`, { home: filter.homeCreditCode });
    for (const column of ['establishmentKind', 'fundingKind', 'postRank'] as const)
      if (filter[column]) query.andWhere(`${ROW}.${column} IN (:...${column})`, { [column]: filter[column] });
    if (typeof filter.isLeading === 'boolean') query.andWhere(`${ROW}.isLeading = :isLeading`, { isLeading: filter.isLeading ? 1 : 0 });
    if (typeof filter.servesElsewhere === 'boolean')
      query.andWhere(`${ROW}.homeDivisionCode ${filter.servesElsewhere ? '<>' : '='} ${ROW}.divisionCode`);
    return query;
  }
}
