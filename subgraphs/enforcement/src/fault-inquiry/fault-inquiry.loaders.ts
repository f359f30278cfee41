import type { Viewer } from '@township-graph/shared/viewer';
import type { FaultInquiryRepository } from './fault-inquiry.repository';

/** Batches for one request. */
export function faultInquiryLoaders(inquiries: FaultInquiryRepository, viewer: Viewer) {
  return {
    faultInquiryById: inquiries.byKey(viewer, 'id'),
  };
}
