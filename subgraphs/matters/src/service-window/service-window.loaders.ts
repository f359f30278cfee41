import { manyByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ServiceWindowRepository } from './service-window.repository';

/** Batches for one request. */
export function serviceWindowLoaders(windows: ServiceWindowRepository, viewer: Viewer) {
  return {
    windowById: windows.byKey(viewer, 'id'),
    windowsByPoint: manyByKey(
      (pointIds: readonly string[]) => windows.ofPoints(viewer, pointIds),
      ({ servicePointId }) => servicePointId,
    ),
  };
}
