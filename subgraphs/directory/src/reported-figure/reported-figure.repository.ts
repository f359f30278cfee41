import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { type Reconciliation, ReportedFigure } from './reported-figure.entity';

const BY_MECHANISM: KeysetOrder = { name: 'mechanism', columns: [{ name: 'mechanism' }, { name: 'id' }] };

export interface FigureFilter {
  readonly division?: string | null;
  readonly mechanism?: string | null;
  readonly reconciles?: Reconciliation | null;
}

/** Every query on published figures. */
export class ReportedFigureRepository extends ScopedRepository<ReportedFigure> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, ReportedFigure, { division: 'divisionCode', readScope: 'directory:manage', publicWhen: 'true' }, clock);
  }

  findPage(viewer: Viewer, filter: FigureFilter, page: PageArguments): PromiseOrValue<Page<ReportedFigure>> {
    return pageOf(this.matching(viewer, filter), this.reader, BY_MECHANISM, page);
  }

  count(viewer: Viewer, filter: FigureFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The figures that speak of this very division. */
  ofDivision(viewer: Viewer): NestedList<ReportedFigure, FigureFilter> {
    return listByColumn(
      this.reader,
      'divisionCode',
      (filter) => this.matching(viewer, filter),
      () => BY_MECHANISM,
    );
  }

  private matching(viewer: Viewer, { division, mechanism, reconciles }: FigureFilter): SelectQueryBuilder<ReportedFigure> {
    const query = this.inOrBelow(this.visibleTo(viewer), division);
    if (mechanism) query.andWhere(`${ROW}.mechanism = :mechanism`, { mechanism });
    if (reconciles) query.andWhere(`${ROW}.reconciles = :reconciles`, { reconciles });
    return query;
  }
}
