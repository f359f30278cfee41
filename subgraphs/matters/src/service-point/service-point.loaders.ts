import { NestedConnections } from '@township-graph/shared/connection';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ReceptionPlanRepository } from './reception-plan.repository';
import type { ServicePointRepository } from './service-point.repository';

/** Batches for one request. */
export function servicePointLoaders(points: ServicePointRepository, plans: ReceptionPlanRepository, viewer: Viewer) {
  return {
    servicePointById: points.byKey(viewer, 'id'),
    planByPoint: plans.byKey(viewer, 'servicePointId'),
    servicePointsByDivision: new NestedConnections(points.ofDivision(viewer)),
  };
}
