import { manyByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { CertificateRepository } from './certificate.repository';

/** Batches for one request. */
export function certificateLoaders(certificates: CertificateRepository, viewer: Viewer) {
  return {
    certificateById: certificates.byKey(viewer, 'id'),
    certificatesByStaffMember: manyByKey(
      (ids: readonly string[]) => certificates.findOfStaff(viewer, ids),
      ({ staffMemberId }) => staffMemberId,
    ),
  };
}
