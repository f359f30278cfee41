import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Course, CourseKind } from '@township-graph/shared/course/course';
import { SelectionCampaign } from './campaign.entity';
import type { CampaignAction } from './campaign.enums';
import { CAMPAIGN_MACHINE, type CampaignStanding } from './campaign.machine';

const RECRUITMENT = '事业单位人事管理条例§9';
const LANKAO = '兰改发〔2017〕11号';

const ofCounty = { needs: 'personnel:manage', ofCounty: true } as const;

/** The county selects; whoever sees the county's divisions alone sees a selection before it is announced. */
export const CAMPAIGNS: CourseKind<SelectionCampaign, CampaignAction, 'OPEN', CampaignStanding> = {
  type: 'SelectionCampaign',
  words: { zh: '该选派', en: 'Selection' },
  entity: SelectionCampaign,
  machine: CAMPAIGN_MACHINE,
  steps: {
    OPEN: { ...ofCounty, told: 'CAMPAIGN_OPENED', basis: LANKAO },
    ANNOUNCE: { ...ofCounty, told: 'CAMPAIGN_ANNOUNCED', basis: RECRUITMENT },
    COMPLETE_REGISTRATION: { ...ofCounty, told: 'CAMPAIGN_REGISTRATION_COMPLETED' },
    COMPLETE_QUALIFICATION: { ...ofCounty, told: 'CAMPAIGN_QUALIFICATION_COMPLETED', basis: RECRUITMENT },
    COMPLETE_WRITTEN: { ...ofCounty, told: 'CAMPAIGN_WRITTEN_COMPLETED', basis: RECRUITMENT },
    COMPLETE_INTERVIEW: { ...ofCounty, told: 'CAMPAIGN_INTERVIEW_COMPLETED', basis: RECRUITMENT },
    CHOOSE_POSTS: { ...ofCounty, told: 'CAMPAIGN_POSTS_CHOSEN' },
    COMPLETE_POST_CHOICE: { ...ofCounty, told: 'CAMPAIGN_POST_CHOICE_COMPLETED' },
    PUBLISH: { ...ofCounty, told: 'CAMPAIGN_LIST_PUBLISHED', basis: RECRUITMENT },
    APPOINT: { ...ofCounty, told: 'CAMPAIGN_APPOINTED', basis: RECRUITMENT },
    CANCEL: { ...ofCounty, told: 'CAMPAIGN_CANCELLED' },
  },
  facts: ({ candidateCount, pendingCount, freePosts, postCount, openObjections, registrationTo, publicityEndsAt }, now) => ({
    candidateCount,
    pendingCount,
    freePosts,
    chosenPosts: postCount - freePosts,
    openObjections,
    isRegistrationOver: registrationTo !== null && registrationTo < dayOf(now),
    isPublicityOver: publicityEndsAt !== null && publicityEndsAt < now,
  }),
  payload: ({ year, postCount, candidateCount }) => ({ year, postCount, candidateCount }),
};

export type CampaignCourse = Course<SelectionCampaign, CampaignAction, 'OPEN', CampaignStanding>;

/** Whether somebody can register on this day. */
export const isRegistrationOpen = ({ registrationFrom, registrationTo }: SelectionCampaign, clock: Clock): boolean => {
  const today = dayOf(clock());
  return registrationFrom !== null && registrationTo !== null && registrationFrom <= today && today <= registrationTo;
};
