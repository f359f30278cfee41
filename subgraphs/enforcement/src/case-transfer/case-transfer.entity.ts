import { CreditCodeScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { Division } from '../division/division.stub';
import { TransferKind, TransferState } from './case-transfer.enums';

/** A case on its way to another organ, or to the police. */
@Entity('case_transfer')
@ObjectType({ description: 'Transfer of a case to another organ or the police. 案件移送。' })
export class CaseTransfer extends CaseRecord {
  @Field(() => TransferKind, { description: 'Kind. 移送类别。' })
  @Column({ type: 'varchar' })
  readonly kind!: TransferKind;

  @Field(() => TransferState, { description: 'State. 移送状态。' })
  @Column({ type: 'varchar' })
  readonly state!: TransferState;

  @Field(() => String, { description: 'To whom. 接收机关。' })
  @Column({ type: 'varchar' })
  readonly recipient!: string;

  @Field(() => CreditCodeScalar, {
    nullable: true,
    description: 'Unified social credit code of the recipient, where it is known. 接收机关统一社会信用代码（已知的）。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly recipientCreditCode!: string | null;

  /** Where the recipient reads its cases, if it is an organ of this graph. */
  @Column({ type: 'varchar', nullable: true })
  readonly recipientDivisionCode!: string | null;

  @Field(() => String, { description: 'Why. 理由。' })
  @Column({ type: 'varchar' })
  readonly reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was proposed. 提出时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly proposedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the head decided on it. 批准时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly decidedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed over. 移送时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly handedOverAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the recipient answered. 答复时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly answeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the head or the recipient said. 批准意见或者答复。' })
  @Column({ type: 'varchar', nullable: true })
  readonly answer!: string | null;

  @Field(() => Division, {
    nullable: true,
    description:
      'Where the recipient is, if it is an organ of this graph: it reads the case once it is handed over, and answers by answerTransfer itself. 接收机关所在区划（本图内机关，移送后可查看案件并自行答复）。',
  })
  recipientDivision(): Division | null {
    return this.recipientDivisionCode === null ? null : Division.of(this.recipientDivisionCode);
  }
}
