import type { Clock } from '@township-graph/shared/clock';
import type { EntityManager } from 'typeorm';
import { SelectionCampaignRepository } from './campaign/campaign.repository';
import { SelectionPostRepository } from './campaign/campaign-post.repository';
import { CandidateRepository } from './candidate/candidate.repository';
import { ObjectionRepository } from './candidate/objection.repository';
import { ConsultationRepository } from './consultation/consultation.repository';
import { MovementProposalRepository } from './movement/movement.repository';
import { PlacementRepository } from './placement/placement.repository';
import { RecallRepository } from './recall/recall.repository';
import { RecallGroundRepository } from './recall-ground/recall-ground.repository';
import { SelectionPlanRepository } from './selection-plan/selection-plan.repository';
import { ThreePowersGrantRepository } from './three-powers/three-powers.repository';

export function selectionRepositories(manager: EntityManager, clock: Clock) {
  return {
    plans: new SelectionPlanRepository(manager, clock),
    campaigns: new SelectionCampaignRepository(manager, clock),
    posts: new SelectionPostRepository(manager, clock),
    candidates: new CandidateRepository(manager, clock),
    objections: new ObjectionRepository(manager, clock),
    placements: new PlacementRepository(manager, clock),
    movements: new MovementProposalRepository(manager, clock),
    consultations: new ConsultationRepository(manager, clock),
    recalls: new RecallRepository(manager, clock),
    grounds: new RecallGroundRepository(manager, clock),
    grants: new ThreePowersGrantRepository(manager, clock),
  };
}
