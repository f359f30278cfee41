import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { scopePrefixOf } from '@township-graph/shared/division-code';
import type { KeysetOrder, Page, PageArguments } from '@township-graph/shared/keyset';
import { pageOf, pagesByParent, totalsByParent } from '@township-graph/shared/keyset';
import { containing } from '@township-graph/shared/like';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Division } from './division.entity';
import type { DivisionFilter, DivisionOrder, DivisionQuery } from './division.inputs';

const ORDERS: Readonly<Record<DivisionOrder, KeysetOrder>> = {
  CODE: { name: 'code', columns: [{ name: 'code' }] },
  NAME: { name: 'name', columns: [{ name: 'name' }, { name: 'code' }] },
};

/** Every query on divisions. They are public, so the viewer narrows nothing; it is asked for all the same. */
export class DivisionRepository extends ScopedRepository<Division> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Division, { division: 'code', readScope: 'directory:manage', publicWhen: 'true' }, clock);
  }

  findPage(viewer: Viewer, filter: DivisionQuery, page: PageArguments): PromiseOrValue<Page<Division>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDERS[filter.orderBy], page);
  }

  count(viewer: Viewer, filter: DivisionFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The divisions directly below each parent. */
  childrenOf(viewer: Viewer): NestedList<Division, DivisionQuery> {
    return listByColumn(
      this.reader,
      'parentCode',
      (filter) => this.matching(viewer, filter),
      ({ orderBy }) => ORDERS[orderBy],
    );
  }

  /** All divisions below each ancestor, however deep: a prefix of the code, so one statement for ancestors of one level. */
  descendantsOf(viewer: Viewer): NestedList<Division, DivisionQuery> {
    return {
      pages: (ancestors, filter, page) =>
        this.byAncestor(viewer, ancestors, filter, (query, ancestor) =>
          pagesByParent(query, this.reader, ancestor, ORDERS[filter.orderBy], page),
        ),
      totals: (ancestors, filter) => this.byAncestor(viewer, ancestors, filter, totalsByParent),
    };
  }

  private async byAncestor<V>(
    viewer: Viewer,
    ancestors: readonly string[],
    filter: DivisionFilter,
    read: (query: SelectQueryBuilder<Division>, ancestor: string) => Promise<Map<string, V>>,
  ): Promise<Map<string, V>> {
    const found = new Map<string, V>();
    for (const length of new Set(ancestors.map((code) => scopePrefixOf(code).length))) {
      const prefixes = new Map(
        ancestors.filter((code) => scopePrefixOf(code).length === length).map((code) => [scopePrefixOf(code), code]),
      );
      const ancestor = `SUBSTR(${ROW}.code, 1, ${length})`;
      const query = this.matching(viewer, filter)
        .andWhere(`${ancestor} IN (:...prefixes)`, { prefixes: [...prefixes.keys()] })
        .andWhere(`${ROW}.code NOT IN (:...ancestors)`, { ancestors: [...prefixes.values()] });
      for (const [prefix, value] of await read(query, ancestor)) found.set(prefixes.get(prefix)!, value);
    }
    return found;
  }

  private matching(viewer: Viewer, filter: DivisionFilter): SelectQueryBuilder<Division> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.level) query.andWhere(`${ROW}.level = :level`, { level: filter.level });
    if (filter.kind) query.andWhere(`${ROW}.kind = :kind`, { kind: filter.kind });
    if (filter.search) query.andWhere(...containing(`${ROW}.name`, 'search', filter.search));
    if (!filter.includeAbolished) {
      const asOf = filter.asOf ?? dayOf(this.clock());
      query.andWhere(`(${ROW}.validTo IS NULL OR ${ROW}.validTo > :asOf)`, { asOf });
      if (filter.asOf) query.andWhere(`(${ROW}.validFrom IS NULL OR ${ROW}.validFrom <= :asOf)`, { asOf });
    }
    return query;
  }
}
