import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import type { DelegationService } from './delegation.service';
import {
  AddDelegationRecipientsInput,
  AddDelegationRecipientsPayload,
  EndDelegationInput,
  EndDelegationPayload,
  EvaluateDelegationInput,
  EvaluateDelegationPayload,
  GrantDelegationInput,
  GrantDelegationPayload,
  PublishDelegationInput,
  PublishDelegationPayload,
  ReclaimDelegationInput,
  ReclaimDelegationPayload,
  RenewAgreementInput,
  RenewAgreementPayload,
  WithdrawDelegationInput,
  WithdrawDelegationPayload,
} from './delegation-commands.inputs';
import type { DelegationGrantService } from './delegation-grant.service';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What a county does with its delegations. */
@Resolver()
export class DelegationCommandsResolver {
  constructor(
    private readonly delegationGrantService: DelegationGrantService,
    private readonly delegationService: DelegationService,
  ) {}

  @Mutation(() => GrantDelegationPayload, {
    description:
      'Drafts the passing down of a department’s matter to townships, in a batch. Scope matters:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (what the law does not allow, by article), CONFLICT (the township carries the item already). 拟定赋权（下放）。',
  })
  async grantDelegation(
    @Arg('input', () => GrantDelegationInput, INPUT) input: GrantDelegationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return GrantDelegationPayload.of(await this.delegationGrantService.grantDelegation(context, input));
  }

  @Mutation(() => AddDelegationRecipientsPayload, {
    description:
      'Drafts the next batch of a published delegation: the same item and mode, for further townships. Scope matters:manage. Errors: as grantDelegation. 扩大承接范围（成熟一批、赋予一批）。',
  })
  async addDelegationRecipients(
    @Arg('input', () => AddDelegationRecipientsInput, INPUT) input: AddDelegationRecipientsInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return AddDelegationRecipientsPayload.of(await this.delegationGrantService.addDelegationRecipients(context, input));
  }

  @Mutation(() => PublishDelegationPayload, {
    description:
      'Publishes a draft. From its first day on a directly granted item is the townships’ own and the department handles it there no more; in the other modes the townships become places of the department’s matter. Scope matters:manage. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT. 公布赋权（下放）。',
  })
  async publishDelegation(
    @Arg('input', () => PublishDelegationInput, INPUT) input: PublishDelegationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return PublishDelegationPayload.of(await this.delegationService.publishDelegation(context, input));
  }

  @Mutation(() => WithdrawDelegationPayload, {
    description:
      'Drops a draft; its batch number stays used. Scope matters:manage. Errors: NOT_FOUND, CONFLICT. 撤回拟定稿，批次编号不再使用。',
  })
  async withdrawDelegation(
    @Arg('input', () => WithdrawDelegationInput, INPUT) input: WithdrawDelegationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return WithdrawDelegationPayload.of(await this.delegationService.withdrawDelegation(context, input));
  }

  @Mutation(() => RenewAgreementPayload, {
    description:
      'Lengthens an entrustment by a new agreement, before the old one runs out. Scope matters:manage. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT. 续签委托协议（须在期满前）。',
  })
  async renewAgreement(
    @Arg('input', () => RenewAgreementInput, INPUT) input: RenewAgreementInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return RenewAgreementPayload.of(await this.delegationService.renewAgreement(context, input));
  }

  @Mutation(() => EvaluateDelegationPayload, {
    description:
      'Records an evaluation, which the law asks for regularly (行政处罚法§24); it changes nothing by itself. Scope matters:manage. Errors: NOT_FOUND, CONFLICT. 记录定期评估。',
  })
  async evaluateDelegation(
    @Arg('input', () => EvaluateDelegationInput, INPUT) input: EvaluateDelegationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return EvaluateDelegationPayload.of(await this.delegationService.evaluateDelegation(context, input));
  }

  @Mutation(() => ReclaimDelegationPayload, {
    description:
      'Takes a delegation back from a day on; a department whose places a direct grant closed has them back. Scope matters:manage. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT. 收回赋权（下放），并定在办件的处理方式。',
  })
  async reclaimDelegation(
    @Arg('input', () => ReclaimDelegationInput, INPUT) input: ReclaimDelegationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ReclaimDelegationPayload.of(await this.delegationService.reclaimDelegation(context, input));
  }

  @Mutation(() => EndDelegationPayload, {
    description:
      'Ends a delegation with its agreement or term, or sooner by agreement; an open-ended direct grant is reclaimed instead. Scope matters:manage. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT. 到期（或协商提前）终止。',
  })
  async endDelegation(
    @Arg('input', () => EndDelegationInput, INPUT) input: EndDelegationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return EndDelegationPayload.of(await this.delegationService.endDelegation(context, input));
  }
}
