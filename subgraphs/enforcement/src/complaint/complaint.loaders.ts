import { oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ComplaintRepository } from './complaint.repository';

/** Batches for one request. */
export function complaintLoaders(complaints: ComplaintRepository, viewer: Viewer) {
  return {
    complaintById: oneByKey(
      (ids: readonly string[]) => complaints.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
  };
}
