import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { CourseMoveInput } from '@township-graph/shared/course/course-move.input';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ConcernedPartyInput } from '../concerned-party/concerned-party.input';
import { OrganInput } from '../organization/organ.input';
import { Complaint } from './complaint.entity';
import { ComplaintChannel, ComplaintKind, ComplaintLabour, ComplaintOutcome } from './complaint.enums';

@InputType({ description: 'Who complains or reports. 投诉举报人。' })
export class ComplainantInput {
  @Field(() => String, { description: 'Name, 1 to 50 characters. 姓名（1–50 字）。' })
  name!: string;

  @Field(() => String, { description: 'Telephone, 1 to 20 characters. 联系电话（1–20 字）。' })
  phone!: string;
}

@InputType({ description: 'A complaint or a report. 投诉举报登记内容。' })
export class FileComplaintInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'Where it came in. 登记区划。' })
  divisionCode!: string;

  @Field(() => ComplaintKind, { description: 'Kind. 类别。' })
  kind!: ComplaintKind;

  @Field(() => ComplaintChannel, { description: 'How it came in. 来源渠道。' })
  channel!: ComplaintChannel;

  @Field(() => ComplainantInput, { nullable: true, description: 'Who; nobody if anonymous. 投诉举报人，匿名的不填。' })
  complainant?: ComplainantInput | null;

  @Field(() => String, { description: 'What it says, 1 to 2000 characters. 内容（1–2000 字）。' })
  content!: string;

  @Field(() => ConcernedPartyInput, { nullable: true, description: 'Whom it is about, if that is known. 被投诉举报人。' })
  respondent?: ConcernedPartyInput | null;
}

@InputType({ description: 'Something done to a complaint. 对投诉举报的操作。' })
abstract class ComplaintMoveInput extends CourseMoveInput {
  @Field(() => ID, { description: 'The complaint. 投诉举报标识。' })
  complaintId!: string;
}

@InputType({ description: 'The acceptance of a complaint. 受理内容。' })
export class AcceptComplaintInput extends ComplaintMoveInput {}

@InputType({ description: 'A complaint that is not accepted. 不予受理内容。' })
export class RefuseComplaintInput extends ComplaintMoveInput {
  @Field(() => String, { description: 'Why, 1 to 200 characters. 理由（1–200 字）。' })
  reason!: string;
}

@InputType({ description: 'A complaint that another organ is to handle. 移送内容。' })
export class TransferComplaintInput extends ComplaintMoveInput {
  @Field(() => OrganInput, { description: 'To whom. 接收机关。' })
  to!: OrganInput;

  @Field(() => String, { description: 'Why, 1 to 200 characters. 理由（1–200 字）。' })
  reason!: string;
}

@InputType({ description: 'Who is to handle a complaint. 分派内容。' })
abstract class AssignmentInput extends ComplaintMoveInput {
  @Field(() => ComplaintLabour, { description: 'By which division of labour. 处置分工。' })
  labour!: ComplaintLabour;

  @Field(() => DivisionCodeScalar, {
    description: 'The township, or the county for its department. 办理区划：乡镇（街道），部门办理的为县。',
  })
  divisionCode!: string;

  @Field(() => OrganInput, { description: 'Who. 办理机关。' })
  handler!: OrganInput;

  @Field(() => ID, {
    nullable: true,
    description: 'The power concerned: a professional one is no township’s. 涉及的执法事项（专业领域的不得分派乡镇）。',
  })
  powerId?: string | null;
}

@InputType({ description: 'Who is to handle a complaint. 分派内容。' })
export class AssignComplaintInput extends AssignmentInput {}

@InputType({ description: 'An assignment that is disputed. 管辖争议内容。' })
export class DisputeComplaintInput extends ComplaintMoveInput {
  @Field(() => String, { description: 'Why, 1 to 200 characters. 理由（1–200 字）。' })
  reason!: string;
}

@InputType({ description: 'Who is to handle it after all. 管辖争议裁定内容。' })
export class DecideComplaintDisputeInput extends AssignmentInput {}

@InputType({ description: 'The result of a complaint. 办理结果内容。' })
export class RecordComplaintResultInput extends ComplaintMoveInput {
  @Field(() => ComplaintOutcome, { description: 'What came of it. 办理结果。' })
  outcome!: ComplaintOutcome;

  @Field(() => String, { description: 'In words, 1 to 500 characters. 办理情况（1–500 字）。' })
  result!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The case, filed with the source COMPLAINT; needed where one was filed, and only there. 案件标识（案件来源为投诉举报），仅立案查处填写。',
  })
  caseId?: string | null;
}

@InputType({ description: 'That the complainant was told. 告知内容。' })
export class TellComplainantInput extends ComplaintMoveInput {}

@InputType({ description: 'The end of a complaint. 办结内容。' })
export class CloseComplaintInput extends ComplaintMoveInput {
  @Field(() => Int, { nullable: true, description: 'Grade by the complainant, 1 (best) to 5. 满意度（1 最好，5 最差）。' })
  satisfaction?: number | null;
}

const WORDS = { en: 'The complaint as it is now', zh: '操作后的投诉举报' };

export const FileComplaintPayload = payloadOf(Complaint, 'complaint', 'fileComplaint', WORDS);
export const AcceptComplaintPayload = payloadOf(Complaint, 'complaint', 'acceptComplaint', WORDS);
export const RefuseComplaintPayload = payloadOf(Complaint, 'complaint', 'refuseComplaint', WORDS);
export const TransferComplaintPayload = payloadOf(Complaint, 'complaint', 'transferComplaint', WORDS);
export const AssignComplaintPayload = payloadOf(Complaint, 'complaint', 'assignComplaint', WORDS);
export const DisputeComplaintPayload = payloadOf(Complaint, 'complaint', 'disputeComplaint', WORDS);
export const DecideComplaintDisputePayload = payloadOf(Complaint, 'complaint', 'decideComplaintDispute', WORDS);
export const RecordComplaintResultPayload = payloadOf(Complaint, 'complaint', 'recordComplaintResult', WORDS);
export const TellComplainantPayload = payloadOf(Complaint, 'complaint', 'tellComplainant', WORDS);
export const CloseComplaintPayload = payloadOf(Complaint, 'complaint', 'closeComplaint', WORDS);
