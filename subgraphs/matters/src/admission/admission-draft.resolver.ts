import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import {
  AdjustAdmissionPayload,
  AmendAdmissionPayload,
  DraftAdmissionPayload,
  SubmitAdmissionPayload,
  WithdrawAdmissionPayload,
} from './admission.payloads';
import type { AdmissionDraftService } from './admission-draft.service';
import {
  AdjustAdmissionInput,
  AmendAdmissionInput,
  DraftAdmissionInput,
  SubmitAdmissionInput,
  WithdrawAdmissionInput,
} from './admission-moves.inputs';

@Resolver()
export class AdmissionDraftResolver {
  constructor(private readonly service: AdmissionDraftService) {}

  @Mutation(() => DraftAdmissionPayload, {
    description:
      'Drafts a request for admission. Scope matters:handle; the token names the department. Errors: FORBIDDEN (OUTSIDE_DIVISIONS, BODY_UNKNOWN), BAD_USER_INPUT (RECIPIENTS_INVALID, TEXT_LENGTH, COUNT_INVALID). 拟提出职责准入申请。',
  })
  async draftAdmission(
    @Arg('input', () => DraftAdmissionInput, { description: 'What is wanted. 请求内容。' }) input: DraftAdmissionInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return DraftAdmissionPayload.of(await this.service.draftAdmission(context, input));
  }

  @Mutation(() => AmendAdmissionPayload, {
    description:
      'Says a draft, or what was returned, anew. Scope matters:handle, of the department. Errors: NOT_FOUND, FORBIDDEN (NOT_THE_DEPARTMENT), CONFLICT. 修改准入申请。',
  })
  async amendAdmission(
    @Arg('input', () => AmendAdmissionInput, { description: 'What is wanted. 请求内容。' }) input: AmendAdmissionInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return AmendAdmissionPayload.of(await this.service.amendAdmission(context, input));
  }

  @Mutation(() => SubmitAdmissionPayload, {
    description:
      'Applies in writing, with all conditions stated. Scope matters:handle, of the department. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (CONDITIONS_INCOMPLETE, CRITERIA_UNMET). 书面申请准入。',
  })
  async submitAdmission(
    @Arg('input', () => SubmitAdmissionInput, { description: 'What is wanted. 请求内容。' }) input: SubmitAdmissionInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return SubmitAdmissionPayload.of(await this.service.submitAdmission(context, input));
  }

  @Mutation(() => WithdrawAdmissionPayload, {
    description:
      'Withdraws a request that is not published. Scope matters:handle, of the department. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. 撤回准入申请。',
  })
  async withdrawAdmission(
    @Arg('input', () => WithdrawAdmissionInput, { description: 'What is wanted. 请求内容。' }) input: WithdrawAdmissionInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return WithdrawAdmissionPayload.of(await this.service.withdrawAdmission(context, input));
  }

  @Mutation(() => AdjustAdmissionPayload, {
    description:
      'Drafts the next edition of what an evaluation says ought to be adjusted; it holds until that is published. Scope matters:handle, of the department. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (EVALUATION_SAYS_OTHERWISE, ADJUSTMENT_UNDER_WAY). 调整（提出新版本）。',
  })
  async adjustAdmission(
    @Arg('input', () => AdjustAdmissionInput, { description: 'What is wanted. 请求内容。' }) input: AdjustAdmissionInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return AdjustAdmissionPayload.of(await this.service.adjustAdmission(context, input));
  }
}
