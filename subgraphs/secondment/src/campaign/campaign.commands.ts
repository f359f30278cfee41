import type { CourseMove } from '@township-graph/shared/course/course';
import type { CampaignStage } from './campaign.enums';

export interface PostsGiven {
  readonly divisionCode: string;
  readonly organization: { readonly creditCode: string; readonly name: string };
  readonly title: string;
  readonly number: number;
}

export interface OpenCampaign {
  readonly idempotencyKey?: string | null;
  readonly divisionCode: string;
  readonly title: string;
  readonly year: number;
  readonly planId?: string | null;
  readonly approvalDocument: string;
  readonly writtenWeight: number;
  readonly interviewWeight: number;
  readonly writtenPassMark?: string | null;
  readonly interviewPassMark?: string | null;
  readonly posts: readonly PostsGiven[];
}

export interface CampaignMove extends CourseMove {
  readonly campaignId: string;
}

export interface AnnounceCampaign extends CampaignMove {
  readonly registrationFrom: string;
  readonly registrationTo: string;
}

export interface CompleteCampaignStage extends CampaignMove {
  readonly stage: CampaignStage;
}

export interface ChoosePosts extends CampaignMove {
  readonly choices: readonly { readonly candidateId: string; readonly postId?: string | null }[];
}

export interface AppointCandidates extends CampaignMove {
  readonly startsOn: string;
  readonly document: string;
}

export interface CancelCampaign extends CampaignMove {
  readonly reason: string;
}

export interface AdoptSelectionPlan {
  readonly idempotencyKey?: string | null;
  readonly divisionCode: string;
  readonly document: string;
  readonly targets: readonly { readonly year: number; readonly number: number }[];
}
