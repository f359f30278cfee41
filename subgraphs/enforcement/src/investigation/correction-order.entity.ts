import { DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';

/** An order to put it right. It is no penalty (行政处罚法§28①). */
@Entity('correction_order')
@ObjectType({ description: 'Order to put it right; no penalty (行政处罚法 §28). 责令（限期）改正通知书。' })
export class CorrectionOrder extends CaseRecord {
  @Field(() => String, { description: 'What is to be put right. 改正内容。' })
  @Column({ type: 'varchar' })
  readonly content!: string;

  @Field(() => String, { description: 'Law and article. 依据。' })
  @Column({ type: 'varchar' })
  readonly legalBasis!: string;

  @Field(() => DateTimeScalar, { description: 'When it was given. 作出时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly orderedAt!: Date;

  @Field(() => DateScalar, { description: 'Until when. 改正期限。' })
  @Column({ type: 'varchar' })
  readonly dueOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was checked. 复查时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly checkedAt!: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was found put right; null before the check. 是否改正。' })
  @Column({ type: 'boolean', nullable: true })
  readonly isCorrected!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What the check found. 复查情况。' })
  @Column({ type: 'varchar', nullable: true })
  readonly finding!: string | null;
}
