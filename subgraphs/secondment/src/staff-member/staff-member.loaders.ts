import { NestedConnections } from '@township-graph/shared/connection';
import { manyByKey, oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { StaffMemberRepository } from './staff-member.repository';

/** Batches for one request. */
export function staffMemberLoaders(staffMembers: StaffMemberRepository, viewer: Viewer) {
  return {
    staffMemberById: staffMembers.byKey(viewer, 'id'),
    postChangesByStaff: manyByKey(
      (ids: readonly string[]) => staffMembers.findPostChanges(ids),
      ({ staffMemberId }) => staffMemberId,
    ),
    staffNameById: oneByKey(
      (ids: readonly string[]) => staffMembers.findNames(ids),
      ({ id }) => id,
    ),
    staffMembersByHome: new NestedConnections(staffMembers.ofHomes(viewer)),
  };
}
