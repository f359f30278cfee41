import { CommandInput } from '@township-graph/shared/command/command-input';
import { DateScalar } from '@township-graph/shared/scalars';
import { type ClassType, Field, ID, InputType, Int } from 'type-graphql';
import { DecisionOutcome, DeliveryMethod, SpecialProcedure } from './application.enums';

/** What every move is told. */
@InputType({ description: 'Which application, as it was read. 办件操作的公共字段。' })
export abstract class ApplicationMoveInput extends CommandInput {
  @Field(() => ID, { description: 'The application. 办件标识。' })
  applicationId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Remark for the timeline, 500 characters at most. 备注（至多 500 字）。' })
  note?: string | null;
}

@InputType({ description: 'Which application, and why. 办件操作及理由。' })
export abstract class ApplicationReasonedInput extends ApplicationMoveInput {
  @Field(() => String, {
    description: 'The reason, which the applicant is told; 500 characters at most. 理由（告知申请人，至多 500 字）。',
  })
  reason!: string;
}

/** An input with nothing of its own; each mutation has one, so that one can grow without the others. */
function inputOf<T extends ApplicationMoveInput>(name: string, en: string, zh: string, Base: abstract new () => T): ClassType<T> {
  @InputType(`${name}Input`, { description: `${en}. ${zh}。` })
  class MoveInput extends (Base as unknown as new () => ApplicationMoveInput) {}
  return MoveInput as unknown as ClassType<T>;
}

const plain = (name: string, en: string, zh: string) => inputOf(name, en, zh, ApplicationMoveInput);
const reasoned = (name: string, en: string, zh: string) => inputOf(name, en, zh, ApplicationReasonedInput);

export const SendApplicationInput = plain('SendApplication', 'A saved application is sent in', '提交暂存的申请');
export const PreReviewApplicationInput = plain('PreReviewApplication', 'It is looked through before it is received', '预审');
export const ReceiveApplicationInput = plain('ReceiveApplication', 'It is received', '收件');
export const SupplementApplicationInput = plain('SupplementApplication', 'What was missing has come', '补正材料');
export const AcceptApplicationInput = plain('AcceptApplication', 'It is accepted', '受理');
export const ForwardApplicationInput = plain('ForwardApplication', 'It goes one tier up', '转报');
export const ReviewApplicationInput = plain('ReviewApplication', 'Its review begins', '开始审查');
export const ResumeApplicationInput = plain('ResumeApplication', 'The special procedure is over', '特别程序结束，恢复计时');
export const CompleteApplicationInput = plain('CompleteApplication', 'It is completed', '办结');
export const WithdrawApplicationInput = plain('WithdrawApplication', 'The applicant withdraws it', '申请人撤回');
export const ArchiveApplicationInput = plain('ArchiveApplication', 'It is put on file', '归档');
export const SendBackApplicationInput = reasoned('SendBackApplication', 'It goes back before it is received', '预审退回');
export const RefuseApplicationInput = reasoned('RefuseApplication', 'It is not accepted', '不予受理');
export const DismissApplicationInput = reasoned('DismissApplication', 'No licence is needed', '不需要取得许可');
export const ReturnApplicationInput = reasoned('ReturnApplication', 'It is returned', '退件');

@InputType({ description: 'All that is missing, said once. 一次性告知补正。' })
export class RequestCorrectionInput extends ApplicationMoveInput {
  @Field(() => [String], { description: 'Each thing that is missing. 需补正的材料或事项。' })
  missingMaterials!: string[];
}

@InputType({ description: 'What was to follow has come (容缺受理). 收取容缺后补材料。' })
export class ReceiveSupplementInput extends ApplicationMoveInput {
  @Field(() => [String], {
    description: 'What has come, one at least, each as `missingMaterials` names it. 收到的材料（至少一项，与待补材料名称一致）。',
  })
  materials!: string[];
}

@InputType({ description: 'A special procedure begins; the time stands still. 启动特别程序，停止计时。' })
export class SuspendApplicationInput extends ApplicationMoveInput {
  @Field(() => SpecialProcedure, { description: 'Which one. 特别程序。' })
  procedure!: SpecialProcedure;

  @Field(() => DateScalar, {
    description:
      'Day until which it is expected to take, which the applicant is told (行政许可法 §45); today or later. 预计结束日期（书面告知申请人）。',
  })
  expectedUntil!: string;
}

@InputType({ description: 'The time is extended, once. 延长办理期限（一次）。' })
export class ExtendApplicationInput extends ApplicationReasonedInput {
  @Field(() => Int, { description: 'By how many working days, 1 to 10. 延长工作日数（1–10）。' })
  workdays!: number;

  @Field(() => String, {
    description:
      'Post of the head of the organ who approved it (行政许可法 §42), such as 局长: anybody may read it in the course, so no name; 60 characters at most. 批准延长的本机关负责人职务（如“局长”，不写姓名，至多 60 字）。',
  })
  approvedBy!: string;
}

@InputType({ description: 'It ends without a decision. 终止办理。' })
export class TerminateApplicationInput extends ApplicationReasonedInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The law that provides for it, with its article, 200 characters at most; none is needed only where what was to follow (容缺受理) never came. 终止办理的法律依据（容缺材料逾期未补的可不填，至多 200 字）。',
  })
  legalBasis?: string | null;
}

@InputType({ description: 'The decision. 作出决定。' })
export class DecideApplicationInput extends ApplicationMoveInput {
  @Field(() => DecisionOutcome, { description: 'What is decided. 决定结果。' })
  outcome!: DecisionOutcome;

  @Field(() => String, { nullable: true, description: 'Why; a denial needs it. 理由（不予决定必填）。' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'Name or number of the result. 结果名称（文号）。' })
  resultName?: string | null;
}

@InputType({ description: 'The result is handed over. 送达结果。' })
export class DeliverApplicationInput extends ApplicationMoveInput {
  @Field(() => DeliveryMethod, { description: 'Way. 送达方式。' })
  method!: DeliveryMethod;

  @Field(() => String, { nullable: true, description: 'Carrier; mail needs it. 承运单位（邮寄必填）。' })
  courier?: string | null;

  @Field(() => String, { nullable: true, description: 'Tracking number; mail needs it. 运单号（邮寄必填）。' })
  trackingNumber?: string | null;
}

@InputType({ description: 'It goes to another service point. 转办到其他服务点。' })
export class TransferApplicationInput extends ApplicationMoveInput {
  @Field(() => ID, { description: 'Where it goes. 目标服务点标识。' })
  servicePointId!: string;
}
