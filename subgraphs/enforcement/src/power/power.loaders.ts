import { NestedConnections } from '@township-graph/shared/connection';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EnforcementPowerRepository } from './power.repository';

/** Batches for one request. */
export function powerLoaders(powers: EnforcementPowerRepository, viewer: Viewer) {
  return {
    powerById: powers.byKey(viewer, 'id'),
    powerByCode: powers.byKey(viewer, 'code'),
    powersByDivision: new NestedConnections(powers.heldIn(viewer)),
  };
}
