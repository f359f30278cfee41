import type { DatabaseOptions } from '@township-graph/shared/database';
import { SelectionCampaign } from './campaign/campaign.entity';
import { SelectionPost } from './campaign/campaign-post.entity';
import { Candidate } from './candidate/candidate.entity';
import { CandidateObjection } from './candidate/objection.entity';
import { Consultation } from './consultation/consultation.entity';
import { CreateSelectionPlan1795256100000 } from './migrations/1795256100000-create-selection-plan';
import { CreateSelectionCampaign1795256101000 } from './migrations/1795256101000-create-selection-campaign';
import { CreateSelectionPost1795256102000 } from './migrations/1795256102000-create-selection-post';
import { CreateSelectionCandidate1795256103000 } from './migrations/1795256103000-create-selection-candidate';
import { CreateCandidateObjection1795256104000 } from './migrations/1795256104000-create-candidate-objection';
import { CreatePlacement1795256105000 } from './migrations/1795256105000-create-placement';
import { CreatePlacementAppraisal1795256106000 } from './migrations/1795256106000-create-placement-appraisal';
import { RenameCivilServantGrade1795256106100 } from './migrations/1795256106100-rename-civil-servant-grade';
import { AddAppraisalSourceVersion1795256106200 } from './migrations/1795256106200-add-appraisal-source-version';
import { CreateMovementProposal1795256107000 } from './migrations/1795256107000-create-movement-proposal';
import { CreateConsultation1795256108000 } from './migrations/1795256108000-create-consultation';
import { CreateRecallGround1795256109000 } from './migrations/1795256109000-create-recall-ground';
import { AddGroundSourceVersion1795256109100 } from './migrations/1795256109100-add-ground-source-version';
import { CreateRecall1795256110000 } from './migrations/1795256110000-create-recall';
import { CreateThreePowersGrant1795256111000 } from './migrations/1795256111000-create-three-powers-grant';
import { MovementProposal } from './movement/movement.entity';
import { Placement } from './placement/placement.entity';
import { PlacementAppraisal } from './placement/placement-appraisal.entity';
import { Recall } from './recall/recall.entity';
import { RecallGround } from './recall-ground/recall-ground.entity';
import { SelectionPlan } from './selection-plan/selection-plan.entity';
import { ThreePowersGrant } from './three-powers/three-powers-grant.entity';

/** The tables of selections, placements, and what a township may say about who serves there. */
export const SELECTION_TABLES = {
  entities: [
    SelectionPlan,
    SelectionCampaign,
    SelectionPost,
    Candidate,
    CandidateObjection,
    Placement,
    PlacementAppraisal,
    MovementProposal,
    Consultation,
    RecallGround,
    Recall,
    ThreePowersGrant,
  ],
  migrations: [
    CreateSelectionPlan1795256100000,
    CreateSelectionCampaign1795256101000,
    CreateSelectionPost1795256102000,
    CreateSelectionCandidate1795256103000,
    CreateCandidateObjection1795256104000,
    CreatePlacement1795256105000,
    CreatePlacementAppraisal1795256106000,
    RenameCivilServantGrade1795256106100,
    AddAppraisalSourceVersion1795256106200,
    CreateMovementProposal1795256107000,
    CreateConsultation1795256108000,
    CreateRecallGround1795256109000,
    AddGroundSourceVersion1795256109100,
    CreateRecall1795256110000,
    CreateThreePowersGrant1795256111000,
  ],
} satisfies Pick<DatabaseOptions, 'entities' | 'migrations'>;
