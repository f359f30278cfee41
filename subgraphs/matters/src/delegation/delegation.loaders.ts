import { manyByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { DelegationRepository } from './delegation.repository';

/** Batches for one request. */
export function delegationLoaders(delegations: DelegationRepository, viewer: Viewer) {
  return {
    delegationById: delegations.byKey(viewer, 'id'),
    delegationsByMatter: manyByKey(
      (matterIds: readonly string[]) => delegations.findByMatters(viewer, matterIds),
      ({ matterId }) => matterId,
    ),
    recipientsByDelegation: manyByKey(
      (ids: readonly string[]) => delegations.findRecipients(ids),
      ({ delegationId }) => delegationId,
    ),
  };
}
