import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import type { ThreePowersService } from './three-powers.service';
import {
  GrantThreePowersInput,
  GrantThreePowersPayload,
  WithdrawThreePowersInput,
  WithdrawThreePowersPayload,
} from './three-powers-commands.inputs';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What is done with the three powers. */
@Resolver()
export class ThreePowersCommandsResolver {
  constructor(private readonly threePowersService: ThreePowersService) {}

  @Mutation(() => GrantThreePowersPayload, {
    description:
      'Grants a township one of the three powers over a department’s staff there. Scope personnel:manage of the county. Errors: FORBIDDEN, BAD_USER_INPUT (TOWNSHIP_NEEDED, TEXT_LENGTH), CONFLICT (GRANTED_ALREADY). 授予“三权”。',
  })
  async grantThreePowers(
    @Arg('input', () => GrantThreePowersInput, INPUT) input: GrantThreePowersInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return GrantThreePowersPayload.of(await this.threePowersService.grantThreePowers(context, input));
  }

  @Mutation(() => WithdrawThreePowersPayload, {
    description:
      'Withdraws a power. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (TEXT_LENGTH), CONFLICT. 收回“三权”。',
  })
  async withdrawThreePowers(
    @Arg('input', () => WithdrawThreePowersInput, INPUT) input: WithdrawThreePowersInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return WithdrawThreePowersPayload.of(await this.threePowersService.withdrawThreePowers(context, input));
  }
}
