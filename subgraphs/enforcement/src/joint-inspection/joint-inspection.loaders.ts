import { manyByKey } from '@township-graph/shared/loader';
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
    inspectionItemById: items.byKey(viewer, 'id'),
    inspectionPlanById: plans.byKey(viewer, 'id'),
    jointInspectionById: visits.byKey(viewer, 'id'),
    checksByInspection: manyByKey(
      (ids: readonly string[]) => visits.findChecks(ids),
      ({ inspectionId }) => inspectionId,
    ),
  };
}
