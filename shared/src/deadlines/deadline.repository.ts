import type DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import { DeadlineState } from '../deadline';
import { manyByKey } from '../loader';
import { readRows } from '../row';
import { type Concern, ROW, ScopedRepository } from '../scoped-repository';
import type { Scope, Viewer } from '../viewer';
import { CaseDeadline } from './case-deadline.entity';
import { standingAt } from './deadline-standing';

/**
 * Every query on deadlines: within the viewer's divisions, with the subgraph's read scope. `concerns` are those of the subjects,
 * as conditions on their deadlines: who reads a subject because it concerns them, and is told of its lights, reads these too.
 */
export class DeadlineRepository extends ScopedRepository<CaseDeadline> {
  constructor(manager: EntityManager, readScope: Scope, clock: Clock, concerns: readonly Concern[] = []) {
    super(manager, CaseDeadline, { division: 'divisionCode', readScope, concerns }, clock);
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
