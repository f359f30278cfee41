import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AssessmentContext } from '../context';
import { RoundRater } from '../round/round-rater.entity';
import { RoundSubject } from '../round/round-subject.entity';
import { Scorecard } from './scorecard.entity';
import { ScorecardConnection, ScorecardListArgs, SubmitScorecardInput, SubmitScorecardPayload } from './scorecard.inputs';
import type { ScorecardRepository } from './scorecard.repository';
import type { ScorecardService } from './scorecard.service';
import { ScorecardRevision } from './scorecard-revision.entity';

@Resolver(() => Scorecard)
export class ScorecardResolver {
  constructor(
    private readonly repository: ScorecardRepository,
    private readonly service: ScorecardService,
  ) {}

  @Query(() => Scorecard, {
    nullable: true,
    description: 'One card, for its rater’s division and for who holds the round. 按标识查询评分表（限评分方和组织方）。',
  })
  scorecard(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: AssessmentContext,
  ): Shown<Scorecard> {
    return loaders.scorecardById.shown(id);
  }

  @Query(() => ScorecardConnection, {
    description:
      'Cards, newest first, for their raters’ divisions and for who holds the round. Scope assessment:read. 按条件查询评分表（限评分方和组织方）。',
  })
  scorecards(
    @Args(() => ScorecardListArgs) { filter, ...page }: ScorecardListArgs,
    @Ctx() { viewer }: AssessmentContext,
  ): Connection<Scorecard> {
    const checked = checkedPage(page);
    return new ScorecardConnection({
      page: (asked) => this.repository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.repository.count(viewer, filter ?? {}),
    });
  }

  @Reads('raterId')
  @FieldResolver(() => RoundRater, { nullable: true, description: 'Who rates. 评分人。' })
  rater(@Root() { raterId }: Scorecard, @Ctx() { loaders }: AssessmentContext): Shown<RoundRater> {
    return loaders.roundRaterById.shown(raterId);
  }

  @Reads('roundSubjectId')
  @FieldResolver(() => RoundSubject, { nullable: true, description: 'Who is rated. 考核对象。' })
  roundSubject(@Root() { roundSubjectId }: Scorecard, @Ctx() { loaders }: AssessmentContext): Shown<RoundSubject> {
    return loaders.roundSubjectById.shown(roundSubjectId);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [ScorecardRevision], { description: 'What it was before, oldest first. 历史版本，按时间先后。' })
  revisions(@Root() { id }: Scorecard, @Ctx() { loaders }: AssessmentContext): Promise<ScorecardRevision[]> {
    return loaders.revisionsByScorecard.load(id);
  }

  @Mutation(() => SubmitScorecardPayload, {
    description:
      'Hands in a card, or changes one with a reason; what it was is kept, and a late one says so. Nobody scores themselves. Scope assessment:score, as the rater. Errors: NOT_FOUND, FORBIDDEN (SELF_SCORING, NOT_THE_RATER), BAD_USER_INPUT (SCORES), CONFLICT (NOT_SCORING, CARD_EXISTS, STALE_VERSION). 提交或更改评分表（更改留痕，逾期注明，不得自评）。',
  })
  async submitScorecard(
    @Arg('input', () => SubmitScorecardInput, { description: 'What is wanted. 请求内容。' }) input: SubmitScorecardInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return SubmitScorecardPayload.of(await this.service.submitScorecard(context, input));
  }
}
