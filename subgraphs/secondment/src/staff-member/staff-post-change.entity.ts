import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PostRank } from './staff-member.enums';
import { StaffPost } from './staff-post.type';

/** That somebody's post became another. Never changed, never removed. */
@Entity('staff_post_change')
@ObjectType({ description: 'That somebody’s post became another. 职务职级变动。' })
export class StaffPostChange {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly staffMemberId!: string;

  @Column({ type: 'varchar' })
  readonly fromTitle!: string;

  @Column({ type: 'varchar' })
  readonly fromRank!: PostRank;

  @Column({ type: 'boolean' })
  readonly wasLeading!: boolean;

  @Column({ type: 'varchar' })
  readonly toTitle!: string;

  @Column({ type: 'varchar' })
  readonly toRank!: PostRank;

  @Column({ type: 'boolean' })
  readonly isLeading!: boolean;

  @Field(() => DateScalar, { description: 'First day of the new post. 生效日期。' })
  @Column({ type: 'varchar' })
  readonly effectiveOn!: string;

  @Field(() => String, { description: 'Number of the document. 任免文号。' })
  @Column({ type: 'varchar' })
  readonly document!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly proposalId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was recorded. 登记时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly recordedAt!: Date;

  @Reads('fromTitle', 'fromRank', 'wasLeading')
  @Field(() => StaffPost, { description: 'The post before. 变动前岗位（职务）。' })
  from(): StaffPost {
    return new StaffPost(this.fromTitle, this.fromRank, this.wasLeading);
  }

  @Reads('toTitle', 'toRank', 'isLeading')
  @Field(() => StaffPost, { description: 'The post since. 变动后岗位（职务）。' })
  to(): StaffPost {
    return new StaffPost(this.toTitle, this.toRank, this.isLeading);
  }
}
