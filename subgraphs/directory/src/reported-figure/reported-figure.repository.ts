import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf, pagesByParent, totalsByParent } from '@township-graph/shared/keyset';
import { ROW, ScopedRepository, within } from '@township-graph/shared/scoped-repository';
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

  findPage(viewer: Viewer, filter: FigureFilter, page: PageArguments): Promise<Page<ReportedFigure>> {
    return pageOf(this.matching(viewer, filter), this.reader, BY_MECHANISM, page);
  }

  count(viewer: Viewer, filter: FigureFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The figures that speak of this very division. */
  ofDivision(viewer: Viewer): NestedList<ReportedFigure, FigureFilter> {
    const parent = `${ROW}.divisionCode`;
    const below = (codes: readonly string[], filter: FigureFilter) =>
      this.matching(viewer, filter).andWhere(`${parent} IN (:...codes)`, { codes });
    return {
      pages: (codes, filter, page) => pagesByParent(below(codes, filter), this.reader, parent, BY_MECHANISM, page),
      totals: (codes, filter) => totalsByParent(below(codes, filter), parent),
    };
  }

  private matching(viewer: Viewer, { division, mechanism, reconciles }: FigureFilter): SelectQueryBuilder<ReportedFigure> {
    const query = this.visibleTo(viewer);
    if (division) {
      const { sql, parameters } = within(`${ROW}.divisionCode`, division, 'below');
      query.andWhere(sql, parameters);
    }
    if (mechanism) query.andWhere(`${ROW}.mechanism = :mechanism`, { mechanism });
    if (reconciles) query.andWhere(`${ROW}.reconciles = :reconciles`, { reconciles });
    return query;
  }
}
