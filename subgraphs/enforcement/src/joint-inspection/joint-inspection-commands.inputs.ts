import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { CourseMoveInput } from '@township-graph/shared/course/course-move.input';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ConcernedPartyInput } from '../concerned-party/concerned-party.input';
import { OrganInput } from '../organization/organ.input';
import { InspectionItem } from './inspection-item.entity';
import { JointInspectionPlan } from './inspection-plan.entity';
import { JointInspection } from './joint-inspection.entity';
import { InspectionGround, InspectionResult } from './joint-inspection.enums';

@InputType({ description: 'An item that is put into the list. 列入清单的检查事项。' })
export class ListInspectionItemInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'Where it may be inspected. 适用区划。' })
  divisionCode!: string;

  @Field(() => String, { description: 'Code, unique in the division, 1 to 50 characters. 事项编码（1–50 字）。' })
  code!: string;

  @Field(() => String, { description: 'Name, 1 to 200 characters. 事项名称（1–200 字）。' })
  name!: string;

  @Field(() => String, { description: 'Legal basis, 1 to 200 characters. 检查依据（1–200 字）。' })
  legalBasis!: string;

  @Field(() => OrganInput, { description: 'The authority. 检查主体。' })
  authority!: OrganInput;

  @Field(() => DateScalar, { description: 'Day it was published, today or before. 公布日期（不晚于今日）。' })
  publishedOn!: string;
}

@InputType({ description: 'An item that leaves the list. 移出清单的检查事项。' })
export class WithdrawInspectionItemInput extends CourseMoveInput {
  @Field(() => ID, { description: 'The item. 检查事项标识。' })
  itemId!: string;
}

@InputType({ description: 'A yearly plan. 年度检查计划内容。' })
export class PlanInspectionInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'Where it applies. 适用区划。' })
  divisionCode!: string;

  @Field(() => Int, { description: 'This calendar year or the next. 年度（本年或者次年）。' })
  year!: number;

  @Field(() => String, { description: 'Title, 1 to 200 characters. 计划名称（1–200 字）。' })
  title!: string;

  @Field(() => OrganInput, { description: 'The organ that leads. 牵头机关。' })
  organ!: OrganInput;

  @Field(() => [ID], { description: 'Items of the list, 1 to 100, of however many authorities. 清单内的检查事项（1–100 项）。' })
  itemIds!: string[];
}

@InputType({ description: 'The filing of a plan. 计划备案内容。' })
export class FileInspectionPlanInput extends CourseMoveInput {
  @Field(() => ID, { description: 'The plan. 计划标识。' })
  planId!: string;

  @Field(() => String, { description: 'Number under which it is filed, 1 to 100 characters. 备案文号（1–100 字）。' })
  filingNumber!: string;
}

@InputType({ description: 'The publication of a plan. 计划公布内容。' })
export class PublishInspectionPlanInput extends CourseMoveInput {
  @Field(() => ID, { description: 'The plan. 计划标识。' })
  planId!: string;
}

@InputType({ description: 'A visit. 入企检查内容。' })
export class StartInspectionInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'Township or village where it takes place. 检查所在区划。' })
  divisionCode!: string;

  @Field(() => ConcernedPartyInput, { description: 'Whom it visits. 被检查对象。' })
  target!: ConcernedPartyInput;

  @Field(() => InspectionGround, { description: 'Why it is made. 启动依据。' })
  ground!: InspectionGround;

  @Field(() => ID, { nullable: true, description: 'The published plan, of a planned visit alone. 年度检查计划，仅计划内检查填写。' })
  planId?: string | null;

  @Field(() => String, { nullable: true, description: 'The reason, of any other, 1 to 200 characters. 计划外检查的理由（1–200 字）。' })
  groundReason?: string | null;

  @Field(() => [ID], { description: 'Items, 1 to 100. 检查事项（1–100 项）。' })
  itemIds!: string[];

  @Field(() => [ID], { description: 'Two certified officers or more (行政处罚法§42). 执法人员（不少于两人）。' })
  officerIds!: string[];

  @Field(() => String, { description: 'The code that was scanned at the door, 1 to 100 characters. 扫码入企编码（1–100 字）。' })
  scanCode!: string;
}

