import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { holds, sees } from '@township-graph/shared/viewer';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity';
import { answerOf } from '../application/application.payload';
import type { MattersContext } from '../context';
import { Rating } from './rating.entity';
import type { RatingState } from './rating.enums';
import {
  AddToRatingInput,
  AddToRatingPayload,
  CallBackRatingInput,
  CallBackRatingPayload,
  DismissRatingInput,
  DismissRatingPayload,
  MendRatingInput,
  MendRatingPayload,
  RateApplicationInput,
  RatingConnection,
  RatingListArgs,
} from './rating.inputs';
import { RATING_MACHINE } from './rating.moves';
import type { RatingRepository } from './rating.repository';
import type { RatingService } from './rating.service';

const RateApplicationPayload = answerOf('rateApplication');

/** callBackRating, mendRating, dismissRating; that a rating turns bad is nobody's to do. */
const actionsIn = (state: RatingState) =>
  RATING_MACHINE.availableActions(state, undefined)
    .filter((action) => action !== 'turnBad')
    .map((action) => `${action}Rating`);

@Resolver(() => Rating)
export class RatingResolver {
  constructor(
    private readonly ratingRepository: RatingRepository,
    private readonly ratings: RatingService,
    private readonly clock: Clock,
  ) {}

  @Query(() => RatingConnection, {
    name: 'ratings',
    description: 'Ratings by filter, latest first. Scope matters:read. 按条件查询好差评。',
  })
  list(@Args(() => RatingListArgs) { filter, ...page }: RatingListArgs, @Ctx() { viewer }: MattersContext): Connection<Rating> {
    const checked = checkedPage(page);
    return new RatingConnection({
      page: (asked) => this.ratingRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.ratingRepository.count(viewer, filter ?? {}),
    });
  }

  @Reads('applicationId')
  @FieldResolver(() => Application, { nullable: true, description: 'The application that is rated. 所评办件。' })
  application(@Root() { applicationId }: Rating, @Ctx() { loaders }: MattersContext): Shown<Application> {
    return loaders.applicationById.shown(applicationId);
  }

  @Reads('id')
  @FieldResolver(() => [TimelineEntry], { description: 'What was done about it, oldest first. 办理记录。' })
  timeline(@Root() { id }: Rating, @Ctx() { loaders }: MattersContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @FieldResolver(() => [CaseDeadline], { description: 'What is due: CALL_BACK, MEND. 时限。' })
  deadlines(@Root() { id }: Rating, @Ctx() { loaders }: MattersContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }

  @Reads('state', 'divisionCode', 'followUpAt')
  @FieldResolver(() => [String], { description: 'The mutations that this viewer may use on it now. 当前用户可执行的操作。' })
  availableActions(@Root() { state, divisionCode, followUpAt }: Rating, @Ctx() { viewer }: MattersContext): string[] {
    if (!holds(viewer, 'matters:handle') || !sees(viewer, divisionCode, this.clock)) return [];
    return [...actionsIn(state), ...(followUpAt === null ? ['addToRating'] : [])];
  }

  @Mutation(() => RateApplicationPayload, {
    description:
      'Rates an application that was delivered, once. A grade of 4 or 5 is bad: the applicant is called back about it. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 评价办件（好差评）。',
  })
  async rateApplication(
    @Arg('input', () => RateApplicationInput, { description: 'What is wanted. 请求内容。' }) input: RateApplicationInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return RateApplicationPayload.of(await this.ratings.rateApplication(context, input));
  }

  @Mutation(() => AddToRatingPayload, {
    description: 'Adds to a rating, once. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 追评。',
  })
  async addToRating(
    @Arg('input', () => AddToRatingInput, { description: 'What is wanted. 请求内容。' }) input: AddToRatingInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return AddToRatingPayload.of(await this.ratings.addToRating(context, input));
  }

  @Mutation(() => CallBackRatingPayload, {
    description:
      'The applicant was called back about a bad rating. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 差评回访。',
  })
  async callBackRating(
    @Arg('input', () => CallBackRatingInput, { description: 'What is wanted. 请求内容。' }) input: CallBackRatingInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return CallBackRatingPayload.of(await this.ratings.callBackRating(context, input));
  }

  @Mutation(() => MendRatingPayload, {
    description:
      'What a bad rating was about is mended. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 差评整改。',
  })
  async mendRating(
    @Arg('input', () => MendRatingInput, { description: 'What is wanted. 请求内容。' }) input: MendRatingInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return MendRatingPayload.of(await this.ratings.mendRating(context, input));
  }

  @Mutation(() => DismissRatingPayload, {
    description:
      'A bad rating is unfounded. Scope matters:handle. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 差评核查不属实。',
  })
  async dismissRating(
    @Arg('input', () => DismissRatingInput, { description: 'What is wanted. 请求内容。' }) input: DismissRatingInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return DismissRatingPayload.of(await this.ratings.dismissRating(context, input));
  }
}

/** What an application shows of its rating. */
@Resolver(() => Application)
export class ApplicationRatingResolver {
  @Reads('id')
  @FieldResolver(() => Rating, { nullable: true, description: 'What the applicant thinks of it. 好差评。' })
  rating(@Root() { id }: Application, @Ctx() { loaders }: MattersContext): Shown<Rating> {
    return loaders.ratingByApplication.shown(id);
  }
}
