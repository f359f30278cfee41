import type { Clock } from '@township-graph/shared/clock';
import { manyByKey } from '@township-graph/shared/loader';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { Appeal } from './appeal.entity';

/** Every query on appeals: for the subject's division and for who holds the round. */
export class AppealRepository extends ScopedRepository<Appeal> {
  constructor(manager: EntityManager, clock: Clock) {
    const rule = { division: 'divisionCode', readScope: 'assessment:read', concerns: { column: `${ROW}.roundDivisionCode` } } as const;
    super(manager, Appeal, rule, clock);
  }
}

/** Batches for one request. */
export function appealLoaders(appeals: AppealRepository, viewer: Viewer) {
  return {
    appealById: appeals.byKey(viewer, 'id'),
    appealsByResult: manyByKey(
      async (ids: readonly string[]) => (await appeals.findBy(viewer, 'resultId', ids)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      ({ resultId }) => resultId,
    ),
  };
}