@InputType({ description: 'Something done to a visit. 对联合检查的操作。' })
abstract class VisitMoveInput extends CourseMoveInput {
  @Field(() => ID, { description: 'The visit. 联合检查标识。' })
  inspectionId!: string;
}

@InputType({ description: 'Items that join a visit. 并入的检查事项。' })
export class JoinInspectionInput extends VisitMoveInput {
  @Field(() => [ID], { description: 'Items, 1 to 100. 检查事项（1–100 项）。' })
  itemIds!: string[];
}

@InputType({ description: 'What was found of an item. 检查事项结果。' })
export class FoundOfItemInput {
  @Field(() => ID, { description: 'The item. 检查事项标识。' })
  itemId!: string;

  @Field(() => InspectionResult, { description: 'What was found. 检查结果。' })
  result!: InspectionResult;

  @Field(() => String, { nullable: true, description: 'The problem, of a problem alone, 1 to 500 characters. 问题描述（1–500 字）。' })
  finding?: string | null;
}

@InputType({ description: 'The results of a visit. 检查结果内容。' })
export class RecordInspectionInput extends VisitMoveInput {
  @Field(() => [FoundOfItemInput], { description: 'One for each item. 每一事项一个结果。' })
  results!: FoundOfItemInput[];
}

@InputType({ description: 'What became of a problem. 问题跟进内容。' })
export class FollowUpInspectionInput extends VisitMoveInput {
  @Field(() => ID, { description: 'The item. 检查事项标识。' })
  itemId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The case, filed with the source INSPECTION; needed of the clue of a case. 转立案件标识（案件来源为行政检查），案件线索必填。',
  })
  caseId?: string | null;
}

@InputType({ description: 'The end of a visit. 办结内容。' })
export class CloseInspectionInput extends VisitMoveInput {}

@InputType({ description: 'A visit that is broken off. 中止内容。' })
export class AbandonInspectionInput extends VisitMoveInput {
  @Field(() => String, { description: 'Why, 1 to 200 characters. 原因（1–200 字）。' })
  reason!: string;
}

const ITEM = { en: 'The item as it is now', zh: '操作后的检查事项' };
const PLAN = { en: 'The plan as it is now', zh: '操作后的年度检查计划' };
const VISIT = { en: 'The visit as it is now', zh: '操作后的联合检查' };

export const ListInspectionItemPayload = payloadOf(InspectionItem, 'inspectionItem', 'listInspectionItem', ITEM);
export const WithdrawInspectionItemPayload = payloadOf(InspectionItem, 'inspectionItem', 'withdrawInspectionItem', ITEM);
export const PlanInspectionPayload = payloadOf(JointInspectionPlan, 'plan', 'planInspection', PLAN);
export const FileInspectionPlanPayload = payloadOf(JointInspectionPlan, 'plan', 'fileInspectionPlan', PLAN);
export const PublishInspectionPlanPayload = payloadOf(JointInspectionPlan, 'plan', 'publishInspectionPlan', PLAN);
export const StartInspectionPayload = payloadOf(JointInspection, 'jointInspection', 'startInspection', VISIT);
export const JoinInspectionPayload = payloadOf(JointInspection, 'jointInspection', 'joinInspection', VISIT);
export const RecordInspectionPayload = payloadOf(JointInspection, 'jointInspection', 'recordInspection', VISIT);
export const FollowUpInspectionPayload = payloadOf(JointInspection, 'jointInspection', 'followUpInspection', VISIT);
export const CloseInspectionPayload = payloadOf(JointInspection, 'jointInspection', 'closeInspection', VISIT);
export const AbandonInspectionPayload = payloadOf(JointInspection, 'jointInspection', 'abandonInspection', VISIT);
