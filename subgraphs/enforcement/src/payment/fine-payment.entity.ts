import { DateScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { yuanOf } from '../money';
import { CashGround, PaymentChannel, PaymentPurpose } from './payment.enums';

@Entity('fine_payment')
@ObjectType({ description: 'One payment. 缴款记录。' })
export class FinePayment extends CaseRecord {
  @Field(() => PaymentPurpose, { description: 'What it pays. 款项性质。' })
  @Column({ type: 'varchar' })
  readonly purpose!: PaymentPurpose;

  @Column({ type: 'int' })
  readonly fen!: number;

  @Field(() => DateScalar, { description: 'Day it was paid. 缴款日期。' })
  @Column({ type: 'varchar' })
  readonly paidOn!: string;

  @Field(() => PaymentChannel, { description: 'Bank, electronic, or cash on the spot. 缴款方式。' })
  @Column({ type: 'varchar' })
  readonly channel!: PaymentChannel;

  @Field(() => String, { nullable: true, description: 'Number of the official receipt; cash needs one (行政处罚法 §70). 专用票据号。' })
  @Column({ type: 'varchar', nullable: true })
  readonly receiptNumber!: string | null;

  @Field(() => CashGround, { nullable: true, description: 'Why cash was taken. 当场收缴情形。' })
  @Column({ type: 'varchar', nullable: true })
  readonly cashGround!: CashGround | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which cash came to the organ (行政处罚法 §71). 交至行政机关日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly handedInOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which cash came to the bank (行政处罚法 §71). 缴付银行日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly remittedOn!: string | null;

  @Field(() => DecimalScalar, { description: 'Yuan. 金额（元）。' })
  amount(): string {
    return yuanOf(this.fen);
  }
}
