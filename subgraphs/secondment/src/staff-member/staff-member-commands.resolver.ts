import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import type { StaffMemberService } from './staff-member.service';
import {
  RecordDepartureInput,
  RecordDeparturePayload,
  RegisterStaffMemberInput,
  RegisterStaffMemberPayload,
} from './staff-member-commands.inputs';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What a manager does about members of staff. */
@Resolver()
export class StaffMemberCommandsResolver {
  constructor(private readonly staffMemberService: StaffMemberService) {}

  @Mutation(() => RegisterStaffMemberPayload, {
    description:
      'Registers somebody on a free post, or outside the establishment. Scope personnel:manage. Errors: FORBIDDEN, NOT_FOUND (the establishment), BAD_USER_INPUT (ONE_HOME, DAY_OUT_OF_RANGE), CONFLICT (ESTABLISHMENT_FULL: 编制条例§6). 登记工作人员。',
  })
  async registerStaffMember(
    @Arg('input', () => RegisterStaffMemberInput, INPUT) input: RegisterStaffMemberInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return RegisterStaffMemberPayload.of(await this.staffMemberService.registerStaffMember(context, input));
  }

  @Mutation(() => RecordDeparturePayload, {
    description:
      'Records that somebody serves no longer; their post is free, and what they were placed in is over. Scope personnel:manage. Errors: NOT_FOUND, BAD_USER_INPUT (DAY_OUT_OF_RANGE), CONFLICT (HAS_LEFT, STALE_VERSION). 离职（退休）登记。',
  })
  async recordDeparture(
    @Arg('input', () => RecordDepartureInput, INPUT) input: RecordDepartureInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return RecordDeparturePayload.of(await this.staffMemberService.recordDeparture(context, input));
  }
}
