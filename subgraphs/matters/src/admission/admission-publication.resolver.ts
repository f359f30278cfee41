import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import {
  AbolishAdmissionPayload,
  CloseAdmissionBatchesPayload,
  EvaluateAdmissionPayload,
  PublishAdmissionBatchPayload,
  PublishAdmissionPayload,
  ReclaimAdmissionPayload,
} from './admission.payloads';
import {
  AbolishAdmissionInput,
  CloseAdmissionBatchesInput,
  EvaluateAdmissionInput,
  PublishAdmissionBatchInput,
  PublishAdmissionInput,
  ReclaimAdmissionInput,
} from './admission-moves.inputs';
import type { AdmissionPublicationService } from './admission-publication.service';

@Resolver()
export class AdmissionPublicationResolver {
  constructor(private readonly service: AdmissionPublicationService) {}

  @Mutation(() => PublishAdmissionPayload, {
    description:
      'Publishes it for all for whom it is open, by document and from a day. Scope matters:manage. Errors: NOT_FOUND, FORBIDDEN, CONFLICT, BAD_USER_INPUT (EFFECTIVE_DAY_PAST). 批准并公布。',
  })
  async publishAdmission(
    @Arg('input', () => PublishAdmissionInput, { description: 'What is wanted. 请求内容。' }) input: PublishAdmissionInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return PublishAdmissionPayload.of(await this.service.publishAdmission(context, input));
  }

  @Mutation(() => PublishAdmissionBatchPayload, {
    description:
      'Publishes it for some; the rest stays open. Scope matters:manage. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (NOTHING_OPEN), BAD_USER_INPUT (BATCH_INVALID, EFFECTIVE_DAY_PAST). 分批公布。',
  })
  async publishAdmissionBatch(
    @Arg('input', () => PublishAdmissionBatchInput, { description: 'What is wanted. 请求内容。' }) input: PublishAdmissionBatchInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return PublishAdmissionBatchPayload.of(await this.service.publishAdmissionBatch(context, input));
  }

  @Mutation(() => CloseAdmissionBatchesPayload, {
    description: 'Leaves out for whom nothing is published yet. Scope matters:manage. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. 结束分批。',
  })
  async closeAdmissionBatches(
    @Arg('input', () => CloseAdmissionBatchesInput, { description: 'What is wanted. 请求内容。' }) input: CloseAdmissionBatchesInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return CloseAdmissionBatchesPayload.of(await this.service.closeAdmissionBatches(context, input));
  }

  @Mutation(() => EvaluateAdmissionPayload, {
    description: 'Records a regular evaluation. Scope matters:manage. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. 定期评估。',
  })
  async evaluateAdmission(
    @Arg('input', () => EvaluateAdmissionInput, { description: 'What is wanted. 请求内容。' }) input: EvaluateAdmissionInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return EvaluateAdmissionPayload.of(await this.service.evaluateAdmission(context, input));
  }

  @Mutation(() => ReclaimAdmissionPayload, {
    description:
      'Takes a duty back from a day on. Scope matters:manage. Errors: NOT_FOUND, FORBIDDEN, CONFLICT, BAD_USER_INPUT (EFFECTIVE_DAY_PAST). 收回。',
  })
  async reclaimAdmission(
    @Arg('input', () => ReclaimAdmissionInput, { description: 'What is wanted. 请求内容。' }) input: ReclaimAdmissionInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ReclaimAdmissionPayload.of(await this.service.reclaimAdmission(context, input));
  }

  @Mutation(() => AbolishAdmissionPayload, {
    description:
      'Ends a duty for everybody from a day on. Scope matters:manage. Errors: NOT_FOUND, FORBIDDEN, CONFLICT, BAD_USER_INPUT (EFFECTIVE_DAY_PAST). 取消。',
  })
  async abolishAdmission(
    @Arg('input', () => AbolishAdmissionInput, { description: 'What is wanted. 请求内容。' }) input: AbolishAdmissionInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return AbolishAdmissionPayload.of(await this.service.abolishAdmission(context, input));
  }
}
