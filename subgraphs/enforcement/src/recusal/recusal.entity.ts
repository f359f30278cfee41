import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { RecusalApplicant, RecusalGround } from './recusal.enums';

/** That an officer of a case be recused, and what the head of the organ said (行政处罚法§43). */
@Entity('case_recusal')
@ObjectType('CaseRecusal', {
  description: 'An application that an officer be recused, and the decision on it (行政处罚法 §43). 回避申请及决定。',
})
export class Recusal extends CaseRecord {
  @Column({ type: 'varchar' })
  readonly officerId!: string;

  @Field(() => RecusalApplicant, { description: 'Who asks. 申请人。' })
  @Column({ type: 'varchar' })
  readonly applicant!: RecusalApplicant;

  @Field(() => RecusalGround, { description: 'Ground. 回避事由。' })
  @Column({ type: 'varchar' })
  readonly ground!: RecusalGround;

  @Field(() => String, { description: 'The facts behind it, without the names of persons. 具体情况（不含人名）。' })
  @Column({ type: 'varchar' })
  readonly facts!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked. 申请时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly appliedAt!: Date;

  @Field(() => Boolean, { nullable: true, description: 'Whether the officer is recused; null until it is decided. 是否准予回避。' })
  @Column({ type: 'boolean', nullable: true })
  readonly isGranted!: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the head of the organ decided (行政处罚法 §43③). 决定时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so. 决定理由。' })
  @Column({ type: 'varchar', nullable: true })
  readonly decisionReason!: string | null;
}
