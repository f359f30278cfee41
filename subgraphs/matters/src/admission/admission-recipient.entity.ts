import { CreditCodeScalar, DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { RecipientOpinion } from './admission.enums';

@ObjectType({ description: 'What a recipient says to a request. 承接方意见。' })
export class AdmissionOpinion {
  @Field(() => RecipientOpinion, { description: 'Whether it agrees. 意见。' })
  readonly opinion!: RecipientOpinion;

  @Field(() => String, { nullable: true, description: 'Reasons, or the conditions of its agreement. 理由或条件。' })
  readonly reason!: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'The body that said so. 提出意见的机构。' })
  readonly organization!: string | null;

  @Field(() => DateTimeScalar, { description: 'When. 时间。' })
  readonly at!: Date;
}

/** A township or village that a request names, and from when to when it is admitted there. Reached from a visible request. */
@Entity('admission_recipient')
@ObjectType({ description: 'A township or village that a request names. 承接方（乡镇街道、村社区）。' })
export class AdmissionRecipient {
  @PrimaryColumn({ type: 'varchar' })
  readonly admissionId!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => Int, { description: 'Raised by every change. 版本号。' })
  @Column({ type: 'int' })
  readonly version!: number;

  @Column({ type: 'varchar', nullable: true })
  readonly opinion!: RecipientOpinion | null;

  @Column({ type: 'varchar', nullable: true })
  readonly opinionReason!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly opinionBy!: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly opinionAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Number of the batch that it came in; null while it is open. 批次。' })
  @Column({ type: 'int', nullable: true })
  readonly batch!: number | null;

  @Field(() => String, { nullable: true, description: 'Document of the government’s approval. 批准文号。' })
  @Column({ type: 'varchar', nullable: true })
  readonly documentNumber!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day it holds there. 生效日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly effectiveFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day it no longer does. 失效日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly effectiveTo!: string | null;

  @Field(() => Division, { nullable: true, description: 'The township or village. 承接的乡镇（街道）或村（社区）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  /** For who may read it: its county, and itself. */
  opinionGiven(): AdmissionOpinion | null {
    if (this.opinion === null) return null;
    const { opinion, opinionReason: reason, opinionBy: organization, opinionAt: at } = this;
    return Object.assign(new AdmissionOpinion(), { opinion, reason, organization, at });
  }
}
