import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import {
  ConveneAdmissionCouncilPayload,
  GiveAdmissionOpinionPayload,
  PassAdmissionCouncilPayload,
  PassAdmissionReviewPayload,
  RejectAdmissionPayload,
  ReturnAdmissionPayload,
} from './admission.payloads';
import {
  ConveneAdmissionCouncilInput,
  GiveAdmissionOpinionInput,
  PassAdmissionCouncilInput,
  PassAdmissionReviewInput,
  RejectAdmissionInput,
  ReturnAdmissionInput,
} from './admission-moves.inputs';
import type { AdmissionReviewService } from './admission-review.service';

@Resolver()
export class AdmissionReviewResolver {
  constructor(private readonly service: AdmissionReviewService) {}

  @Mutation(() => PassAdmissionReviewPayload, {
    description:
      'Passes one of the two parallel reviews; with the second the townships are asked. Scope matters:manage, not of the department, nor of who made the other review. Errors: NOT_FOUND, FORBIDDEN (DRAFTER_DECIDES), CONFLICT (REVIEW_PASSED_ALREADY, SAME_REVIEWER). 编办审核、合法性审核通过。',
  })
  async passAdmissionReview(
    @Arg('input', () => PassAdmissionReviewInput, { description: 'What is wanted. 请求内容。' }) input: PassAdmissionReviewInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return PassAdmissionReviewPayload.of(await this.service.passAdmissionReview(context, input));
  }

  @Mutation(() => ReturnAdmissionPayload, {
    description:
      'Returns a request to be completed. Scope matters:manage, not of the department. Errors: NOT_FOUND, FORBIDDEN (DRAFTER_DECIDES), CONFLICT. 退回补充。',
  })
  async returnAdmission(
    @Arg('input', () => ReturnAdmissionInput, { description: 'What is wanted. 请求内容。' }) input: ReturnAdmissionInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ReturnAdmissionPayload.of(await this.service.returnAdmission(context, input));
  }

  @Mutation(() => RejectAdmissionPayload, {
    description:
      'Does not admit it. Scope matters:manage, not of the department. Errors: NOT_FOUND, FORBIDDEN (DRAFTER_DECIDES), CONFLICT. 不予准入。',
  })
  async rejectAdmission(
    @Arg('input', () => RejectAdmissionInput, { description: 'What is wanted. 请求内容。' }) input: RejectAdmissionInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return RejectAdmissionPayload.of(await this.service.rejectAdmission(context, input));
  }

  @Mutation(() => GiveAdmissionOpinionPayload, {
    description:
      'Says what a township or village thinks of what is to come down to it. Scope matters:handle, of the recipient itself. Errors: NOT_FOUND, FORBIDDEN (NOT_THE_RECIPIENT), CONFLICT. 提出镇街意见。',
  })
  async giveAdmissionOpinion(
    @Arg('input', () => GiveAdmissionOpinionInput, { description: 'What is wanted. 请求内容。' }) input: GiveAdmissionOpinionInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return GiveAdmissionOpinionPayload.of(await this.service.giveAdmissionOpinion(context, input));
  }

  @Mutation(() => ConveneAdmissionCouncilPayload, {
    description:
      'Puts it before the joint council, when all have answered or their time is up. Scope matters:manage. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (OPINIONS_OUTSTANDING). 提交联席会议审议。',
  })
  async conveneAdmissionCouncil(
    @Arg('input', () => ConveneAdmissionCouncilInput, { description: 'What is wanted. 请求内容。' }) input: ConveneAdmissionCouncilInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ConveneAdmissionCouncilPayload.of(await this.service.conveneAdmissionCouncil(context, input));
  }

  @Mutation(() => PassAdmissionCouncilPayload, {
    description:
      'The joint council is for it, and answers objections. Scope matters:manage. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (OBJECTIONS_UNANSWERED). 联席会议审议通过。',
  })
  async passAdmissionCouncil(
    @Arg('input', () => PassAdmissionCouncilInput, { description: 'What is wanted. 请求内容。' }) input: PassAdmissionCouncilInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return PassAdmissionCouncilPayload.of(await this.service.passAdmissionCouncil(context, input));
  }
}
