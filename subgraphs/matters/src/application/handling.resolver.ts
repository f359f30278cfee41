import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import { answerOf } from './application.payload';
import {
  AcceptApplicationInput,
  ArchiveApplicationInput,
  CompleteApplicationInput,
  DecideApplicationInput,
  DeliverApplicationInput,
  DismissApplicationInput,
  ForwardApplicationInput,
  RefuseApplicationInput,
  RequestCorrectionInput,
  ReturnApplicationInput,
  ReviewApplicationInput,
  SendBackApplicationInput,
  SupplementApplicationInput,
  TerminateApplicationInput,
  WithdrawApplicationInput,
} from './application-move.inputs';
import type { HandlingService } from './handling.service';

const SendBackApplicationPayload = answerOf('sendBackApplication');
const RequestCorrectionPayload = answerOf('requestCorrection');
const SupplementApplicationPayload = answerOf('supplementApplication');
const AcceptApplicationPayload = answerOf('acceptApplication');
const RefuseApplicationPayload = answerOf('refuseApplication');
const DismissApplicationPayload = answerOf('dismissApplication');
const ReturnApplicationPayload = answerOf('returnApplication');
const ForwardApplicationPayload = answerOf('forwardApplication');
const ReviewApplicationPayload = answerOf('reviewApplication');
const DecideApplicationPayload = answerOf('decideApplication');
const CompleteApplicationPayload = answerOf('completeApplication');
const DeliverApplicationPayload = answerOf('deliverApplication');
const WithdrawApplicationPayload = answerOf('withdrawApplication');
const TerminateApplicationPayload = answerOf('terminateApplication');
const ArchiveApplicationPayload = answerOf('archiveApplication');

@Resolver()
export class ApplicationHandlingResolver {
  constructor(private readonly handling: HandlingService) {}

  @Mutation(() => SendBackApplicationPayload, {
    description:
      'Sends it back to the applicant before it is received, saying once all that is missing (行政许可法 §32). Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT (NOTICE_MISSED, CORRECTION_ALREADY_REQUESTED). 预审退回（即一次性告知）。',
  })
  async sendBackApplication(
    @Arg('input', () => SendBackApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof SendBackApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return SendBackApplicationPayload.of(await this.handling.sendBackApplication(context, input));
  }

  @Mutation(() => RequestCorrectionPayload, {
    description:
      'Tells the applicant once all that is missing (行政许可法 §32). Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 一次性告知补正。',
  })
  async requestCorrection(
    @Arg('input', () => RequestCorrectionInput, { description: 'What is wanted. 请求内容。' }) input: RequestCorrectionInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return RequestCorrectionPayload.of(await this.handling.requestCorrection(context, input));
  }

  @Mutation(() => SupplementApplicationPayload, {
    description: 'Takes in what was missing. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 补正材料。',
  })
  async supplementApplication(
    @Arg('input', () => SupplementApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof SupplementApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return SupplementApplicationPayload.of(await this.handling.supplementApplication(context, input));
  }

  @Mutation(() => AcceptApplicationPayload, {
    description:
      'Accepts it: the promised and the statutory time begin to run. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 受理。',
  })
  async acceptApplication(
    @Arg('input', () => AcceptApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof AcceptApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return AcceptApplicationPayload.of(await this.handling.acceptApplication(context, input));
  }

  @Mutation(() => RefuseApplicationPayload, {
    description:
      'Does not accept it, with a reason and remedies (行政许可法 §32, §38). Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 不予受理。',
  })
  async refuseApplication(
    @Arg('input', () => RefuseApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof RefuseApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return RefuseApplicationPayload.of(await this.handling.refuseApplication(context, input));
  }

  @Mutation(() => DismissApplicationPayload, {
    description:
      'Says that no licence is needed (行政许可法 §32). Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 告知不需要取得许可。',
  })
  async dismissApplication(
    @Arg('input', () => DismissApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof DismissApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return DismissApplicationPayload.of(await this.handling.dismissApplication(context, input));
  }

  @Mutation(() => ReturnApplicationPayload, {
    description:
      'Returns what is not this organ’s or was never completed. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 退件。',
  })
  async returnApplication(
    @Arg('input', () => ReturnApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof ReturnApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ReturnApplicationPayload.of(await this.handling.returnApplication(context, input));
  }

  @Mutation(() => ForwardApplicationPayload, {
    description:
      'Forwards it from village to township, or from township to department. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 转报（村→乡镇→部门）。',
  })
  async forwardApplication(
    @Arg('input', () => ForwardApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof ForwardApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ForwardApplicationPayload.of(await this.handling.forwardApplication(context, input));
  }

  @Mutation(() => ReviewApplicationPayload, {
    description: 'Begins its review. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 开始审查。',
  })
  async reviewApplication(
    @Arg('input', () => ReviewApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof ReviewApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ReviewApplicationPayload.of(await this.handling.reviewApplication(context, input));
  }

  @Mutation(() => DecideApplicationPayload, {
    description:
      'Decides; a denial has a reason and remedies (行政许可法 §38). Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 作出决定。',
  })
  async decideApplication(
    @Arg('input', () => DecideApplicationInput, { description: 'What is wanted. 请求内容。' }) input: DecideApplicationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return DecideApplicationPayload.of(await this.handling.decideApplication(context, input));
  }

  @Mutation(() => CompleteApplicationPayload, {
    description: 'Completes it. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 办结。',
  })
  async completeApplication(
    @Arg('input', () => CompleteApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof CompleteApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return CompleteApplicationPayload.of(await this.handling.completeApplication(context, input));
  }

  @Mutation(() => DeliverApplicationPayload, {
    description:
      'Hands over the result (行政许可法 §44). Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 送达。',
  })
  async deliverApplication(
    @Arg('input', () => DeliverApplicationInput, { description: 'What is wanted. 请求内容。' }) input: DeliverApplicationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return DeliverApplicationPayload.of(await this.handling.deliverApplication(context, input));
  }

  @Mutation(() => WithdrawApplicationPayload, {
    description:
      'The applicant withdraws it, before it is decided. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 撤回申请。',
  })
  async withdrawApplication(
    @Arg('input', () => WithdrawApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof WithdrawApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return WithdrawApplicationPayload.of(await this.handling.withdrawApplication(context, input));
  }

  @Mutation(() => TerminateApplicationPayload, {
    description:
      'Ends what was accepted without a decision, where a law provides for it, or what was to follow never came; with remedies. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (LEGAL_BASIS_MISSING), CONFLICT. 终止办理（须有法律依据，并告知救济途径）。',
  })
  async terminateApplication(
    @Arg('input', () => TerminateApplicationInput, { description: 'What is wanted. 请求内容。' }) input: TerminateApplicationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return TerminateApplicationPayload.of(await this.handling.terminateApplication(context, input));
  }

  @Mutation(() => ArchiveApplicationPayload, {
    description: 'Puts it on file. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 归档。',
  })
  async archiveApplication(
    @Arg('input', () => ArchiveApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof ArchiveApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ArchiveApplicationPayload.of(await this.handling.archiveApplication(context, input));
  }
}
