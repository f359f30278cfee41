import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import {
  OverruleDutyRefusalInput,
  OverruleDutyRefusalPayload,
  RefuseUnapprovedDutyInput,
  RefuseUnapprovedDutyPayload,
  UpholdDutyRefusalInput,
  UpholdDutyRefusalPayload,
  WithdrawDutyRefusalInput,
  WithdrawDutyRefusalPayload,
} from './duty-refusal.inputs';
import type { DutyRefusalService } from './duty-refusal.service';

@Resolver()
export class DutyRefusalMovesResolver {
  constructor(private readonly service: DutyRefusalService) {}

  @Mutation(() => RefuseUnapprovedDutyPayload, {
    description:
      'Refuses a duty that was assigned without an admission in force that day. Scope matters:handle, of the township or village itself. Errors: FORBIDDEN (NOT_THE_ASSIGNED), CONFLICT (DUTY_ADMITTED, naming the admission), BAD_USER_INPUT. 对未经准入的职责不予执行。',
  })
  async refuseUnapprovedDuty(
    @Arg('input', () => RefuseUnapprovedDutyInput, { description: 'What is wanted. 请求内容。' }) input: RefuseUnapprovedDutyInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return RefuseUnapprovedDutyPayload.of(await this.service.refuseUnapprovedDuty(context, input));
  }

  @Mutation(() => UpholdDutyRefusalPayload, {
    description:
      'Upholds a refusal. Scope matters:manage, of the county, neither assigner nor refuser. Errors: NOT_FOUND, FORBIDDEN (NOT_THE_COUNTY), CONFLICT. 支持不予执行。',
  })
  async upholdDutyRefusal(
    @Arg('input', () => UpholdDutyRefusalInput, { description: 'What is wanted. 请求内容。' }) input: UpholdDutyRefusalInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return UpholdDutyRefusalPayload.of(await this.service.upholdDutyRefusal(context, input));
  }

  @Mutation(() => OverruleDutyRefusalPayload, {
    description:
      'Overrules a refusal, by an admission in force or by law. Scope matters:manage, of the county, neither assigner nor refuser. Errors: NOT_FOUND, FORBIDDEN (NOT_THE_COUNTY), BAD_USER_INPUT (OVERRULING_GROUND_MISSING), CONFLICT (ADMISSION_NOT_IN_FORCE). 不支持不予执行。',
  })
  async overruleDutyRefusal(
    @Arg('input', () => OverruleDutyRefusalInput, { description: 'What is wanted. 请求内容。' }) input: OverruleDutyRefusalInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return OverruleDutyRefusalPayload.of(await this.service.overruleDutyRefusal(context, input));
  }

  @Mutation(() => WithdrawDutyRefusalPayload, {
    description:
      'Takes a refusal back. Scope matters:handle, of the township or village itself. Errors: NOT_FOUND, FORBIDDEN (NOT_THE_ASSIGNED), CONFLICT. 撤回不予执行。',
  })
  async withdrawDutyRefusal(
    @Arg('input', () => WithdrawDutyRefusalInput, { description: 'What is wanted. 请求内容。' }) input: WithdrawDutyRefusalInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return WithdrawDutyRefusalPayload.of(await this.service.withdrawDutyRefusal(context, input));
  }
}
