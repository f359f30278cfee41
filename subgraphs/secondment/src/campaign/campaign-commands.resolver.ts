import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import type { CampaignService } from './campaign.service';
import {
  AnnounceCampaignInput,
  AnnounceCampaignPayload,
  AppointCandidatesInput,
  AppointCandidatesPayload,
  CancelCampaignInput,
  CancelCampaignPayload,
  ChoosePostsInput,
  ChoosePostsPayload,
  CompleteCampaignStageInput,
  CompleteCampaignStagePayload,
  OpenCampaignInput,
  OpenCampaignPayload,
  PublishListInput,
  PublishListPayload,
} from './campaign-commands.inputs';
import type { PostChoiceService } from './post-choice.service';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What is done with selections. */
@Resolver()
export class CampaignCommandsResolver {
  constructor(
    private readonly campaignService: CampaignService,
    private readonly postChoices: PostChoiceService,
  ) {}

  @Mutation(() => OpenCampaignPayload, {
    description:
      'Opens a selection whose posts are approved. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (COUNTY_NEEDED, WEIGHTS, POSTS, POSTS_A_TOWNSHIP, TOWNSHIP_NEEDED, YEAR_OUTSIDE_PLAN, POINTS), CONFLICT (TARGET_EXCEEDED). 立项选派（已核编）。',
  })
  async openCampaign(
    @Arg('input', () => OpenCampaignInput, INPUT) input: OpenCampaignInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return OpenCampaignPayload.of(await this.campaignService.openCampaign(context, input));
  }

  @Mutation(() => AnnounceCampaignPayload, {
    description:
      'Announces it, with the days of registration. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (REGISTRATION_DAYS), CONFLICT. 发布选派公告。',
  })
  async announceCampaign(
    @Arg('input', () => AnnounceCampaignInput, INPUT) input: AnnounceCampaignInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return AnnounceCampaignPayload.of(await this.campaignService.announceCampaign(context, input));
  }

  @Mutation(() => CompleteCampaignStagePayload, {
    description:
      'Completes a stage: what it decided is final, and the next begins. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (REGISTRATION_OPEN, NO_CANDIDATES, CANDIDATES_PENDING, CHOICE_PENDING). 结束当前环节，进入下一环节。',
  })
  async completeCampaignStage(
    @Arg('input', () => CompleteCampaignStageInput, INPUT) input: CompleteCampaignStageInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return CompleteCampaignStagePayload.of(await this.campaignService.completeCampaignStage(context, input));
  }

  @Mutation(() => ChoosePostsPayload, {
    description:
      'Records choices of posts, or waivers, of many candidates at once: in the order of ranks, all of them or none. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND (also of a post), BAD_USER_INPUT (CHOICES), CONFLICT (NOT_THEIR_TURN, POST_TAKEN, NOBODY_TO_CHOOSE, STALE_VERSION). 按名次成批登记选岗（整体生效）。',
  })
  async choosePosts(
    @Arg('input', () => ChoosePostsInput, INPUT) input: ChoosePostsInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return ChoosePostsPayload.of(await this.postChoices.choosePosts(context, input));
  }

  @Mutation(() => PublishListPayload, {
    description:
      'Publishes who has chosen which post; objections can be raised until the days are over (事业单位人事管理条例§9). Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (NOBODY_CHOSE). 公示拟聘人员。',
  })
  async publishList(
    @Arg('input', () => PublishListInput, INPUT) input: PublishListInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return PublishListPayload.of(await this.campaignService.publishList(context, input));
  }

  @Mutation(() => AppointCandidatesPayload, {
    description:
      'Appoints all who are on the list: their placements begin in one transaction. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (STARTS_ON), CONFLICT (PUBLICITY_RUNNING, OBJECTIONS_OPEN, PLACED_ALREADY). 聘用公示人员并办理选派。',
  })
  async appointCandidates(
    @Arg('input', () => AppointCandidatesInput, INPUT) input: AppointCandidatesInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return AppointCandidatesPayload.of(await this.campaignService.appointCandidates(context, input));
  }

  @Mutation(() => CancelCampaignPayload, {
    description:
      'Cancels it before anybody is appointed. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 取消选派（说明理由）。',
  })
  async cancelCampaign(
    @Arg('input', () => CancelCampaignInput, INPUT) input: CancelCampaignInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return CancelCampaignPayload.of(await this.campaignService.cancelCampaign(context, input));
  }
}
