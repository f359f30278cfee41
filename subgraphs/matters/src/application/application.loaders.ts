import { NestedConnections } from '@township-graph/shared/connection';
import { manyByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ApplicationRepository } from './application.repository';

/** Batches for one request. */
export function applicationLoaders(applications: ApplicationRepository, viewer: Viewer) {
  return {
    applicationById: applications.byKey(viewer, 'id'),
    applicationByAcceptanceNumber: applications.byKey(viewer, 'acceptanceNumber'),
    applicationsByBundle: manyByKey(
      (ids: readonly string[]) => applications.findBy(viewer, 'bundleApplicationId', ids),
      ({ bundleApplicationId }) => bundleApplicationId!,
    ),
    applicationsByDivision: new NestedConnections(applications.takenInAt(viewer)),
    applicationsByOrganization: new NestedConnections(applications.decidedBy(viewer)),
  };
}
