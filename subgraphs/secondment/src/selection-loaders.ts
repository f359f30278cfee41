import { type Clock, dayOf } from '@township-graph/shared/clock';
import { NestedConnections } from '@township-graph/shared/connection';
import { manyByKey, oneByKey } from '@township-graph/shared/loader';
import type { ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ObjectLiteral } from 'typeorm';
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
  const byId = <E extends ObjectLiteral & { readonly id: string }>(rows: ScopedRepository<E>) =>
    oneByKey(
      (ids: readonly string[]) => rows.findBy(viewer, 'id', ids),
      ({ id }: E) => id,
    );
  const records = new PlacementRecords(manager);
  const lists = new PublicLists(manager);
  return {
    selectionPlanById: byId(plans),
    selectionCampaignById: byId(campaigns),
    candidateById: byId(candidates),
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
    objectionById: byId(objections),
    candidateNameById: oneByKey(
      (ids: readonly string[]) => namesBehind(manager, Candidate, ids),
      ({ id }) => id,
    ),
    postById: byId(posts),
    postsByCampaign: manyByKey(
      async (ids: readonly string[]) => (await posts.findBy(viewer, 'campaignId', ids)).sort((a, b) => (a.id < b.id ? -1 : 1)),
      ({ campaignId }) => campaignId,
    ),
    placementById: byId(placements),
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
    movementProposalById: byId(movements),
    movedNameByProposal: oneByKey(
      (ids: readonly string[]) => namesBehind(manager, MovementProposal, ids),
      ({ id }) => id,
    ),
    consultationById: byId(consultations),
    consultationsByProposal: manyByKey(
      (ids: readonly string[]) => consultations.findBy(viewer, 'proposalId', ids),
      ({ proposalId }) => proposalId,
    ),
    recallById: byId(recalls),
    recallGroundById: byId(grounds),
    threePowersGrantById: byId(grants),
  };
}
