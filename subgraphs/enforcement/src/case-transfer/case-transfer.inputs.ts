import { CreditCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { CaseMoveInput, CaseReasonedInput } from '../case/case-move.inputs';
import { TransferKind } from './case-transfer.enums';

@InputType({ description: 'A transfer is proposed (行政处罚法 §25, §27). 提出移送。' })
export class TransferCaseInput extends CaseReasonedInput {
  @Field(() => TransferKind, {
    description: 'JURISDICTION or POLICE: all others come of themselves. 移送类别（收回移交、指定管辖移交另行办理）。',
  })
  kind!: TransferKind;

  @Field(() => String, { description: 'To whom. 接收机关。' })
  recipient!: string;

  @Field(() => CreditCodeScalar, {
    nullable: true,
    description:
      'Its unified social credit code: an organ of this graph reads the case once it is handed over, and answers itself. 接收机关统一社会信用代码（本图内机关可查看并自行答复）。',
  })
  recipientCreditCode?: string | null;
}

@InputType({ description: 'The head of the organ decides on a transfer. 批准（不批准）移送。' })
export class DecideTransferInput extends CaseReasonedInput {
  @Field(() => ID, { description: 'The transfer. 移送标识。' })
  transferId!: string;

  @Field(() => Boolean, { description: 'Whether it is approved. 是否批准。' })
  isApproved!: boolean;
}

@InputType({ description: 'The case is handed over. 移送案件。' })
export class HandOverTransferInput extends CaseMoveInput {
  @Field(() => ID, { description: 'The transfer. 移送标识。' })
  transferId!: string;
}

@InputType({ description: 'The recipient answered. 登记接收机关答复。' })
export class AnswerTransferInput extends CaseReasonedInput {
  @Field(() => ID, { description: 'The transfer. 移送标识。' })
  transferId!: string;

  @Field(() => Boolean, { description: 'Whether the recipient takes the case over. 是否接收（立案）。' })
  isTakenOver!: boolean;
}
