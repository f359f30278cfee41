import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { CreditCodeScalar, DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { AdmissionKind } from '../admission/admission.enums';
import { DutyRefusal } from './duty-refusal.entity';
import { DutyRefusalState } from './duty-refusal.enums';

export const DutyRefusalConnection = connectionOf(DutyRefusal, 'DutyRefusal', '不予执行记录');

const answerOf = (mutation: string) => payloadOf(DutyRefusal, 'refusal', mutation, { en: 'The refusal as it is now', zh: '记录（最新）' });

export const RefuseUnapprovedDutyPayload = answerOf('refuseUnapprovedDuty');
export const UpholdDutyRefusalPayload = answerOf('upholdDutyRefusal');
export const OverruleDutyRefusalPayload = answerOf('overruleDutyRefusal');
export const WithdrawDutyRefusalPayload = answerOf('withdrawDutyRefusal');

@InputType({ description: 'Which refusals; all conditions apply together. 不予执行记录筛选条件。' })
export class DutyRefusalFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Raised in this division or below it. 该区划及其下级。' })
  divisionCode?: string | null;

  @Field(() => [DutyRefusalState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: DutyRefusalState[] | null;

  @Field(() => [AdmissionKind], { nullable: true, description: 'Of one of these kinds. 事项类别（任一）。' })
  kind?: AdmissionKind[] | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'Of what this department assigned. 交办部门。' })
  assignedBy?: string | null;
}

@ArgsType()
export class DutyRefusalListArgs extends PageArgs {
  @Field(() => DutyRefusalFilter, { nullable: true, description: 'Which refusals. 筛选条件。' })
  filter?: DutyRefusalFilter | null;
}

@InputType({ description: 'A township or village does not carry out what came without admission. 不予执行未经准入的职责。' })
export class RefuseUnapprovedDutyInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'Who refuses. 提出的乡镇（街道）、村（社区）。' })
  divisionCode!: string;

  @Field(() => AdmissionKind, { description: 'What was assigned. 事项类别。' })
  kind!: AdmissionKind;

  @Field(() => String, { description: 'The duty or task. 职责（事项）名称。' })
  dutyName!: string;

  @Field(() => String, { nullable: true, description: 'The catalogue item that it is. 基本编码。' })
  basicCode?: string | null;

  @Field(() => CreditCodeScalar, { description: 'Who assigned it. 交办部门统一社会信用代码。' })
  assignedByCreditCode!: string;

  @Field(() => String, { description: 'The same by name. 交办部门名称。' })
  assignedByName!: string;

  @Field(() => DateScalar, { description: 'Day it was assigned. 交办日期。' })
  assignedOn!: string;

  @Field(() => String, { description: 'How it came: document, meeting, message. 交办方式或文号。' })
  assignment!: string;

  @Field(() => String, { description: 'Why it is refused. 不予执行的理由。' })
  reason!: string;
}

@InputType({ description: 'A step on a refusal. 不予执行记录的处理。' })
abstract class DutyRefusalMoveInput extends CommandInput {
  @Field(() => ID, { description: 'The refusal. 记录。' })
  refusalId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why. 理由。' })
  reason!: string;
}

@InputType({ description: 'The county upholds the refusal. 支持不予执行。' })
export class UpholdDutyRefusalInput extends DutyRefusalMoveInput {}

@InputType({ description: 'The township takes it back. 撤回。' })
export class WithdrawDutyRefusalInput extends DutyRefusalMoveInput {}

@InputType({ description: 'The county overrules the refusal, by an admission or by law. 不支持，应予执行。' })
export class OverruleDutyRefusalInput extends DutyRefusalMoveInput {
  @Field(() => ID, { nullable: true, description: 'The admission in force on the day. 当日有效的准入。' })
  admissionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Or the law by which it is the township’s. 或应由乡镇承担的法律依据。' })
  legalBasis?: string | null;
}
