import { Reads } from '@township-graph/shared/asked-properties';
import { maskPersonalData } from '@township-graph/shared/masking';
import { Personal } from '@township-graph/shared/personal-data';
import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { FaultInquiryState, FaultKind } from './fault-inquiry.enums';

/** Whether an officer is to answer for a step, or for none taken (执法过错责任追究). It knows nothing of fines (行政处罚法§74). */
@Entity('fault_inquiry')
@ObjectType({ description: 'Whether an officer is to answer for an unlawful step or for inaction. 执法过错责任追究。' })
@Directive('@key(fields: "id")')
export class FaultInquiry {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** The county that inquires. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly officerId!: string;

  @Personal('NAME')
  @Field(() => String, { description: 'Name of the officer; masked without a stated purpose. 执法人员姓名（默认脱敏）。' })
  @Column({ type: 'varchar' })
  readonly officerName!: string;

  /** Where the officer served then: nobody of that organ inquires. */
  @Column({ type: 'varchar' })
  readonly organCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly staffMemberId!: string;

  @Field(() => FaultKind, { description: 'Kind. 过错类别。' })
  @Column({ type: 'varchar' })
  readonly kind!: FaultKind;

  @Column({ type: 'varchar' })
  readonly factsText!: string;

  @Field(() => String, { description: 'Legal basis. 依据。' })
  @Column({ type: 'varchar' })
  readonly legalBasis!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly caseId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was opened. 启动时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly openedAt!: Date;

  /** Subject of the account that opened it: another decides. */
  @Column({ type: 'varchar' })
  readonly openedBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the officer may state their case. 陈述申辩期限。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  statementUntil!: Date | null;

  @Column({ type: 'varchar', nullable: true })
  statementText!: string | null;

  @Field(() => String, { nullable: true, description: 'How the officer is to answer, as the settings name it. 追究方式（按配置）。' })
  @Column({ type: 'varchar', nullable: true })
  decision!: string | null;

  @Column({ type: 'varchar', nullable: true })
  reasonText!: string | null;

  @Field(() => FaultInquiryState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: FaultInquiryState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('factsText')
  @Field(() => String, { description: 'What is asked about, without numbers of persons. 过错事实。' })
  facts(): string {
    return maskPersonalData(this.factsText);
  }

  @Reads('statementText')
  @Field(() => String, { nullable: true, description: 'What the officer says; null if nothing. 陈述申辩意见，放弃的为空。' })
  statement(): string | null {
    return this.statementText === null ? null : maskPersonalData(this.statementText);
  }

  @Reads('reasonText')
  @Field(() => String, { nullable: true, description: 'Why it was decided so. 决定理由。' })
  reason(): string | null {
    return this.reasonText === null ? null : maskPersonalData(this.reasonText);
  }

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The county that inquires. 追究机关所在县。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }
}
