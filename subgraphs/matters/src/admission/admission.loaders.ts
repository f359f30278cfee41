import { manyByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { AdmissionRepository } from './admission.repository';

/** Batches for one request. */
export function admissionLoaders(admissions: AdmissionRepository, viewer: Viewer) {
  return {
    admissionById: admissions.byKey(viewer, 'id'),
    recipientsByAdmission: manyByKey(
      (ids: readonly string[]) => admissions.findRecipients(ids),
      ({ admissionId }) => admissionId,
    ),
  };
}
