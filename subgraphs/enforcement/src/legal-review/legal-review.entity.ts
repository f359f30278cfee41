import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { ReviewResult } from './legal-review.enums';

@Entity('legal_review')
@ObjectType({ description: 'One legal review of a case (行政处罚法 §58). 法制审核。' })
export class LegalReview extends CaseRecord {
  @Column({ type: 'varchar' })
  readonly reviewerId!: string;

  @Field(() => ReviewResult, { description: 'Whether it passed. 审核结论。' })
  @Column({ type: 'varchar' })
  readonly result!: ReviewResult;

  @Field(() => String, { description: 'Opinion. 审核意见。' })
  @Column({ type: 'varchar' })
  readonly opinion!: string;

  @Field(() => DateTimeScalar, { description: 'When. 审核时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly reviewedAt!: Date;
}
