import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import { DecideCommunityDutyInput, DecideCommunityDutyPayload } from './community-duty.inputs';
import type { CommunityDutyService } from './community-duty.service';

@Resolver()
export class CommunityDutyResolver {
  constructor(private readonly service: CommunityDutyService) {}

  @Mutation(() => DecideCommunityDutyPayload, {
    description:
      'Decides an item of a clean-up by the three tests: all met is kept; else merged into what takes it up, or cancelled. Scope matters:manage. Errors: NOT_FOUND, CONFLICT (DUTY_DECIDED, CRITERIA_SAY_KEPT, NOT_A_COMMUNITY_DUTY), BAD_USER_INPUT (EVIDENCE_MISSING, MERGED_ELSEWHERE). 按三项标准清理社区（村）职责。',
  })
  async decideCommunityDuty(
    @Arg('input', () => DecideCommunityDutyInput, { description: 'What is wanted. 请求内容。' }) input: DecideCommunityDutyInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return DecideCommunityDutyPayload.of(await this.service.decideCommunityDuty(context, input));
  }
}
