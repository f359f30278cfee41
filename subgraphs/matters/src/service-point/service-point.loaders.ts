import { NestedConnections } from '@township-graph/shared/connection';
import { oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ServicePointRepository } from './service-point.repository';

/** Batches for one request. */
export function servicePointLoaders(points: ServicePointRepository, viewer: Viewer) {
  return {
    servicePointById: oneByKey(
      (ids: readonly string[]) => points.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    servicePointsByDivision: new NestedConnections(points.ofDivision(viewer)),
  };
}
