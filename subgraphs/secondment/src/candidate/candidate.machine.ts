import { defineMachine } from '@township-graph/shared/state-machine';
import { CampaignState } from '../campaign/campaign.enums';
import { CandidateAction, CandidateState } from './candidate.enums';

const { REGISTERED, NOT_QUALIFIED, QUALIFIED, ADMITTED, ELIMINATED, RANKED, CHOSEN, WAIVED, NOT_PLACED, LISTED } = CandidateState;
const { DISQUALIFIED, APPOINTED, WITHDRAWN } = CandidateState;

/** Every move of a candidate; in which stage of the campaign each may come is the table below. */
export const CANDIDATE_MACHINE = defineMachine<CandidateState, CandidateAction>({
  initial: REGISTERED,
  moves: {
    QUALIFY: { from: [REGISTERED], to: QUALIFIED },
    NOT_QUALIFY: { from: [REGISTERED], to: NOT_QUALIFIED },
    RECORD_WRITTEN: { from: [QUALIFIED], to: QUALIFIED },
    ADMIT: { from: [QUALIFIED], to: ADMITTED },
    RECORD_INTERVIEW: { from: [ADMITTED], to: ADMITTED },
    RANK: { from: [ADMITTED], to: RANKED },
    ELIMINATE: { from: [QUALIFIED, ADMITTED], to: ELIMINATED },
    CHOOSE_POST: { from: [RANKED], to: CHOSEN },
    WAIVE_POST: { from: [RANKED, CHOSEN], to: WAIVED },
    LIST: { from: [CHOSEN], to: LISTED },
    DISQUALIFY: { from: [LISTED], to: DISQUALIFIED },
    APPOINT: { from: [LISTED], to: APPOINTED },
    LEAVE_UNPLACED: { from: [REGISTERED, QUALIFIED, ADMITTED, RANKED, CHOSEN, LISTED], to: NOT_PLACED },
    WITHDRAW: { from: [REGISTERED, QUALIFIED, ADMITTED], to: WITHDRAWN },
  },
});

/** In which state the campaign is when somebody takes the step. */
export const CAMPAIGN_FOR: Readonly<Partial<Record<CandidateAction, readonly CampaignState[]>>> = {
  QUALIFY: [CampaignState.REGISTERED],
  NOT_QUALIFY: [CampaignState.REGISTERED],
  RECORD_WRITTEN: [CampaignState.QUALIFIED],
  RECORD_INTERVIEW: [CampaignState.WRITTEN],
  CHOOSE_POST: [CampaignState.INTERVIEWED],
  WAIVE_POST: [CampaignState.INTERVIEWED],
  DISQUALIFY: [CampaignState.PUBLICITY],
  WITHDRAW: [CampaignState.ANNOUNCED, CampaignState.REGISTERED, CampaignState.QUALIFIED, CampaignState.WRITTEN],
};
