import { NestedConnections } from '@township-graph/shared/connection';
import type { Viewer } from '@township-graph/shared/viewer';
import type { TrainingRepository } from './training.repository';

/** Batches for one request. */
export function trainingLoaders(trainings: TrainingRepository, viewer: Viewer) {
  return {
    trainingById: trainings.byKey(viewer, 'id'),
    trainingsByStaffMember: new NestedConnections(trainings.ofStaff(viewer)),
  };
}
