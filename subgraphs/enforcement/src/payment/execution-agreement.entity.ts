import { DateScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { yuanOf } from '../money';
import { PaymentPart } from './fine-collection.entity';
import type { Instalment } from './late-fine.rules';

/** What organ and party agreed on, once the party was late (行政强制法§42). */
@Entity('execution_agreement')
@ObjectType({ description: 'Agreement on how an overdue decision is carried out (行政强制法 §42). 执行协议。' })
export class ExecutionAgreement extends CaseRecord {
  /** Of what it is an agreement: what is to be paid by one decision. */
  @Column({ type: 'varchar' })
  readonly collectionId!: string;

  @Field(() => String, { description: 'What was agreed on. 协议内容。' })
  @Column({ type: 'varchar' })
  readonly terms!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the party did to make it good; without it nothing is waived. 当事人采取的补救措施。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly remedialMeasures!: string | null;

  @Field(() => DateScalar, { description: 'Day of the agreement. 签订日期。' })
  @Column({ type: 'varchar' })
  readonly signedOn!: string;

  @Column({ type: 'simple-json' })
  readonly stages!: readonly Instalment[];

  @Column({ type: 'int' })
  readonly waivedFen!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it was not performed, and from which it is enforced again. 不履行之日（恢复强制执行）。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly brokenOn!: string | null;

  @Field(() => [PaymentPart], { description: 'What is paid by when. 分阶段履行的款项和期限。' })
  parts(): PaymentPart[] {
    return this.stages.map(PaymentPart.of);
  }

  @Field(() => DecimalScalar, { description: 'What is waived of the added fine, in yuan; nothing else can be. 减免的加处罚款（元）。' })
  waived(): string {
    return yuanOf(this.waivedFen);
  }
}
