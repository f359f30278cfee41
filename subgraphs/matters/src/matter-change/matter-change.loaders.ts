import { manyByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { MatterChangeRepository } from './matter-change.repository';

/** Batches for one request. */
export function matterChangeLoaders(changes: MatterChangeRepository, viewer: Viewer) {
  return {
    matterChangeById: changes.byKey(viewer, 'id'),
    changesBySubject: manyByKey(
      (ids: readonly string[]) => changes.findBySubjects(viewer, ids),
      ({ subjectId }) => subjectId!,
    ),
  };
}
