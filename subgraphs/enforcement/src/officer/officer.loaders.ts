import { NestedConnections } from '@township-graph/shared/connection';
import { manyByKey, oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { OfficerRepository } from './officer.repository';

/** Batches for one request. */
export function officerLoaders(officers: OfficerRepository, viewer: Viewer) {
  return {
    officerById: oneByKey(
      (ids: readonly string[]) => officers.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    officerByStaffMember: oneByKey(
      (ids: readonly string[]) => officers.findBy(viewer, 'staffMemberId', ids),
      ({ staffMemberId }) => staffMemberId,
    ),
    officersByTeam: new NestedConnections(officers.inTeams(viewer)),
    certificatesByOfficer: manyByKey(
      (ids: readonly string[]) => officers.findCertificates(ids),
      ({ officerId }) => officerId,
    ),
  };
}
