import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { CourseMoveInput } from '@township-graph/shared/course/course-move.input';
import { DateScalar, DecimalScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { OrganInput } from '../organization/organ.input';
import { SelectionCampaign } from './campaign.entity';
import { CampaignStage } from './campaign.enums';

@InputType({ description: 'Posts of one kind in a township. 选派岗位。' })
export class SelectionPostsInput {
  @Field(() => DivisionCodeScalar, { description: 'The township. 乡镇（街道）区划。' })
  divisionCode!: string;

  @Field(() => OrganInput, { description: 'The organisation there. 接收单位。' })
  organization!: OrganInput;

  @Field(() => String, { description: 'What the post is, 1 to 100 characters. 岗位名称（1–100 字）。' })
  title!: string;

  @Field(() => Int, { description: 'How many. 岗位数。' })
  number!: number;
}

@InputType({ description: 'Something done to a selection. 对选派的操作。' })
abstract class CampaignMoveInput extends CourseMoveInput {
  @Field(() => ID, { description: 'Which one. 选派标识。' })
  campaignId!: string;
}

@InputType({ description: 'A selection. 选派内容。' })
export class OpenCampaignInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'The county. 县（市、区）。' })
  divisionCode!: string;

  @Field(() => String, { description: 'Title, 1 to 100 characters. 名称（1–100 字）。' })
  title!: string;

  @Field(() => Int, { description: 'The year of the plan. 年度。' })
  year!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The five-year plan, whose target of the year is not exceeded. 五年计划标识（不得超出年度计划数）。',
  })
  planId?: string | null;

  @Field(() => String, {
    description: 'By which document the establishment office approved the posts, 1 to 100 characters. 核编文号（1–100 字）。',
  })
  approvalDocument!: string;

  @Field(() => Int, { description: 'Weight of the written examination, in per cent. 笔试权重（%）。' })
  writtenWeight!: number;

  @Field(() => Int, { description: 'Weight of the interview, in per cent; both sum to 100. 面试权重（%），合计 100。' })
  interviewWeight!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Pass mark of the written examination, in points; 0 if absent. 笔试合格线（分），默认 0。',
  })
  writtenPassMark?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Pass mark of the interview, in points; 0 if absent. 面试合格线（分），默认 0。',
  })
  interviewPassMark?: string | null;

  @Field(() => [SelectionPostsInput], {
    description: 'Posts; 10 to 15 in a township, unless the county sets it otherwise. 岗位，每个乡镇 10–15 个（可配置）。',
  })
  posts!: SelectionPostsInput[];
}

@InputType({ description: 'The announcement. 公告内容。' })
export class AnnounceCampaignInput extends CampaignMoveInput {
  @Field(() => DateScalar, { description: 'First day of registration. 报名开始日期。' })
  registrationFrom!: string;

  @Field(() => DateScalar, { description: 'Last day of registration. 报名截止日期。' })
  registrationTo!: string;
}

@InputType({ description: 'The end of a stage. 环节结束内容。' })
export class CompleteCampaignStageInput extends CampaignMoveInput {
  @Field(() => CampaignStage, { description: 'Which stage. 环节。' })
  stage!: CampaignStage;
}

@InputType({ description: 'The choice of a candidate. 一人的选岗。' })
export class PostChoiceInput {
  @Field(() => ID, { description: 'Who. 报名人员标识。' })
  candidateId!: string;

  @Field(() => ID, { nullable: true, description: 'Which post; none of who waives. 所选岗位标识（放弃的不填）。' })
  postId?: string | null;
}

@InputType({ description: 'Choices of posts. 选岗名单内容。' })
export class ChoosePostsInput extends CampaignMoveInput {
  @Field(() => [PostChoiceInput], {
    description: 'Choices in the order in which they were made, which is that of ranks; 1 to 500. 按名次先后排列的选岗（1–500 人）。',
  })
  choices!: PostChoiceInput[];
}

@InputType({ description: 'The publication of the list. 公示内容。' })
export class PublishListInput extends CampaignMoveInput {}

@InputType({ description: 'The appointment. 聘用内容。' })
export class AppointCandidatesInput extends CampaignMoveInput {
  @Field(() => DateScalar, { description: 'First day of the placements. 到岗日期。' })
  startsOn!: string;

  @Field(() => String, { description: 'The document of the appointment, 1 to 100 characters. 聘用文号（1–100 字）。' })
  document!: string;
}

@InputType({ description: 'The end of a selection before its time. 取消内容。' })
export class CancelCampaignInput extends CampaignMoveInput {
  @Field(() => String, { description: 'Why, 1 to 200 characters. 理由（1–200 字）。' })
  reason!: string;
}

const WORDS = { en: 'The selection as it is now', zh: '操作后的选派' };

export const OpenCampaignPayload = payloadOf(SelectionCampaign, 'campaign', 'openCampaign', WORDS);
export const AnnounceCampaignPayload = payloadOf(SelectionCampaign, 'campaign', 'announceCampaign', WORDS);
export const CompleteCampaignStagePayload = payloadOf(SelectionCampaign, 'campaign', 'completeCampaignStage', WORDS);
export const ChoosePostsPayload = payloadOf(SelectionCampaign, 'campaign', 'choosePosts', WORDS);
export const PublishListPayload = payloadOf(SelectionCampaign, 'campaign', 'publishList', WORDS);
export const AppointCandidatesPayload = payloadOf(SelectionCampaign, 'campaign', 'appointCandidates', WORDS);
export const CancelCampaignPayload = payloadOf(SelectionCampaign, 'campaign', 'cancelCampaign', WORDS);
