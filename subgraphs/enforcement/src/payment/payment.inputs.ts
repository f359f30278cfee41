import { DateScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { CaseMoveInput, CaseReasonedInput } from '../case/case-move.inputs';
import { CashGround, CourtResult, ExecutionEnd, PaymentChannel, PaymentPurpose } from './payment.enums';

@InputType({ description: 'A payment (行政处罚法 §67–70). 缴款。' })
export class RecordPaymentInput extends CaseMoveInput {
  @Field(() => PaymentPurpose, { description: 'What it pays. 款项性质。' })
  purpose!: PaymentPurpose;

  @Field(() => DecimalScalar, { description: 'Yuan. 金额（元）。' })
  amount!: string;

  @Field(() => DateScalar, { description: 'Day it was paid. 缴款日期。' })
  paidOn!: string;

  @Field(() => PaymentChannel, { description: 'How. 缴款方式。' })
  channel!: PaymentChannel;

  @Field(() => String, { nullable: true, description: 'Number of the official receipt; cash needs one (行政处罚法 §70). 专用票据号。' })
  receiptNumber?: string | null;

  @Field(() => CashGround, { nullable: true, description: 'Why cash was taken. 当场收缴情形。' })
  cashGround?: CashGround | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the party asked to pay in cash, in a remote place (行政处罚法 §69). 是否当事人提出。',
  })
  isCashAskedByParty?: boolean | null;
}

@InputType({ description: 'Cash that was taken is at the organ (行政处罚法 §71). 当场收缴罚款交至行政机关。' })
export class HandInCashInput extends CaseMoveInput {
  @Field(() => ID, { description: 'The payment. 缴款记录标识。' })
  paymentId!: string;

  @Field(() => DateScalar, { description: 'Day. 交至日期。' })
  on!: string;
}

@InputType({ description: 'Cash that was taken is at the bank (行政处罚法 §71). 当场收缴罚款缴付银行。' })
export class RemitCashInput extends CaseMoveInput {
  @Field(() => ID, { description: 'The payment. 缴款记录标识。' })
  paymentId!: string;

  @Field(() => DateScalar, { description: 'Day. 缴付日期。' })
  on!: string;
}

@InputType({ description: 'A part of what is put off. 分期。' })
export class PaymentPartInput {
  @Field(() => DateScalar, { description: 'Last day. 缴款期限。' })
  dueOn!: string;

  @Field(() => DecimalScalar, { description: 'Yuan. 金额（元）。' })
  amount!: string;
}

@InputType({ description: 'Payment is put off or divided (行政处罚法 §66②). 延期、分期缴纳罚款。' })
export class ExtendPaymentInput extends CaseMoveInput {
  @Field(() => [PaymentPartInput], { description: 'One part for a later day, or several; they sum up to what is unpaid. 各期。' })
  parts!: PaymentPartInput[];

  @Field(() => String, { description: 'The party’s application: what difficulty it is in. 当事人申请及经济困难情况。' })
  hardship!: string;
}

@InputType({ description: 'Organ and party agree on how an overdue decision is carried out (行政强制法 §42). 达成执行协议。' })
export class AgreeExecutionInput extends CaseMoveInput {
  @Field(() => [PaymentPartInput], {
    description: 'Stages; they sum up to all that is owed and not waived, and end while the court can still be asked. 各阶段款项和期限。',
  })
  parts!: PaymentPartInput[];

  @Field(() => String, { description: 'What was agreed on, 1000 characters at most. 协议内容。' })
  terms!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What is waived of the added fine, in yuan; never the fine. 减免的加处罚款（元）。',
  })
  waived?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the party did to make it good; then something may be waived. 当事人采取的补救措施。',
  })
  remedialMeasures?: string | null;

  @Field(() => Boolean, {
    description: 'Whether it harms neither the public interest nor anybody’s rights. 是否不损害公共利益和他人合法权益。',
  })
  harmsNobody!: boolean;
}

@InputType({ description: 'Execution ends (行政强制法 §40). 终结执行。' })
export class EndExecutionInput extends CaseReasonedInput {
  @Field(() => ExecutionEnd, { description: 'Ground. 终结执行的情形。' })
  ground!: ExecutionEnd;
}

@InputType({ description: 'The party is reminded (行政强制法 §54). 催告。' })
export class RemindPartyInput extends CaseMoveInput {
  @Field(() => DateScalar, { description: 'Day on which the reminder was served. 催告书送达日期。' })
  servedOn!: string;
}

@InputType({ description: 'What came of the application to the court. 法院强制执行结果。' })
export class RecordCourtResultInput extends CaseMoveInput {
  @Field(() => CourtResult, { description: 'What came of it. 结果。' })
  result!: CourtResult;
}
