import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { RecordAppraisalInput, RecordAppraisalPayload } from './appraisal-commands.inputs';
import type { Appraisals } from './appraisals';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What is done with yearly appraisals. */
@Resolver()
export class AppraisalCommandsResolver {
  constructor(private readonly appraisals: Appraisals) {}

  @Mutation(() => RecordAppraisalPayload, {
    description:
      'Records a yearly appraisal, once a year, with what comes of it: 优秀 converts, 合格 changes nothing, 不合格 returns and bans for a year. Scope personnel:manage. Errors: NOT_FOUND, BAD_USER_INPUT (GRADE_REGIME, APPRAISAL_YEAR), CONFLICT (APPRAISED_ALREADY, BARRED_FROM_MERIT, POWER_NOT_GRANTED). 登记年度考核并运用结果。',
  })
  async recordAppraisal(
    @Arg('input', () => RecordAppraisalInput, INPUT) input: RecordAppraisalInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return RecordAppraisalPayload.of(await this.appraisals.recordAppraisal(context, input));
  }
}
