import { manyByKey, oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ScorecardRepository } from './scorecard.repository';

/** Batches for one request. */
export function scorecardLoaders(scorecards: ScorecardRepository, viewer: Viewer) {
  return {
    scorecardById: oneByKey(
      (ids: readonly string[]) => scorecards.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    revisionsByScorecard: manyByKey(
      (ids: readonly string[]) => scorecards.findRevisions(ids),
      ({ scorecardId }) => scorecardId,
    ),
  };
}
