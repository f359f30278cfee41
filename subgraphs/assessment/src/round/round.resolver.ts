import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import type { Course } from '@township-graph/shared/course/course';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { CatalogueItem } from '../catalogue/catalogue-item.entity';
import type { AssessmentContext } from '../context';
import { AppraisalScheme } from '../scheme/scheme.entity';
import { digestOf } from '../scoring/digest';
import { score } from '../scoring/scoring';
import type { AssessmentSettings } from '../settings';
import { deadlinesOf } from './round.deadlines';
import { AppraisalRound } from './round.entity';
import { RoundAction } from './round.enums';
import { RoundConnection, RoundListArgs } from './round.inputs';
import type { RoundStanding } from './round.machine';
import type { RoundRepository } from './round.repository';
import { RoundAdjustment } from './round-adjustment.entity';
import { RoundCalculation } from './round-calculation.entity';
import { RoundEvidence } from './round-evidence.entity';
import { RoundRater } from './round-rater.entity';
import { RoundSubject } from './round-subject.entity';

@Resolver(() => AppraisalRound)
export class RoundResolver {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly course: Course<AppraisalRound, RoundAction, 'OPEN', RoundStanding>,
    private readonly settings: AssessmentSettings,
    private readonly clock: Clock,
  ) {}

  @Query(() => AppraisalRound, { nullable: true, description: 'One round, for who has a part in it. 按标识查询考核轮次（限参与方）。' })
  appraisalRound(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: AssessmentContext,
  ): Shown<AppraisalRound> {
    return loaders.roundById.shown(id);
  }

  @Query(() => RoundConnection, {
    description:
      'Rounds that the viewer’s divisions hold or have a part in, newest first. Scope assessment:read. 按条件查询考核轮次（限组织和参与的）。',
  })
  appraisalRounds(
    @Args(() => RoundListArgs) { filter, ...page }: RoundListArgs,
    @Ctx() { viewer }: AssessmentContext,
  ): Connection<AppraisalRound> {
    const checked = checkedPage(page);
    return new RoundConnection({
      page: (asked) => this.rounds.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.rounds.count(viewer, filter ?? {}),
    });
  }

  @Reads('schemeId')
  @FieldResolver(() => AppraisalScheme, { nullable: true, description: 'By which scheme. 考核方案。' })
  scheme(@Root() { schemeId }: AppraisalRound, @Ctx() { loaders }: AssessmentContext): Shown<AppraisalScheme> {
    return loaders.schemeById.shown(schemeId);
  }

  @Reads('catalogueItemId')
  @FieldResolver(() => CatalogueItem, { nullable: true, description: 'The approved appraisal that it is. 所属考核清单事项。' })
  catalogueItem(@Root() { catalogueItemId }: AppraisalRound, @Ctx() { loaders }: AssessmentContext): Promise<CatalogueItem | null> {
    return loaders.catalogueItemById.load(catalogueItemId);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 50)')
  @FieldResolver(() => [RoundSubject], { description: 'Who is appraised, as far as the viewer may know. 考核对象（人员限本区划）。' })
  subjects(@Root() { id }: AppraisalRound, @Ctx() { loaders }: AssessmentContext): Promise<RoundSubject[]> {
    return loaders.subjectsByRound.load(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 50)')
  @FieldResolver(() => [RoundRater], {
    description: 'Who rates: all for who holds the round, their own for others. 评分人（组织方可见全部）。',
  })
  raters(@Root() { id }: AppraisalRound, @Ctx() { loaders }: AssessmentContext): Promise<RoundRater[]> {
    return loaders.ratersByRound.load(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 50)')
  @FieldResolver(() => [RoundAdjustment], {
    description: 'What was added or taken off, for who holds the round. 加减分及否决（组织方可见）。',
  })
  adjustments(@Root() { id }: AppraisalRound, @Ctx() { loaders }: AssessmentContext): Promise<RoundAdjustment[]> {
    return loaders.adjustmentsByRound.load(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 50)')
  @FieldResolver(() => [RoundEvidence], {
    description: 'What the graph was asked and answered, for who holds the round. 自动取数凭证（组织方可见）。',
  })
  evidence(@Root() { id }: AppraisalRound, @Ctx() { loaders }: AssessmentContext): Promise<RoundEvidence[]> {
    return loaders.evidenceByRound.load(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [RoundCalculation], { description: 'Its calculations, for who holds the round. 历次计算（组织方可见）。' })
  calculations(@Root() { id }: AppraisalRound, @Ctx() { loaders }: AssessmentContext): Promise<RoundCalculation[]> {
    return loaders.calculationsByRound.load(id);
  }

  @FieldResolver(() => [RoundAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() round: AppraisalRound, @Ctx() { viewer }: AssessmentContext): RoundAction[] {
    return this.course.availableActions(viewer, round).filter((action) => !OF_RESULTS.includes(action));
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first, for who holds it. 流转记录（组织方可见）。' })
  timeline(@Root() { id }: AppraisalRound, @Ctx() { loaders }: AssessmentContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [CaseDeadline], { description: 'SCORING and PUBLICITY. 评分截止、公示期限。' })
  deadlines(@Root() round: AppraisalRound): CaseDeadline[] {
    return deadlinesOf(round, this.settings.publicity.basis, this.clock());
  }
}

/** What is done with one of its results, and moves the round: an appeal is its subject's, a correction is of that result. */
const OF_RESULTS: readonly RoundAction[] = [RoundAction.APPEAL, RoundAction.CORRECT];

@Resolver(() => RoundCalculation)
export class RoundCalculationResolver {
  @Directive('@cost(weight: 10)')
  @FieldResolver(() => Boolean, { description: 'Whether computing it again gives the same bytes. 复算结果是否逐字节一致。' })
  isReproducible(@Root() { inputs, inputsDigest, outcomesDigest }: RoundCalculation): boolean {
    return digestOf(inputs) === inputsDigest && digestOf(JSON.stringify(score(JSON.parse(inputs)))) === outcomesDigest;
  }
}
