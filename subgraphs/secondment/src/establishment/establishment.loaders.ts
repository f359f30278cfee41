import { NestedConnections } from '@township-graph/shared/connection';
import { oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EstablishmentRepository } from './establishment.repository';
import type { EstablishmentTransferRepository } from './establishment-transfer.repository';

/** Batches for one request. */
export function establishmentLoaders(establishments: EstablishmentRepository, transfers: EstablishmentTransferRepository, viewer: Viewer) {
  return {
    establishmentById: establishments.byKey(viewer, 'id'),
    filledByEstablishment: oneByKey(
      (ids: readonly string[]) => establishments.findFilled(ids),
      ({ id }) => id,
    ),
    establishmentsByOrganization: new NestedConnections(establishments.ofOrganizations(viewer)),
    establishmentTransferById: transfers.byKey(viewer, 'id'),
  };
}
