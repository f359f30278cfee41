import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import type { ObjectionService } from './objection.service';
import {
  DecideObjectionInput,
  DecideObjectionPayload,
  ObjectToCandidateInput,
  ObjectToCandidatePayload,
} from './objection-commands.inputs';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What is done with objections. */
@Resolver()
export class ObjectionCommandsResolver {
  constructor(private readonly objectionService: ObjectionService) {}

  @Mutation(() => ObjectToCandidatePayload, {
    description:
      'Records an objection to somebody on the public list, while it is public. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (TEXT_LENGTH), CONFLICT (PUBLICITY_OVER). 登记公示异议。',
  })
  async objectToCandidate(
    @Arg('input', () => ObjectToCandidateInput, INPUT) input: ObjectToCandidateInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return ObjectToCandidatePayload.of(await this.objectionService.objectToCandidate(context, input));
  }

  @Mutation(() => DecideObjectionPayload, {
    description:
      'Decides an objection; upheld, it takes the candidate off the list. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (TEXT_LENGTH), CONFLICT. 处理公示异议。',
  })
  async decideObjection(
    @Arg('input', () => DecideObjectionInput, INPUT) input: DecideObjectionInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return DecideObjectionPayload.of(await this.objectionService.decideObjection(context, input));
  }
}
