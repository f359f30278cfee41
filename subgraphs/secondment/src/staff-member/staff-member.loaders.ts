import { NestedConnections } from '@township-graph/shared/connection';
import { oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { StaffMemberRepository } from './staff-member.repository';

/** Batches for one request. */
export function staffMemberLoaders(staffMembers: StaffMemberRepository, viewer: Viewer) {
  return {
    staffMemberById: oneByKey(
      (ids: readonly string[]) => staffMembers.findBy(viewer, 'id', ids),
      ({ id }) => id,
    ),
    staffMembersByHome: new NestedConnections(staffMembers.ofHomes(viewer)),
  };
}
