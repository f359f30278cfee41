import type DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import { DeadlineState } from '../deadline';
import { manyByKey } from '../loader';
import { readRows } from '../row';
import { ROW, ScopedRepository } from '../scoped-repository';
import type { Scope, Viewer } from '../viewer';
import { CaseDeadline } from './case-deadline.entity';
import { standingAt } from './deadline-standing';

/** Every query on deadlines: within the viewer's divisions, with the subgraph's read scope. */
export class DeadlineRepository extends ScopedRepository<CaseDeadline> {
  constructor(manager: EntityManager, readScope: Scope, clock: Clock) {
    super(manager, CaseDeadline, { division: 'divisionCode', readScope }, clock);
  }

  /** The deadlines of each of these subjects, in the order they began, as they stand now: nobody waits for the scheduler to see a red light. */
  async findBySubjects(viewer: Viewer, ids: readonly string[]): Promise<CaseDeadline[]> {
    const query = this.visibleTo(viewer)
      .andWhere(`${ROW}.subjectId IN (:...ids)`, { ids })
      .orderBy(`${ROW}.startedAt`)
      .addOrderBy(`${ROW}.id`);
    const now = this.clock();
    return (await readRows(query, this.reader)).map((deadline) =>
      deadline.state === DeadlineState.LAPSED ? deadline : Object.assign(deadline, standingAt(now, deadline)),
    );
  }
}

/** Batches for one request. */
export function deadlineLoader(deadlines: DeadlineRepository, viewer: Viewer): DataLoader<string, CaseDeadline[]> {
  return manyByKey(
    (ids: readonly string[]) => deadlines.findBySubjects(viewer, ids),
    ({ subjectId }) => subjectId,
  );
}
