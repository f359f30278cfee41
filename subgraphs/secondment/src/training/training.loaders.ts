import { NestedConnections } from '@township-graph/shared/connection';
import { oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { TrainingRepository } from './training.repository';

/** Batches for one request. */
export function trainingLoaders(trainings: TrainingRepository, viewer: Viewer) {
  return {
    trainingById: oneByKey(
      (ids: readonly string[]) => trainings.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    trainingsByStaffMember: new NestedConnections(trainings.ofStaff(viewer)),
  };
}
