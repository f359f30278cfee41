import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import type { RecallService } from './recall.service';
import {
  DecideRecallInput,
  DecideRecallPayload,
  RequestRecallInput,
  RequestRecallPayload,
  WithdrawRecallInput,
  WithdrawRecallPayload,
} from './recall-commands.inputs';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What is done with recalls. */
@Resolver()
export class RecallCommandsResolver {
  constructor(private readonly recallService: RecallService) {}

  @Mutation(() => RequestRecallPayload, {
    description:
      'Requests that a department recall somebody, where the latest mutual evaluation enables it. Scope personnel:manage of the township itself. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (TEXT_LENGTH), CONFLICT (RECALL_NOT_ENABLED, RECALL_OPEN, NOT_PLACED, NOT_RECALLABLE). 申请召回。',
  })
  async requestRecall(
    @Arg('input', () => RequestRecallInput, INPUT) input: RequestRecallInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return RequestRecallPayload.of(await this.recallService.requestRecall(context, input));
  }

  @Mutation(() => DecideRecallPayload, {
    description:
      'Decides a recall; recalled, they are home again, and for a time out of 评优 and 职级晋升. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (TEXT_LENGTH), CONFLICT (NOT_PLACED; RECALL_NOT_ENABLED where the evaluation was corrected since). 审核召回申请。',
  })
  async decideRecall(
    @Arg('input', () => DecideRecallInput, INPUT) input: DecideRecallInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return DecideRecallPayload.of(await this.recallService.decideRecall(context, input));
  }

  @Mutation(() => WithdrawRecallPayload, {
    description:
      'Withdraws a request. Scope personnel:manage of the township itself. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. 撤回召回申请。',
  })
  async withdrawRecall(
    @Arg('input', () => WithdrawRecallInput, INPUT) input: WithdrawRecallInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return WithdrawRecallPayload.of(await this.recallService.withdrawRecall(context, input));
  }
}
