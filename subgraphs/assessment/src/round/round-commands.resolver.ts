import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { AssessmentContext } from '../context';
import type { CalculationService } from '../result/calculation.service';
import type { ConfirmationService } from '../result/confirmation.service';
import type { AdjustmentService } from './adjustment.service';
import {
  ArchiveRoundInput,
  ArchiveRoundPayload,
  CalculateRoundInput,
  CalculateRoundPayload,
  ConfirmRoundInput,
  ConfirmRoundPayload,
  DecideTieInput,
  DecideTiePayload,
  OpenRoundInput,
  OpenRoundPayload,
  PublishRoundInput,
  PublishRoundPayload,
  RecordAdjustmentInput,
  RecordAdjustmentPayload,
  ReturnToScoringInput,
  ReturnToScoringPayload,
  StartScoringInput,
  StartScoringPayload,
  WithdrawAdjustmentInput,
  WithdrawAdjustmentPayload,
} from './round.inputs';
import type { RoundService } from './round.service';

const INPUT = { description: 'What is wanted. 请求内容。' };
const STEP = 'Scope assessment:manage, of who holds it. Errors: NOT_FOUND, CONFLICT (STALE_VERSION, MOVE_NOT_ALLOWED';

/** What the one that holds a round does with it. */
@Resolver()
export class RoundCommandsResolver {
  constructor(
    private readonly rounds: RoundService,
    private readonly adjustments: AdjustmentService,
    private readonly calculation: CalculationService,
    private readonly confirmation: ConfirmationService,
  ) {}

  @Mutation(() => OpenRoundPayload, {
    description:
      'Opens a round of an approved appraisal; what is not on the county’s list of its year is refused. Scope assessment:manage. Errors: FORBIDDEN (NOT_THE_ORGANIZER), NOT_FOUND, BAD_USER_INPUT (SUBJECTS, RATERS, BUNDLES, PERIOD), CONFLICT (UNLISTED_APPRAISAL, HELD_OFTEN_ENOUGH, SCHEME_REPLACED). 启动考核轮次（清单之外的考核不予启动）。',
  })
  async openRound(@Arg('input', () => OpenRoundInput, INPUT) input: OpenRoundInput, @Ctx() context: AssessmentContext): Promise<object> {
    return OpenRoundPayload.of(await this.rounds.openRound(context, input));
  }

  @Mutation(() => StartScoringPayload, { description: `Lets raters begin. ${STEP}). 开始评分。` })
  async startScoring(
    @Arg('input', () => StartScoringInput, INPUT) input: StartScoringInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return StartScoringPayload.of(await this.rounds.startScoring(context, input));
  }

  @Mutation(() => ReturnToScoringPayload, { description: `Lets raters go on; what was calculated counts no more. ${STEP}). 退回评分。` })
  async returnToScoring(
    @Arg('input', () => ReturnToScoringInput, INPUT) input: ReturnToScoringInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return ReturnToScoringPayload.of(await this.rounds.returnToScoring(context, input));
  }

  @Mutation(() => RecordAdjustmentPayload, {
    description:
      'Records points added or taken off, or an approved veto, while the round is scored. Scope assessment:manage. Errors: NOT_FOUND, BAD_USER_INPUT (ADJUSTMENT), CONFLICT (NOT_SCORING, UNAPPROVED_VETO). 登记加分、减分或经批准的一票否决。',
  })
  async recordAdjustment(
    @Arg('input', () => RecordAdjustmentInput, INPUT) input: RecordAdjustmentInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return RecordAdjustmentPayload.of(await this.adjustments.recordAdjustment(context, input));
  }

  @Mutation(() => WithdrawAdjustmentPayload, {
    description:
      'Withdraws an adjustment that was a mistake, while the round is scored; it stays on record. Scope assessment:manage. Errors: NOT_FOUND, CONFLICT (NOT_SCORING, WITHDRAWN_ALREADY). 撤销加减分或否决（留痕）。',
  })
  async withdrawAdjustment(
    @Arg('input', () => WithdrawAdjustmentInput, INPUT) input: WithdrawAdjustmentInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return WithdrawAdjustmentPayload.of(await this.adjustments.withdrawAdjustment(context, input));
  }

  @Directive('@cost(weight: 50)')
  @Mutation(() => CalculateRoundPayload, {
    description: `Computes every score, rank and grade; a subject that lacks a part is not scored, and the part is named. What the graph answered is kept. ${STEP}). 计算得分、名次和等次（缺项不计分并指明）。`,
  })
  async calculateRound(
    @Arg('input', () => CalculateRoundInput, INPUT) input: CalculateRoundInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return CalculateRoundPayload.of(await this.calculation.calculateRound(context, input));
  }

  @Mutation(() => DecideTiePayload, {
    description: `The panel decides who of those that stand equal where the quota ends is excellent. ${STEP}, NO_TIES), BAD_USER_INPUT (TIE). 评审会议审定并列者中的优秀人选。`,
  })
  async decideTie(@Arg('input', () => DecideTieInput, INPUT) input: DecideTieInput, @Ctx() context: AssessmentContext): Promise<object> {
    return DecideTiePayload.of(await this.calculation.decideTie(context, input));
  }

  @Mutation(() => PublishRoundPayload, {
    description: `Publishes the results for objections; a person’s for their organisation and division only. ${STEP}, TIES_UNDECIDED). 公示结果（人员结果仅限本单位及本区划）。`,
  })
  async publishRound(
    @Arg('input', () => PublishRoundInput, INPUT) input: PublishRoundInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return PublishRoundPayload.of(await this.confirmation.publishRound(context, input));
  }

  @Mutation(() => ConfirmRoundPayload, {
    description: `Confirms the results once the time for objections is over and every appeal is decided; consequences follow from the feed. ${STEP}, PUBLICITY_RUNNING, APPEALS_PENDING). 确认结果（公示期满且申诉均已复核）。`,
  })
  async confirmRound(
    @Arg('input', () => ConfirmRoundInput, INPUT) input: ConfirmRoundInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return ConfirmRoundPayload.of(await this.confirmation.confirmRound(context, input));
  }

  @Mutation(() => ArchiveRoundPayload, { description: `Archives a confirmed round. ${STEP}). 归档。` })
  async archiveRound(
    @Arg('input', () => ArchiveRoundInput, INPUT) input: ArchiveRoundInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return ArchiveRoundPayload.of(await this.rounds.archiveRound(context, input));
  }
}
