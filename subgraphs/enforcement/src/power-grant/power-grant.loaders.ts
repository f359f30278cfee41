import { NestedConnections } from '@township-graph/shared/connection';
import type { Viewer } from '@township-graph/shared/viewer';
import type { GrantedPowerRepository } from './granted-power.repository';
import type { PowerGrantRepository } from './power-grant.repository';

/** Batches for one request. */
export function powerGrantLoaders(grants: PowerGrantRepository, items: GrantedPowerRepository, viewer: Viewer) {
  return {
    powerGrantById: grants.byKey(viewer, 'id'),
    powersByGrant: new NestedConnections(items.ofGrants(viewer)),
    grantedByPower: new NestedConnections(items.ofPowers(viewer)),
  };
}
