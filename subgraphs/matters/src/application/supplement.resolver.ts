import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import { answerOf } from './application.payload';
import { ReceiveSupplementInput } from './application-move.inputs';
import type { SupplementService } from './supplement.service';

const ReceiveSupplementPayload = answerOf('receiveSupplement');

/** 容缺受理 after the acceptance. */
@Resolver()
export class SupplementResolver {
  constructor(private readonly supplements: SupplementService) {}

  @Mutation(() => ReceiveSupplementPayload, {
    description:
      'Takes in what was to follow of an application that was accepted without it (容缺受理). Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (MATERIAL_NOT_AWAITED), CONFLICT (NOTHING_OUTSTANDING, MOVE_NOT_ALLOWED, STALE_VERSION). 收取容缺后补材料。',
  })
  async receiveSupplement(
    @Arg('input', () => ReceiveSupplementInput, { description: 'What is wanted. 请求内容。' }) input: ReceiveSupplementInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ReceiveSupplementPayload.of(await this.supplements.receiveSupplement(context, input));
  }
}
