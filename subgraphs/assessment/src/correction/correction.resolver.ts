import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import { holds, sees } from '@township-graph/shared/viewer';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { AssessmentContext } from '../context';
import { AppraisalResult } from '../result/result.entity';
import { ResultCorrection } from './correction.entity';
import { ResultAction } from './correction.enums';
import { CorrectResultInput, CorrectResultPayload, CorrectScoresInput, CorrectScoresPayload } from './correction.inputs';
import { correctionRefusal } from './correction.rules';
import type { CorrectionService } from './correction.service';
import type { ScoreCorrectionService } from './score-correction.service';

@Resolver(() => AppraisalResult)
export class CorrectionResolver {
  constructor(
    private readonly service: CorrectionService,
    private readonly scores: ScoreCorrectionService,
    private readonly clock: Clock,
  ) {}

  @Reads('id')
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [ResultCorrection], {
    description: 'Its corrections, oldest first, for the subject and for who holds the round. 更正记录（限被考核方和组织方）。',
  })
  corrections(@Root() { id }: AppraisalResult, @Ctx() { loaders }: AssessmentContext): Promise<ResultCorrection[]> {
    return loaders.correctionsByResult.load(id);
  }

  @Reads('roundId', 'confirmedAt', 'level', 'subjectKind', 'subjectKey')
  @FieldResolver(() => [ResultAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  async availableActions(@Root() result: AppraisalResult, @Ctx() { viewer, loaders }: AssessmentContext): Promise<ResultAction[]> {
    if (!holds(viewer, 'assessment:manage') || correctionRefusal(viewer, result) !== null) return [];
    const round = await loaders.roundById.load(result.roundId);
    return round && sees(viewer, round.divisionCode, this.clock) ? [ResultAction.CORRECT, ResultAction.CORRECT_SCORES] : [];
  }

  @Mutation(() => CorrectResultPayload, {
    description:
      'Corrects the grade of a confirmed result by a decision; what it was is kept, and who acts on it is told. Score and rank stay as computed: where a score is wrong, correctScores. Scope assessment:manage, of who holds the round, and not of their own result (OWN_RESULT). Errors: NOT_FOUND, BAD_USER_INPUT (GRADE, NOTHING_CORRECTED, APPLIED_ON), CONFLICT (STALE_VERSION, NOT_CONFIRMED, NOT_GRADED, APPLIED_TOO_LATE, WORSE_FOR_APPLYING, EXCELLENT_QUOTA_FULL). 公务员法 §95–98, 事业单位人事管理条例 §38. 更正已确认的考核等次（留痕）。',
  })
  async correctResult(
    @Arg('input', () => CorrectResultInput, { description: 'What is wanted. 请求内容。' }) input: CorrectResultInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return CorrectResultPayload.of(await this.service.correctResult(context, input));
  }

  @Mutation(() => CorrectScoresPayload, {
    description:
      'Corrects what a confirmed result was scored from: the round is calculated anew, from the corrected cards and what the graph answered then; scores, ranks and the seats of the excellent follow, what was is kept, and who acts on a grade that changed is told. Nobody else loses a grade unless named. Scope assessment:manage, of who holds the round, and not of their own result (OWN_RESULT). Errors: NOT_FOUND (result, card or adjustment), BAD_USER_INPUT (SCORES, NOTHING_CORRECTED, APPLIED_ON, DISPLACED, TOO_MANY), CONFLICT (STALE_VERSION, NOT_CONFIRMED, NOT_GRADED, APPLIED_TOO_LATE, WORSE_FOR_APPLYING, EXCELLENT_QUOTA_FULL, TIES_UNDECIDED). 公务员法 §95–98, 事业单位人事管理条例 §38. 更正已确认结果的评分并重新计算（留痕）。',
  })
  async correctScores(
    @Arg('input', () => CorrectScoresInput, { description: 'What is wanted. 请求内容。' }) input: CorrectScoresInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return CorrectScoresPayload.of(await this.scores.correctScores(context, input));
  }
}
