import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { CourseMoveInput } from '@township-graph/shared/course/course-move.input';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { FaultInquiry } from './fault-inquiry.entity';
import { FaultInquiryState, FaultKind } from './fault-inquiry.enums';

export const FaultInquiryConnection = connectionOf(FaultInquiry, 'FaultInquiry', '执法过错责任追究');

@InputType({ description: 'Which inquiries; all conditions apply together. 过错责任追究筛选条件（同时满足）。' })
export class FaultInquiryFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Of this county or of one in it. 所属县（或该区划内各县）。' })
  divisionCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this officer. 执法人员。' })
  officerId?: string | null;

  @Field(() => [FaultInquiryState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: FaultInquiryState[] | null;
}

@ArgsType()
export class FaultInquiryListArgs extends PageArgs {
  @Field(() => FaultInquiryFilter, { nullable: true, description: 'Which inquiries. 筛选条件。' })
  filter?: FaultInquiryFilter | null;
}

@InputType({ description: 'An inquiry. 启动追究内容。' })
export class OpenFaultInquiryInput extends CommandInput {
  @Field(() => ID, { description: 'The officer. 执法人员标识。' })
  officerId!: string;

  @Field(() => FaultKind, { description: 'Kind. 过错类别。' })
  kind!: FaultKind;

  @Field(() => String, { description: 'What is asked about, 1 to 1000 characters. 过错事实（1–1000 字）。' })
  facts!: string;

  @Field(() => String, { description: 'Legal basis, 1 to 200 characters. 依据（1–200 字）。' })
  legalBasis!: string;

  @Field(() => ID, { nullable: true, description: 'The case concerned. 涉及案件标识。' })
  caseId?: string | null;
}

@InputType({ description: 'Something done to an inquiry. 对过错责任追究的操作。' })
abstract class FaultInquiryMoveInput extends CourseMoveInput {
  @Field(() => ID, { description: 'The inquiry. 过错责任追究标识。' })
  inquiryId!: string;
}

@InputType({ description: 'That the officer was told. 告知内容。' })
export class NotifyOfficerOfFaultInput extends FaultInquiryMoveInput {}

@InputType({ description: 'What the officer says. 陈述申辩内容。' })
export class RecordOfficerStatementInput extends FaultInquiryMoveInput {
  @Field(() => String, {
    nullable: true,
    description: 'In words, to 1000 characters; absent if it is waived. 陈述申辩意见（至多 1000 字），放弃的不填。',
  })
  statement?: string | null;
}

@InputType({ description: 'A fault that was found. 追究决定内容。' })
export class DecideFaultInput extends FaultInquiryMoveInput {
  @Field(() => String, { description: 'How the officer is to answer: one of ENFORCEMENT_FAULT_DECISIONS. 追究方式（按配置）。' })
  decision!: string;

  @Field(() => String, { description: 'Why, 1 to 500 characters. 理由（1–500 字）。' })
  reason!: string;
}

@InputType({ description: 'That no fault was found. 不予追究内容。' })
export class DismissFaultInquiryInput extends FaultInquiryMoveInput {
  @Field(() => String, { description: 'Why, 1 to 500 characters. 理由（1–500 字）。' })
  reason!: string;
}

const WORDS = { en: 'The inquiry as it is now', zh: '操作后的过错责任追究' };

export const OpenFaultInquiryPayload = payloadOf(FaultInquiry, 'faultInquiry', 'openFaultInquiry', WORDS);
export const NotifyOfficerOfFaultPayload = payloadOf(FaultInquiry, 'faultInquiry', 'notifyOfficerOfFault', WORDS);
export const RecordOfficerStatementPayload = payloadOf(FaultInquiry, 'faultInquiry', 'recordOfficerStatement', WORDS);
export const DecideFaultPayload = payloadOf(FaultInquiry, 'faultInquiry', 'decideFault', WORDS);
export const DismissFaultInquiryPayload = payloadOf(FaultInquiry, 'faultInquiry', 'dismissFaultInquiry', WORDS);
