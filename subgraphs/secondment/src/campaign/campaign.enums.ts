import { describeEnum } from '@township-graph/shared/described-enum';

export enum CampaignState {
  PLAN = 'PLAN',
  ANNOUNCED = 'ANNOUNCED',
  REGISTERED = 'REGISTERED',
  QUALIFIED = 'QUALIFIED',
  WRITTEN = 'WRITTEN',
  INTERVIEWED = 'INTERVIEWED',
  POSTED = 'POSTED',
  PUBLICITY = 'PUBLICITY',
  APPOINTED = 'APPOINTED',
  CANCELLED = 'CANCELLED',
}

describeEnum(
  CampaignState,
  'CampaignState',
  { en: 'How far a selection has come', zh: '选派阶段' },
  {
    PLAN: { en: 'Planned; its posts are approved', zh: '计划（已核编）' },
    ANNOUNCED: { en: 'Announced; registration is or will be open', zh: '公告' },
    REGISTERED: { en: 'Registration is over; qualification is examined', zh: '报名' },
    QUALIFIED: { en: 'Qualification is examined; the written examination goes on', zh: '审核' },
    WRITTEN: { en: 'The written examination is over; interviews go on', zh: '笔试' },
    INTERVIEWED: { en: 'Interviews are over and candidates ranked; posts are chosen', zh: '面试' },
    POSTED: { en: 'Posts are chosen; the list can be published', zh: '选岗' },
    PUBLICITY: { en: 'The list is public, and may be objected to', zh: '公示' },
    APPOINTED: { en: 'Appointed: the placements begin', zh: '聘用' },
    CANCELLED: { en: 'Cancelled', zh: '已取消' },
  },
);

export enum CampaignAction {
  ANNOUNCE = 'ANNOUNCE',
  COMPLETE_REGISTRATION = 'COMPLETE_REGISTRATION',
  COMPLETE_QUALIFICATION = 'COMPLETE_QUALIFICATION',
  COMPLETE_WRITTEN = 'COMPLETE_WRITTEN',
  COMPLETE_INTERVIEW = 'COMPLETE_INTERVIEW',
  CHOOSE_POSTS = 'CHOOSE_POSTS',
  COMPLETE_POST_CHOICE = 'COMPLETE_POST_CHOICE',
  PUBLISH = 'PUBLISH',
  APPOINT = 'APPOINT',
  CANCEL = 'CANCEL',
}

describeEnum(
  CampaignAction,
  'CampaignAction',
  { en: 'What can be done with a selection', zh: '选派操作' },
  {
    ANNOUNCE: { en: 'Announce it: announceCampaign', zh: '发布公告（announceCampaign）' },
    COMPLETE_REGISTRATION: { en: 'End registration: completeCampaignStage', zh: '结束报名（completeCampaignStage）' },
    COMPLETE_QUALIFICATION: { en: 'End the examination of qualification: completeCampaignStage', zh: '结束审核（completeCampaignStage）' },
    COMPLETE_WRITTEN: { en: 'End the written examination: completeCampaignStage', zh: '结束笔试（completeCampaignStage）' },
    COMPLETE_INTERVIEW: { en: 'End interviews, and rank: completeCampaignStage', zh: '结束面试并排名（completeCampaignStage）' },
    CHOOSE_POSTS: { en: 'Record choices of posts by rank: choosePosts', zh: '按名次登记选岗（choosePosts）' },
    COMPLETE_POST_CHOICE: { en: 'End the choice of posts: completeCampaignStage', zh: '结束选岗（completeCampaignStage）' },
    PUBLISH: { en: 'Publish the list: publishList', zh: '公示（publishList）' },
    APPOINT: { en: 'Appoint who is on the list: appointCandidates', zh: '聘用（appointCandidates）' },
    CANCEL: { en: 'Cancel it, with a reason: cancelCampaign', zh: '取消（cancelCampaign）' },
  },
);

/** What a campaign completes one after the other. */
export enum CampaignStage {
  REGISTRATION = 'REGISTRATION',
  QUALIFICATION = 'QUALIFICATION',
  WRITTEN = 'WRITTEN',
  INTERVIEW = 'INTERVIEW',
  POST_CHOICE = 'POST_CHOICE',
}

describeEnum(
  CampaignStage,
  'CampaignStage',
  { en: 'A stage of a selection that somebody completes', zh: '选派环节' },
  {
    REGISTRATION: { en: 'Registration', zh: '报名' },
    QUALIFICATION: { en: 'Examination of qualification', zh: '资格审核' },
    WRITTEN: { en: 'Written examination', zh: '笔试' },
    INTERVIEW: { en: 'Interview', zh: '面试' },
    POST_CHOICE: { en: 'Choice of posts by rank', zh: '选岗' },
  },
);
