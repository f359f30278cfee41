import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import type { CandidateService } from './candidate.service';
import {
  ChoosePostInput,
  ChoosePostPayload,
  QualifyCandidateInput,
  QualifyCandidatePayload,
  RecordExaminationInput,
  RecordExaminationPayload,
  RegisterCandidateInput,
  RegisterCandidatePayload,
  WaivePostInput,
  WaivePostPayload,
  WithdrawCandidateInput,
  WithdrawCandidatePayload,
} from './candidate-commands.inputs';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What is done with candidates. */
@Resolver()
export class CandidateCommandsResolver {
  constructor(private readonly candidateService: CandidateService) {}

  @Mutation(() => RegisterCandidatePayload, {
    description:
      'Registers somebody: of a public institution of the county that the budget pays in part or not at all, not banned and not placed. Scope personnel:manage of the county. Errors: NOT_FOUND, CONFLICT (NOT_COUNTY_LEVEL, NOT_INSTITUTION, FUNDING, BANNED, PLACED_ALREADY, LEFT, REGISTERED_ALREADY, REGISTRATION_CLOSED, CAMPAIGN_STAGE). 登记报名（县直事业单位差供、自收自支人员）。',
  })
  async registerCandidate(
    @Arg('input', () => RegisterCandidateInput, INPUT) input: RegisterCandidateInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return RegisterCandidatePayload.of(await this.candidateService.registerCandidate(context, input));
  }

  @Mutation(() => WithdrawCandidatePayload, {
    description:
      'Withdraws, before ranks are known. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. 退出报名。',
  })
  async withdrawCandidate(
    @Arg('input', () => WithdrawCandidateInput, INPUT) input: WithdrawCandidateInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return WithdrawCandidatePayload.of(await this.candidateService.withdrawCandidate(context, input));
  }

  @Mutation(() => QualifyCandidatePayload, {
    description:
      'Finds them qualified or not, and says why not. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (TEXT_LENGTH), CONFLICT (CAMPAIGN_STAGE). 资格审核。',
  })
  async qualifyCandidate(
    @Arg('input', () => QualifyCandidateInput, INPUT) input: QualifyCandidateInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return QualifyCandidatePayload.of(await this.candidateService.qualifyCandidate(context, input));
  }

  @Mutation(() => RecordExaminationPayload, {
    description:
      'Records the written examination or the interview. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (POINTS), CONFLICT (CAMPAIGN_STAGE). 登记笔试、面试成绩。',
  })
  async recordExamination(
    @Arg('input', () => RecordExaminationInput, INPUT) input: RecordExaminationInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return RecordExaminationPayload.of(await this.candidateService.recordExamination(context, input));
  }

  @Mutation(() => ChoosePostPayload, {
    description:
      'Chooses a post in the order of ranks: nobody before who is better and has neither chosen nor waived; a post once. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (NOT_THEIR_TURN, POST_TAKEN, CAMPAIGN_STAGE). 按名次选岗。',
  })
  async choosePost(@Arg('input', () => ChoosePostInput, INPUT) input: ChoosePostInput, @Ctx() context: SecondmentContext): Promise<object> {
    return ChoosePostPayload.of(await this.candidateService.choosePost(context, input));
  }

  @Mutation(() => WaivePostPayload, {
    description:
      'Waives the choice, or the post that was chosen. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (CAMPAIGN_STAGE). 放弃选岗。',
  })
  async waivePost(@Arg('input', () => WaivePostInput, INPUT) input: WaivePostInput, @Ctx() context: SecondmentContext): Promise<object> {
    return WaivePostPayload.of(await this.candidateService.waivePost(context, input));
  }
}
