import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { holds, sees } from '@township-graph/shared/viewer';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AssessmentContext } from '../context';
import { AppraisalResult } from '../result/result.entity';
import { Appeal } from './appeal.entity';
import { AppealAction, AppealState } from './appeal.enums';
import { DecideAppealInput, DecideAppealPayload, FileAppealInput, FileAppealPayload } from './appeal.inputs';
import type { AppealService } from './appeal.service';

const INPUT = { description: 'What is wanted. 请求内容。' };

@Resolver(() => Appeal)
export class AppealResolver {
  constructor(
    private readonly service: AppealService,
    private readonly clock: Clock,
  ) {}

  @Query(() => Appeal, {
    nullable: true,
    description: 'One appeal, for the subject and for who holds the round. 按标识查询申诉（限被考核方和组织方）。',
  })
  appraisalAppeal(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: AssessmentContext,
  ): Shown<Appeal> {
    return loaders.appealById.shown(id);
  }

  @Reads('resultId')
  @FieldResolver(() => AppraisalResult, { nullable: true, description: 'Against which result. 所申诉的结果。' })
  result(@Root() { resultId }: Appeal, @Ctx() { loaders }: AssessmentContext): Shown<AppraisalResult> {
    return loaders.resultById.shown(resultId);
  }

  @Reads('state', 'roundDivisionCode')
  @FieldResolver(() => [AppealAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() { state, roundDivisionCode }: Appeal, @Ctx() { viewer }: AssessmentContext): AppealAction[] {
    const may = state === AppealState.FILED && holds(viewer, 'assessment:manage') && sees(viewer, roundDivisionCode, this.clock);
    return may ? [AppealAction.MAINTAIN, AppealAction.GRANT] : [];
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. 流转记录。' })
  timeline(@Root() { id }: Appeal, @Ctx() { loaders }: AssessmentContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [CaseDeadline], { description: 'By when it is decided. 复核期限。' })
  deadlines(@Root() { id }: Appeal, @Ctx() { loaders }: AssessmentContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }

  @Mutation(() => FileAppealPayload, {
    description:
      'Objects to a published result, by the one that was appraised, until the time for it is over. Scope assessment:score. Errors: NOT_FOUND, FORBIDDEN (NOT_THE_SUBJECT), CONFLICT (PUBLICITY_OVER, APPEALED_ALREADY). 对公示结果提出申诉。',
  })
  async fileAppeal(@Arg('input', () => FileAppealInput, INPUT) input: FileAppealInput, @Ctx() context: AssessmentContext): Promise<object> {
    return FileAppealPayload.of(await this.service.fileAppeal(context, input));
  }

  @Mutation(() => DecideAppealPayload, {
    description:
      'Decides an appeal: the result stands, or the round is scored anew and its results are withdrawn. Scope assessment:manage, of who holds the round. Errors: NOT_FOUND, CONFLICT (DECIDED_ALREADY, STALE_VERSION). 复核申诉（维持，或支持并重新评分）。',
  })
  async decideAppeal(
    @Arg('input', () => DecideAppealInput, INPUT) input: DecideAppealInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return DecideAppealPayload.of(await this.service.decideAppeal(context, input));
  }
}
