import { manyByKey, oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ServiceWindowRepository } from './service-window.repository';

/** Batches for one request. */
export function serviceWindowLoaders(windows: ServiceWindowRepository, viewer: Viewer) {
  return {
    windowById: oneByKey(
      (ids: readonly string[]) => windows.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    windowsByPoint: manyByKey(
      (pointIds: readonly string[]) => windows.ofPoints(viewer, pointIds),
      ({ servicePointId }) => servicePointId,
    ),
  };
}
