import { NestedConnections } from '@township-graph/shared/connection';
import { manyByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { OfficerRepository } from './officer.repository';

/** Batches for one request. */
export function officerLoaders(officers: OfficerRepository, viewer: Viewer) {
  return {
    officerById: officers.byKey(viewer, 'id'),
    officerByStaffMember: officers.byKey(viewer, 'staffMemberId'),
    officersByTeam: new NestedConnections(officers.inTeams(viewer)),
    certificatesByOfficer: manyByKey(
      (ids: readonly string[]) => officers.findCertificates(ids),
      ({ officerId }) => officerId,
    ),
  };
}
