import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { StaffMember } from '../staff-member/staff-member.entity';
import { Training } from './training.entity';
import { RecordTrainingInput, RecordTrainingPayload, TrainingConnection, TrainingListArgs } from './training.inputs';
import type { TrainingRepository } from './training.repository';
import type { TrainingService } from './training.service';

@Resolver(() => Training)
export class TrainingResolver {
  constructor(
    private readonly trainingRepository: TrainingRepository,
    private readonly trainingService: TrainingService,
  ) {}

  @Query(() => Training, {
    nullable: true,
    description: 'One training, within the viewer’s divisions. Scope personnel:read. 按标识查询培训记录。',
  })
  training(@Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string, @Ctx() { loaders }: SecondmentContext): Shown<Training> {
    return loaders.trainingById.shown(id);
  }

  @Query(() => TrainingConnection, {
    description: 'Trainings of who serves in the viewer’s divisions, newest first, with personnel:read. 按条件查询培训记录（限管辖范围）。',
  })
  trainings(
    @Args(() => TrainingListArgs) { filter, ...page }: TrainingListArgs,
    @Ctx() { viewer }: SecondmentContext,
  ): Connection<Training> {
    const checked = checkedPage(page);
    return new TrainingConnection({
      page: (asked) => this.trainingRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.trainingRepository.count(viewer, filter ?? {}),
    });
  }

  @Reads('staffMemberId')
  @FieldResolver(() => StaffMember, { nullable: true, description: 'Who had it, within the viewer’s divisions. 参训人员。' })
  staffMember(@Root() { staffMemberId }: Training, @Ctx() { loaders }: SecondmentContext): Shown<StaffMember> {
    return loaders.staffMemberById.shown(staffMemberId);
  }

  @Mutation(() => RecordTrainingPayload, {
    description:
      'Records a training that somebody has had. Scope personnel:manage. Errors: NOT_FOUND (the member of staff), BAD_USER_INPUT (DAY_OUT_OF_RANGE, NUMBER_OUT_OF_RANGE), CONFLICT (HAS_LEFT). 登记培训。',
  })
  async recordTraining(
    @Arg('input', () => RecordTrainingInput, { description: 'What is wanted. 请求内容。' }) input: RecordTrainingInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return RecordTrainingPayload.of(await this.trainingService.recordTraining(context, input));
  }
}

/** What a member of staff shows of trainings. */
@Resolver(() => StaffMember)
export class StaffTrainingsResolver {
  @Reads('id')
  @FieldResolver(() => TrainingConnection, { description: 'Trainings that they have had, newest first. 培训记录。' })
  trainings(
    @Root() { id }: StaffMember,
    @Args(() => TrainingListArgs) { filter, ...page }: TrainingListArgs,
    @Ctx() { loaders }: SecondmentContext,
  ): Connection<Training> {
    return new TrainingConnection(loaders.trainingsByStaffMember.of(id, filter ?? {}, page));
  }
}
