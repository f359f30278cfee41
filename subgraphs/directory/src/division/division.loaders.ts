import { NestedConnections } from '@township-graph/shared/connection';
import type { Viewer } from '@township-graph/shared/viewer';
import type { DivisionRepository } from './division.repository';

/** Batches for one request. */
export function divisionLoaders(divisions: DivisionRepository, viewer: Viewer) {
  return {
    divisionByCode: divisions.byKey(viewer, 'code'),
    childrenByDivision: new NestedConnections(divisions.childrenOf(viewer)),
    descendantsByDivision: new NestedConnections(divisions.descendantsOf(viewer)),
  };
}
