import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { StaffMember } from './staff-member.entity';
import { PostRank } from './staff-member.enums';

@InputType({ description: 'Another post, or rank. 职务职级变动内容。' })
export class ChangeStaffPostInput extends CommandInput {
  @Field(() => ID, { description: 'The member of staff. 工作人员标识。' })
  staffMemberId!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT (STALE_VERSION) if it has changed. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => String, { description: 'What the post is called, 1 to 100 characters. 岗位（职务）名称（1–100 字）。' })
  postTitle!: string;

  @Field(() => PostRank, { description: 'Its level. 职务层次。' })
  postRank!: PostRank;

  @Field(() => Boolean, { description: 'Whether it is a leading post. 是否领导职务。' })
  isLeading!: boolean;

  @Field(() => DateScalar, { description: 'First day of it, not after today, nor before the change before it. 生效日期（不晚于今日）。' })
  effectiveOn!: string;

  @Field(() => String, { description: 'Number of the document, 1 to 100 characters. 任免文号（1–100 字）。' })
  document!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The movement that was carried out: needed of a leading post at section level of who serves in a township from elsewhere. 所依据的人事调整（科级领导职务须征求意见的必填）。',
  })
  proposalId?: string | null;
}

export const ChangeStaffPostPayload = payloadOf(StaffMember, 'staffMember', 'changeStaffPost', {
  en: 'The member of staff as they are now',
  zh: '操作后的工作人员',
});
