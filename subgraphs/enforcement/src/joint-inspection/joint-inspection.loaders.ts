import { manyByKey, oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { InspectionItemRepository, InspectionPlanRepository } from './inspection-list.repository';
import type { JointInspectionRepository } from './joint-inspection.repository';

/** Batches for one request. */
export function jointInspectionLoaders(
  items: InspectionItemRepository,
  plans: InspectionPlanRepository,
  visits: JointInspectionRepository,
  viewer: Viewer,
) {
  return {
    inspectionItemById: oneByKey(
      (ids: readonly string[]) => items.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    inspectionPlanById: oneByKey(
      (ids: readonly string[]) => plans.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    jointInspectionById: oneByKey(
      (ids: readonly string[]) => visits.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    checksByInspection: manyByKey(
      (ids: readonly string[]) => visits.findChecks(ids),
      ({ inspectionId }) => inspectionId,
    ),
  };
}
