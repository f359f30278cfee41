import { Reads } from '@township-graph/shared/asked-properties';
import type { Shown } from '@township-graph/shared/loader';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { MovementProposal } from '../movement/movement.entity';
import { StaffMember } from './staff-member.entity';
import type { StaffPostService } from './staff-post.service';
import { StaffPostChange } from './staff-post-change.entity';
import { ChangeStaffPostInput, ChangeStaffPostPayload } from './staff-post-change.inputs';

@Resolver(() => StaffMember)
export class StaffPostResolver {
  constructor(private readonly staffPostService: StaffPostService) {}

  @Reads('id')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [StaffPostChange], { description: 'How they came to the post that they hold, oldest first. 历次职务职级变动。' })
  postHistory(@Root() { id }: StaffMember, @Ctx() { loaders }: SecondmentContext): Promise<StaffPostChange[]> {
    return loaders.postChangesByStaff.load(id);
  }

  @Mutation(() => ChangeStaffPostPayload, {
    description:
      'Records another post or rank of somebody; not a higher one while a recall bars them. Scope personnel:manage, where they serve and where their home is. Errors: NOT_FOUND, BAD_USER_INPUT (SAME_POST, DAY_OUT_OF_RANGE, TEXT_LENGTH), CONFLICT (HAS_LEFT, BARRED_FROM_PROMOTION, CONSULTATION_NEEDED, MOVEMENT_UNUSABLE, STALE_VERSION). 登记职务职级变动。',
  })
  async changeStaffPost(
    @Arg('input', () => ChangeStaffPostInput, { description: 'What is wanted. 请求内容。' }) input: ChangeStaffPostInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return ChangeStaffPostPayload.of(await this.staffPostService.changeStaffPost(context, input));
  }
}

@Resolver(() => StaffPostChange)
export class StaffPostChangeResolver {
  @Reads('proposalId')
  @FieldResolver(() => MovementProposal, { nullable: true, description: 'The movement behind it. 所依据的人事调整。' })
  proposal(@Root() { proposalId }: StaffPostChange, @Ctx() { loaders }: SecondmentContext): Shown<MovementProposal> | null {
    return proposalId === null ? null : loaders.movementProposalById.shown(proposalId);
  }
}
