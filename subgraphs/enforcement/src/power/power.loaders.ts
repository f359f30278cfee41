import { NestedConnections } from '@township-graph/shared/connection';
import { oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EnforcementPowerRepository } from './power.repository';

/** Batches for one request. */
export function powerLoaders(powers: EnforcementPowerRepository, viewer: Viewer) {
  return {
    powerById: oneByKey(
      (ids: readonly string[]) => powers.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    powerByCode: oneByKey(
      (codes: readonly string[]) => powers.findBy(viewer, 'code', codes),
      ({ code }) => code,
    ),
    powersByDivision: new NestedConnections(powers.heldIn(viewer)),
  };
}
