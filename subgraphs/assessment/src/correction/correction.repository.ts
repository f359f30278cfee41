import type { Clock } from '@township-graph/shared/clock';
import { manyByKey } from '@township-graph/shared/loader';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { ResultCorrection } from './correction.entity';

/** Every query on corrections: for the subject's division and for who holds the round. */
export class CorrectionRepository extends ScopedRepository<ResultCorrection> {
  constructor(manager: EntityManager, clock: Clock) {
    const rule = { division: 'divisionCode', readScope: 'assessment:read', concerns: { column: `${ROW}.roundDivisionCode` } } as const;
    super(manager, ResultCorrection, rule, clock);
  }
}

/** Batches for one request. */
export function correctionLoaders(corrections: CorrectionRepository, viewer: Viewer) {
  return {
    correctionsByResult: manyByKey(
      async (ids: readonly string[]) => (await corrections.findBy(viewer, 'resultId', ids)).toSorted((a, b) => a.version - b.version),
      ({ resultId }) => resultId,
    ),
  };
}
