import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import type { MovementService } from './movement.service';
import {
  CarryOutMovementInput,
  CarryOutMovementPayload,
  DecideMovementInput,
  DecideMovementPayload,
  ProposeMovementInput,
  ProposeMovementPayload,
  WithdrawMovementInput,
  WithdrawMovementPayload,
} from './movement-commands.inputs';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What is done with movements. */
@Resolver()
export class MovementCommandsResolver {
  constructor(private readonly movementService: MovementService) {}

  @Mutation(() => ProposeMovementPayload, {
    description:
      'Proposes a movement of somebody who serves in a township: by the township itself with 人事建议权, or by the county for the department. Scope personnel:manage. Errors: NOT_FOUND, BAD_USER_INPUT (TOWNSHIP_NEEDED, TEXT_LENGTH), CONFLICT (POWER_NOT_GRANTED, NOT_PLACED, BARRED_FROM_PROMOTION). 提出人事调整动议。',
  })
  async proposeMovement(
    @Arg('input', () => ProposeMovementInput, INPUT) input: ProposeMovementInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return ProposeMovementPayload.of(await this.movementService.proposeMovement(context, input));
  }

  @Mutation(() => DecideMovementPayload, {
    description:
      'Decides it: of a section chief not before the township has answered or its time is up. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (OBJECTION_UNANSWERED, TEXT_LENGTH), CONFLICT (CONSULTATION_NEEDED, CONSULTATION_OPEN, BARRED_FROM_PROMOTION). 决定人事调整。',
  })
  async decideMovement(
    @Arg('input', () => DecideMovementInput, INPUT) input: DecideMovementInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return DecideMovementPayload.of(await this.movementService.decideMovement(context, input));
  }

  @Mutation(() => CarryOutMovementPayload, {
    description:
      'Carries it out; the township has been told by then. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (CONSULTATION_NEEDED, CONSULTATION_OPEN, NOTICE_MISSING, BARRED_FROM_PROMOTION). 执行人事调整。',
  })
  async carryOutMovement(
    @Arg('input', () => CarryOutMovementInput, INPUT) input: CarryOutMovementInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return CarryOutMovementPayload.of(await this.movementService.carryOutMovement(context, input));
  }

  @Mutation(() => WithdrawMovementPayload, {
    description:
      'Withdraws what one’s own side has proposed. Scope personnel:manage. Errors: NOT_FOUND, CONFLICT (OF_THE_OTHER_SIDE). 撤回动议。',
  })
  async withdrawMovement(
    @Arg('input', () => WithdrawMovementInput, INPUT) input: WithdrawMovementInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return WithdrawMovementPayload.of(await this.movementService.withdrawMovement(context, input));
  }
}
