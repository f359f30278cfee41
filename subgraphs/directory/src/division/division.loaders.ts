import { NestedConnections } from '@township-graph/shared/connection';
import { oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { DivisionRepository } from './division.repository';

/** Batches for one request. */
export function divisionLoaders(divisions: DivisionRepository, viewer: Viewer) {
  return {
    divisionByCode: oneByKey(
      (codes: readonly string[]) => divisions.findByCodes(viewer, codes),
      ({ code }) => code,
    ),
    childrenByDivision: new NestedConnections(divisions.childrenOf(viewer)),
    descendantsByDivision: new NestedConnections(divisions.descendantsOf(viewer)),
  };
}
