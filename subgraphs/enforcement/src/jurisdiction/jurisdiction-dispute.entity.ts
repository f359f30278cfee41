import { CreditCodeScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';

/** Whose a case is: disputed between two organs, and designated by the one above both, or designated by it at once (行政处罚法§25②). */
@Entity('jurisdiction_dispute')
@ObjectType({
  description: 'A dispute over jurisdiction, and the designation by the common superior (行政处罚法 §25②). 管辖争议及指定管辖。',
})
export class JurisdictionDispute extends CaseRecord {
  @Field(() => CreditCodeScalar, {
    nullable: true,
    description:
      'Credit code of the organ that it is disputed with; null where it was designated at once. 争议的另一方机关统一社会信用代码。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly otherCreditCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of that organ. 争议的另一方机关。' })
  @Column({ type: 'varchar', nullable: true })
  readonly otherName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How it was consulted about without success; null where it was designated at once. 协商情况。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly consultation!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was reported to the common superior. 报请时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly reportedAt!: Date | null;

  @Field(() => CreditCodeScalar, {
    nullable: true,
    description: 'Credit code of the organ that was designated; null while the dispute is open. 被指定管辖的机关统一社会信用代码。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly designatedCreditCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of that organ. 被指定管辖的机关。' })
  @Column({ type: 'varchar', nullable: true })
  readonly designatedName!: string | null;

  @Field(() => CreditCodeScalar, {
    nullable: true,
    description: 'Credit code of the common superior that designated. 指定机关统一社会信用代码。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly superiorCreditCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of that organ. 指定机关。' })
  @Column({ type: 'varchar', nullable: true })
  readonly superiorName!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of its letter. 指定管辖文书号。' })
  @Column({ type: 'varchar', nullable: true })
  readonly documentNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is that organ’s. 指定理由。' })
  @Column({ type: 'varchar', nullable: true })
  readonly designationReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was designated; null while it is open. 指定时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly designatedAt!: Date | null;
}
