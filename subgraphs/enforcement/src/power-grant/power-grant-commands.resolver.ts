import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EnforcementContext } from '../context';
import type { PowerGrantService } from './power-grant.service';
import {
  EvaluatePowerGrantInput,
  EvaluatePowerGrantPayload,
  GrantPowerInput,
  GrantPowerPayload,
  ReclaimPowerInput,
  ReclaimPowerPayload,
  RenewEntrustmentInput,
  RenewEntrustmentPayload,
} from './power-grant-commands.inputs';
import type { PowerReclaimService } from './power-reclaim.service';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What a county does with the powers that its organs and townships hold. */
@Resolver()
export class PowerGrantCommandsResolver {
  constructor(
    private readonly powerGrantService: PowerGrantService,
    private readonly powerReclaimService: PowerReclaimService,
  ) {}

  @Mutation(() => GrantPowerPayload, {
    description:
      'Records that an organ holds powers in a division from a day on: by law, grant, entrustment or concentration. Scope enforcement:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (what the law does not allow, by article), CONFLICT (ALREADY_HELD). 赋权、委托、相对集中或者登记法定职权。',
  })
  async grantPower(
    @Arg('input', () => GrantPowerInput, INPUT) input: GrantPowerInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return GrantPowerPayload.of(await this.powerGrantService.grantPower(context, input));
  }

  @Mutation(() => RenewEntrustmentPayload, {
    description:
      'Lengthens an entrustment by a new agreement, before the old one runs out. Scope enforcement:manage of the county. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT. 续签委托书（须在期满前）。',
  })
  async renewEntrustment(
    @Arg('input', () => RenewEntrustmentInput, INPUT) input: RenewEntrustmentInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return RenewEntrustmentPayload.of(await this.powerGrantService.renewEntrustment(context, input));
  }

  @Mutation(() => EvaluatePowerGrantPayload, {
    description:
      'Records an evaluation, which the law asks for regularly (行政处罚法§24); it changes nothing by itself, and the next becomes due. Scope enforcement:manage of the county. Errors: NOT_FOUND, CONFLICT. 记录定期评估，并起算下一次评估。',
  })
  async evaluatePowerGrant(
    @Arg('input', () => EvaluatePowerGrantInput, INPUT) input: EvaluatePowerGrantInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return EvaluatePowerGrantPayload.of(await this.powerGrantService.evaluatePowerGrant(context, input));
  }

  @Mutation(() => ReclaimPowerPayload, {
    description:
      'Takes powers back from a day on, and says what becomes of open cases. Scope enforcement:manage of the county. Errors: NOT_FOUND, BAD_USER_INPUT (HAND_OVER_NOWHERE), CONFLICT. 收回执法权，并定在办案件的处理方式。',
  })
  async reclaimPower(
    @Arg('input', () => ReclaimPowerInput, INPUT) input: ReclaimPowerInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return ReclaimPowerPayload.of(await this.powerReclaimService.reclaimPower(context, input));
  }
}
