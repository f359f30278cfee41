import type DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import { manyByKey } from '../loader';
import { readRows } from '../row';
import { type Concern, ROW, ScopedRepository } from '../scoped-repository';
import type { Scope, Viewer } from '../viewer';
import { TimelineEntry } from './timeline-entry.entity';

/**
 * Every query on steps: within the viewer's divisions, with the subgraph's read scope. What is published of a course is published elsewhere.
 * `concerns` are those of the subjects, as conditions on their steps.
 */
export class TimelineRepository extends ScopedRepository<TimelineEntry> {
  constructor(manager: EntityManager, readScope: Scope, clock: Clock, concerns: readonly Concern[] = []) {
    super(manager, TimelineEntry, { division: 'divisionCode', readScope, concerns }, clock);
  }

  /** The steps of each of these subjects, oldest first. */
  async findBySubjects(viewer: Viewer, ids: readonly string[]): Promise<TimelineEntry[]> {
    const query = this.visibleTo(viewer).andWhere(`${ROW}.subjectId IN (:...ids)`, { ids }).orderBy(`${ROW}.at`).addOrderBy(`${ROW}.id`);
    return readRows(query, this.reader);
  }
}

/** Batches for one request. */
export function timelineLoader(timeline: TimelineRepository, viewer: Viewer): DataLoader<string, TimelineEntry[]> {
  return manyByKey(
    (ids: readonly string[]) => timeline.findBySubjects(viewer, ids),
    ({ subjectId }) => subjectId,
  );
}
