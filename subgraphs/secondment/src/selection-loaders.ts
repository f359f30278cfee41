import { type Clock, dayOf } from '@township-graph/shared/clock';
import { NestedConnections } from '@township-graph/shared/connection';
import { manyByKey, oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import { Candidate } from './candidate/candidate.entity';
import { PublicLists } from './candidate/public-lists';
import { MovementProposal } from './movement/movement.entity';
import { PlacementRecords } from './placement/placement-records';
import type { selectionRepositories } from './selection-repositories';
import { namesBehind } from './staff-member/names-behind';

/** Batches for one request. */
export function selectionLoaders(repositories: ReturnType<typeof selectionRepositories>, viewer: Viewer, clock: Clock) {
  const { campaigns, posts, candidates, objections, placements, movements, consultations, recalls, grounds, grants, plans } = repositories;
  const { manager } = campaigns;
  const records = new PlacementRecords(manager);
  const lists = new PublicLists(manager);
  return {
    selectionPlanById: plans.byKey(viewer, 'id'),
    selectionCampaignById: campaigns.byKey(viewer, 'id'),
    candidateById: candidates.byKey(viewer, 'id'),
    candidatesByCampaign: new NestedConnections(candidates.ofCampaigns(viewer)),
    nextRankByCampaign: oneByKey(
      (ids: readonly string[]) => lists.nextRanks(ids),
      ({ campaignId }) => campaignId,
    ),
    publicListByCampaign: manyByKey(
      (ids: readonly string[]) => lists.entries(ids),
      ({ campaignId }) => campaignId,
    ),
    objectionsByCandidate: manyByKey(
      (ids: readonly string[]) => objections.findBy(viewer, 'candidateId', ids),
      ({ candidateId }) => candidateId,
    ),
    objectionById: objections.byKey(viewer, 'id'),
    candidateNameById: oneByKey(
      (ids: readonly string[]) => namesBehind(manager, Candidate, ids),
      ({ id }) => id,
    ),
    postById: posts.byKey(viewer, 'id'),
    postsByCampaign: manyByKey(
      async (ids: readonly string[]) => (await posts.findBy(viewer, 'campaignId', ids)).sort((a, b) => (a.id < b.id ? -1 : 1)),
      ({ campaignId }) => campaignId,
    ),
    placementById: placements.byKey(viewer, 'id'),
    placementsByDivision: new NestedConnections(placements.inDivisions(viewer)),
    placementsByStaff: new NestedConnections(placements.ofStaff(viewer)),
    appraisalsByPlacement: manyByKey(
      (ids: readonly string[]) => records.appraisals(ids),
      ({ placementId }) => placementId,
    ),
    dutiesByStaff: manyByKey(
      (ids: readonly string[]) => records.duties(ids),
      ({ staffMemberId }) => staffMemberId,
    ),
    barsByStaff: manyByKey(
      (ids: readonly string[]) => records.bars(ids, dayOf(clock())),
      ({ staffMemberId }) => staffMemberId,
    ),
    movementProposalById: movements.byKey(viewer, 'id'),
    movedNameByProposal: oneByKey(
      (ids: readonly string[]) => namesBehind(manager, MovementProposal, ids),
      ({ id }) => id,
    ),
    consultationById: consultations.byKey(viewer, 'id'),
    consultationsByProposal: manyByKey(
      (ids: readonly string[]) => consultations.findBy(viewer, 'proposalId', ids),
      ({ proposalId }) => proposalId,
    ),
    recallById: recalls.byKey(viewer, 'id'),
    recallGroundById: grounds.byKey(viewer, 'id'),
    threePowersGrantById: grants.byKey(viewer, 'id'),
  };
}
