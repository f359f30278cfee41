import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import {
  AmendMatterChangeInput,
  AmendMatterChangePayload,
  ApproveMatterChangeInput,
  ApproveMatterChangePayload,
  ProposeMatterChangeInput,
  ProposeMatterChangePayload,
  PubliciseMatterChangeInput,
  PubliciseMatterChangePayload,
  PublishMatterChangeInput,
  PublishMatterChangePayload,
  RejectMatterChangeInput,
  RejectMatterChangePayload,
  ReturnMatterChangeInput,
  ReturnMatterChangePayload,
  WithdrawMatterChangeInput,
  WithdrawMatterChangePayload,
} from './matter-change.inputs';
import type { MatterChangeService } from './matter-change.service';
import type { MatterChangePublicationService } from './matter-change-publication.service';

@Resolver()
export class MatterChangeMovesResolver {
  constructor(
    private readonly service: MatterChangeService,
    private readonly publication: MatterChangePublicationService,
  ) {}

  @Mutation(() => ProposeMatterChangePayload, {
    description:
      'Proposes a change of a matter, of a list, or a new list, on a legal ground. Scope matters:handle. Errors: NOT_FOUND, FORBIDDEN (OUTSIDE_DIVISIONS, BODY_UNKNOWN), CONFLICT (CHANGE_UNFIT, ITEM_ALREADY_CHANGED), BAD_USER_INPUT (SUBJECT_UNCLEAR, NOTHING_CHANGES, RECLAIMED_BY_NOBODY, and what lists refuse). 提出动态调整。',
  })
  async proposeMatterChange(
    @Arg('input', () => ProposeMatterChangeInput, { description: 'What is wanted. 请求内容。' }) input: ProposeMatterChangeInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ProposeMatterChangePayload.of(await this.service.proposeMatterChange(context, input));
  }

  @Mutation(() => AmendMatterChangePayload, {
    description:
      'Proposes it anew, on what is there now. Scope matters:handle, of who proposed it. Errors: NOT_FOUND, FORBIDDEN (NOT_THE_PROPOSER), CONFLICT. 修改（重新提出）动态调整。',
  })
  async amendMatterChange(
    @Arg('input', () => AmendMatterChangeInput, { description: 'What is wanted. 请求内容。' }) input: AmendMatterChangeInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return AmendMatterChangePayload.of(await this.service.amendMatterChange(context, input));
  }

  @Mutation(() => WithdrawMatterChangePayload, {
    description:
      'Withdraws a proposal. Scope matters:handle, of who proposed it. Errors: NOT_FOUND, FORBIDDEN (NOT_THE_PROPOSER), CONFLICT. 撤回动态调整。',
  })
  async withdrawMatterChange(
    @Arg('input', () => WithdrawMatterChangeInput, { description: 'What is wanted. 请求内容。' }) input: WithdrawMatterChangeInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return WithdrawMatterChangePayload.of(await this.service.withdrawMatterChange(context, input));
  }

  @Mutation(() => ApproveMatterChangePayload, {
    description:
      'Reviews a proposal and finds it right. Scope matters:manage, of the county, not of who proposed it. Errors: NOT_FOUND, FORBIDDEN (NOT_THE_COUNTY, PROPOSER_DECIDES, BODY_UNKNOWN), CONFLICT. 审核通过动态调整。',
  })
  async approveMatterChange(
    @Arg('input', () => ApproveMatterChangeInput, { description: 'What is wanted. 请求内容。' }) input: ApproveMatterChangeInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ApproveMatterChangePayload.of(await this.service.approveMatterChange(context, input));
  }

  @Mutation(() => ReturnMatterChangePayload, {
    description:
      'Returns a proposal. Scope matters:manage, of the county, not of who proposed it. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. 退回动态调整。',
  })
  async returnMatterChange(
    @Arg('input', () => ReturnMatterChangeInput, { description: 'What is wanted. 请求内容。' }) input: ReturnMatterChangeInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ReturnMatterChangePayload.of(await this.service.returnMatterChange(context, input));
  }

  @Mutation(() => RejectMatterChangePayload, {
    description:
      'Rejects a proposal. Scope matters:manage, of the county, not of who proposed it. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. 不予调整。',
  })
  async rejectMatterChange(
    @Arg('input', () => RejectMatterChangeInput, { description: 'What is wanted. 请求内容。' }) input: RejectMatterChangeInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return RejectMatterChangePayload.of(await this.service.rejectMatterChange(context, input));
  }

  @Mutation(() => PubliciseMatterChangePayload, {
    description:
      'Puts a reviewed change on public notice. Scope matters:manage, of the county, not of who proposed it. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. 公示动态调整。',
  })
  async publiciseMatterChange(
    @Arg('input', () => PubliciseMatterChangeInput, { description: 'What is wanted. 请求内容。' }) input: PubliciseMatterChangeInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return PubliciseMatterChangePayload.of(await this.service.publiciseMatterChange(context, input));
  }

  @Mutation(() => PublishMatterChangePayload, {
    description:
      'Publishes a change after its notice: the next revision, from a day on. Scope matters:manage, of the county, not of who proposed it. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (NOTICE_RUNNING, BASE_REVISION_STALE, REVISION_BACKDATED, ITEM_ALREADY_CHANGED), BAD_USER_INPUT (EFFECTIVE_DAY_PAST, and what lists refuse). 发布动态调整。',
  })
  async publishMatterChange(
    @Arg('input', () => PublishMatterChangeInput, { description: 'What is wanted. 请求内容。' }) input: PublishMatterChangeInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return PublishMatterChangePayload.of(await this.publication.publishMatterChange(context, input));
  }
}
