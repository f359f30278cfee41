import { defineMachine, type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { CampaignAction, CampaignState } from './campaign.enums';

/** What the guards judge by. */
export interface CampaignStanding {
  readonly candidateCount: number;
  /** Candidates of whom the stage has not decided yet. */
  readonly pendingCount: number;
  readonly freePosts: number;
  readonly chosenPosts: number;
  readonly openObjections: number;
  readonly isRegistrationOver: boolean;
  readonly isPublicityOver: boolean;
}

const registrationOpen = refusal('REGISTRATION_OPEN', '报名期限尚未届满', 'Registration is still open');
const nobody = refusal('NO_CANDIDATES', '无人报名', 'Nobody has registered');
const pending = refusal('CANDIDATES_PENDING', '本环节尚有未处理的报名人员', 'There are candidates of whom this stage has not decided');
const choosing = refusal(
  'CHOICE_PENDING',
  '尚有名次在选且有空岗',
  'There are free posts, and candidates who have neither chosen nor waived',
);
const nobodyToChoose = refusal('NOBODY_TO_CHOOSE', '没有待选岗人员', 'Nobody is still to choose');
const nobodyChose = refusal('NOBODY_CHOSE', '无人选岗，不能公示', 'Nobody has chosen a post');
const publicityRuns = refusal('PUBLICITY_RUNNING', '公示期未满', 'The days of publicity are not over');
const objections = refusal('OBJECTIONS_OPEN', '尚有未处理的公示异议', 'There are objections that nobody has decided');

const nonePending = ({ pendingCount }: CampaignStanding): MoveRefusal | null => (pendingCount > 0 ? pending : null);

const { PLAN, ANNOUNCED, REGISTERED, QUALIFIED, WRITTEN, INTERVIEWED, POSTED, PUBLICITY, APPOINTED, CANCELLED } = CampaignState;

/** The eight stages of a selection, in the order in which they must come (事业单位人事管理条例§9). */
export const CAMPAIGN_MACHINE = defineMachine<CampaignState, CampaignAction, CampaignStanding>({
  initial: PLAN,
  moves: {
    ANNOUNCE: { from: [PLAN], to: ANNOUNCED },
    COMPLETE_REGISTRATION: {
      from: [ANNOUNCED],
      to: REGISTERED,
      guard: ({ isRegistrationOver, candidateCount }) => {
        if (!isRegistrationOver) return registrationOpen;
        return candidateCount === 0 ? nobody : null;
      },
    },
    COMPLETE_QUALIFICATION: { from: [REGISTERED], to: QUALIFIED, guard: nonePending },
    COMPLETE_WRITTEN: { from: [QUALIFIED], to: WRITTEN, guard: nonePending },
    COMPLETE_INTERVIEW: { from: [WRITTEN], to: INTERVIEWED, guard: nonePending },
    CHOOSE_POSTS: { from: [INTERVIEWED], guard: ({ pendingCount }) => (pendingCount > 0 ? null : nobodyToChoose) },
    COMPLETE_POST_CHOICE: {
      from: [INTERVIEWED],
      to: POSTED,
      guard: ({ pendingCount, freePosts }) => (pendingCount > 0 && freePosts > 0 ? choosing : null),
    },
    PUBLISH: { from: [POSTED], to: PUBLICITY, guard: ({ chosenPosts }) => (chosenPosts === 0 ? nobodyChose : null) },
    APPOINT: {
      from: [PUBLICITY],
      to: APPOINTED,
      guard: ({ isPublicityOver, openObjections }) => {
        if (!isPublicityOver) return publicityRuns;
        return openObjections > 0 ? objections : null;
      },
    },
    CANCEL: { from: [PLAN, ANNOUNCED, REGISTERED, QUALIFIED, WRITTEN, INTERVIEWED, POSTED, PUBLICITY], to: CANCELLED },
  },
});
