import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { SubjectKind } from '../scheme/scheme.enums';
import { AppraisalResult } from './result.entity';
import type { ResultFilter } from './result.inputs';

const NEWEST: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'year', descending: true },
    { name: 'id', descending: true },
  ],
};
const RANKED: KeysetOrder = { name: 'rank', columns: [{ name: 'rankOrder' }, { name: 'id' }] };

/** What is published of a round, for all that have a part in it; what is said of persons is not among it. */
const PUBLISHED = `SELECT 1 FROM round_participant p
  WHERE p.roundId = ${ROW}.roundId AND ${ROW}.isPublished AND ${ROW}.subjectKind <> 'STAFF_MEMBER'`;

/** Every query on results. */
export class ResultRepository extends ScopedRepository<AppraisalResult> {
  constructor(manager: EntityManager, clock: Clock) {
    const rule = {
      division: 'divisionCode',
      readScope: 'assessment:read',
      concerns: { column: 'p.divisionCode', among: PUBLISHED },
    } as const;
    super(manager, AppraisalResult, rule, clock);
  }

  findPage(viewer: Viewer, filter: ResultFilter, page: PageArguments): PromiseOrValue<Page<AppraisalResult>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  /** The best first; whoever has no rank comes last. */
  findRanking(viewer: Viewer, roundId: string, page: PageArguments): PromiseOrValue<Page<AppraisalResult>> {
    return pageOf(this.matching(viewer, { roundId }), this.reader, RANKED, page);
  }

  count(viewer: Viewer, filter: ResultFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The results of subjects of a kind, by their keys. */
  ofSubjects(viewer: Viewer, subjectKind: SubjectKind): NestedList<AppraisalResult, ResultFilter> {
    return listByColumn(
      this.reader,
      'subjectKey',
      (filter) => this.matching(viewer, filter).andWhere(`${ROW}.subjectKind = :ofKind`, { ofKind: subjectKind }),
      () => NEWEST,
    );
  }

  matching(
    viewer: Viewer,
    { divisionCode, roundId, kind, subjectKind, year, confirmed }: ResultFilter,
  ): SelectQueryBuilder<AppraisalResult> {
    const query = this.inOrBelow(this.visibleTo(viewer), divisionCode);
    if (roundId) query.andWhere(`${ROW}.roundId = :roundId`, { roundId });
    if (kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: kind });
    if (subjectKind) query.andWhere(`${ROW}.subjectKind IN (:...subjectKinds)`, { subjectKinds: subjectKind });
    if (year) query.andWhere(`${ROW}.year = :year`, { year });
    if (confirmed !== null && confirmed !== undefined) query.andWhere(`${ROW}.confirmedAt IS ${confirmed ? 'NOT NULL' : 'NULL'}`);
    return query;
  }
}
