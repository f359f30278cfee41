import type { Viewer } from '@township-graph/shared/viewer';
import type { DutyRefusalRepository } from './duty-refusal.repository';

/** Batches for one request. */
export function dutyRefusalLoaders(refusals: DutyRefusalRepository, viewer: Viewer) {
  return {
    dutyRefusalById: refusals.byKey(viewer, 'id'),
  };
}
