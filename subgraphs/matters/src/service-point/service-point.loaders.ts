import { NestedConnections } from '@township-graph/shared/connection';
import { oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ReceptionPlanRepository } from './reception-plan.repository';
import type { ServicePointRepository } from './service-point.repository';

/** Batches for one request. */
export function servicePointLoaders(points: ServicePointRepository, plans: ReceptionPlanRepository, viewer: Viewer) {
  return {
    servicePointById: oneByKey(
      (ids: readonly string[]) => points.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    planByPoint: oneByKey(
      (pointIds: readonly string[]) => plans.findBy(viewer, 'servicePointId', pointIds),
      ({ servicePointId }) => servicePointId,
    ),
    servicePointsByDivision: new NestedConnections(points.ofDivision(viewer)),
  };
}
