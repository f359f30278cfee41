import type { Viewer } from '@township-graph/shared/viewer';
import type { ComplaintRepository } from './complaint.repository';

/** Batches for one request. */
export function complaintLoaders(complaints: ComplaintRepository, viewer: Viewer) {
  return {
    complaintById: complaints.byKey(viewer, 'id'),
  };
}
