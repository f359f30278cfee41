import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import { answerOf } from './application.payload';
import { ExtendApplicationInput, ResumeApplicationInput, SuspendApplicationInput } from './application-move.inputs';
import type { HandlingTimeService } from './handling-time.service';

const SuspendApplicationPayload = answerOf('suspendApplication');
const ResumeApplicationPayload = answerOf('resumeApplication');
const ExtendApplicationPayload = answerOf('extendApplication');

/** The time in which an application is to be decided. */
@Resolver()
export class HandlingTimeResolver {
  constructor(private readonly times: HandlingTimeService) {}

  @Mutation(() => SuspendApplicationPayload, {
    description:
      'Begins a special procedure, which stops the clock (行政许可法 §45). Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (EFFECTIVE_DAY_PAST), CONFLICT. 启动特别程序。',
  })
  async suspendApplication(
    @Arg('input', () => SuspendApplicationInput, { description: 'What is wanted. 请求内容。' }) input: SuspendApplicationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return SuspendApplicationPayload.of(await this.times.suspendApplication(context, input));
  }

  @Mutation(() => ResumeApplicationPayload, {
    description: 'Ends the special procedure. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 结束特别程序。',
  })
  async resumeApplication(
    @Arg('input', () => ResumeApplicationInput, { description: 'What is wanted. 请求内容。' }) input: InstanceType<
      typeof ResumeApplicationInput
    >,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ResumeApplicationPayload.of(await this.times.resumeApplication(context, input));
  }

  @Mutation(() => ExtendApplicationPayload, {
    description:
      'Extends the time once, by ten working days at most, approved by the organ’s head (行政许可法 §42). Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 延长办理期限。',
  })
  async extendApplication(
    @Arg('input', () => ExtendApplicationInput, { description: 'What is wanted. 请求内容。' }) input: ExtendApplicationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return ExtendApplicationPayload.of(await this.times.extendApplication(context, input));
  }
}
