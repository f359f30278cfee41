import { manyByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ScorecardRepository } from './scorecard.repository';

/** Batches for one request. */
export function scorecardLoaders(scorecards: ScorecardRepository, viewer: Viewer) {
  return {
    scorecardById: scorecards.byKey(viewer, 'id'),
    scorecardsBySubject: manyByKey(
      async (ids: readonly string[]) => (await scorecards.findBy(viewer, 'roundSubjectId', ids)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      ({ roundSubjectId }) => roundSubjectId,
    ),
    revisionsByScorecard: manyByKey(
      (ids: readonly string[]) => scorecards.findRevisions(ids),
      ({ scorecardId }) => scorecardId,
    ),
  };
}
