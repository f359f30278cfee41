import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import { answerOf } from './application.payload';
import {
  PreReviewApplicationInput,
  ReceiveApplicationInput,
  SendApplicationInput,
  TransferApplicationInput,
} from './application-move.inputs';
import { SubmitApplicationInput } from './intake.inputs';
import type { IntakeService } from './intake.service';

const SubmitApplicationPayload = answerOf('submitApplication');
const SendApplicationPayload = answerOf('sendApplication');
const PreReviewApplicationPayload = answerOf('preReviewApplication');
const ReceiveApplicationPayload = answerOf('receiveApplication');
const TransferApplicationPayload = answerOf('transferApplication');

@Resolver()
export class ApplicationIntakeResolver {
  constructor(private readonly intake: IntakeService) {}

  @Mutation(() => SubmitApplicationPayload, {
    description:
      'Takes in an application: at a window or by post it is received, online it is sent in, or it is only saved. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 提交申请（窗口、快递即收件；网上为已提交；也可仅暂存）。',
  })
  async submitApplication(
    @Arg('input', () => SubmitApplicationInput, { description: 'What is wanted. 请求内容。' }) input: SubmitApplicationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return SubmitApplicationPayload.of(await this.intake.submitApplication(context, input));
  }

  @Mutation(() => SendApplicationPayload, {
    description:
      'Sends in what was only saved. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 提交暂存的申请。',
  })
  async sendApplication(
    @Arg('input', () => SendApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof SendApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return SendApplicationPayload.of(await this.intake.sendApplication(context, input));
  }

  @Mutation(() => PreReviewApplicationPayload, {
    description:
      'Begins to look through what came online. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 网上申报预审。',
  })
  async preReviewApplication(
    @Arg('input', () => PreReviewApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof PreReviewApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return PreReviewApplicationPayload.of(await this.intake.preReviewApplication(context, input));
  }

  @Mutation(() => ReceiveApplicationPayload, {
    description:
      'Receives it; within five working days it must be said what is missing (行政许可法 §32). Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 收件。',
  })
  async receiveApplication(
    @Arg('input', () => ReceiveApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof ReceiveApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ReceiveApplicationPayload.of(await this.intake.receiveApplication(context, input));
  }

  @Mutation(() => TransferApplicationPayload, {
    description:
      'Sends what came online to another service point that handles the matter; for whoever sees both. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 网上申报转办到其他服务点。',
  })
  async transferApplication(
    @Arg('input', () => TransferApplicationInput, { description: 'What is wanted. 请求内容。' }) input: TransferApplicationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return TransferApplicationPayload.of(await this.intake.transferApplication(context, input));
  }
}
