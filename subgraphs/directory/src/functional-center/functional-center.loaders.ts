import { manyByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { FunctionalCenterRepository } from './functional-center.repository';

export function functionalCenterLoaders(centers: FunctionalCenterRepository, viewer: Viewer) {
  return {
    functionalCenterById: centers.byKey(viewer, 'id'),
    functionalCentersByDivision: manyByKey(
      (codes: readonly string[]) => centers.findByDivisions(viewer, codes),
      ({ divisionCode }) => divisionCode,
    ),
  };
}
