import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { CreditCodeScalar, DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { MatterChange } from './matter-change.entity';
import { ChangeGround, MatterChangeKind, MatterChangeState, MatterChangeSubject } from './matter-change.enums';
import { ItemChangeInput, MatterContentInput, NewListInput } from './matter-content.inputs';

export const MatterChangeConnection = connectionOf(MatterChange, 'MatterChange', '动态调整');

const answerOf = (mutation: string) =>
  payloadOf(MatterChange, 'change', mutation, { en: 'The change as it is now', zh: '动态调整（最新）' });

export const ProposeMatterChangePayload = answerOf('proposeMatterChange');
export const AmendMatterChangePayload = answerOf('amendMatterChange');
export const WithdrawMatterChangePayload = answerOf('withdrawMatterChange');
export const ApproveMatterChangePayload = answerOf('approveMatterChange');
export const ReturnMatterChangePayload = answerOf('returnMatterChange');
export const RejectMatterChangePayload = answerOf('rejectMatterChange');
export const PubliciseMatterChangePayload = answerOf('publiciseMatterChange');
export const PublishMatterChangePayload = answerOf('publishMatterChange');

@InputType({ description: 'Which changes; all conditions apply together. 动态调整筛选条件。' })
export class MatterChangeFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Of what belongs to this division or one below it. 该区划及其下级。' })
  divisionCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this matter. 事项。' })
  matterId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this list. 清单。' })
  responsibilityListId?: string | null;

  @Field(() => [MatterChangeState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: MatterChangeState[] | null;

  @Field(() => [MatterChangeKind], { nullable: true, description: 'Of one of these kinds. 调整类型（任一）。' })
  kind?: MatterChangeKind[] | null;

  @Field(() => MatterChangeSubject, { nullable: true, description: 'Of matters, or of lists. 调整对象。' })
  subjectType?: MatterChangeSubject | null;
}

@ArgsType()
export class MatterChangeListArgs extends PageArgs {
  @Field(() => MatterChangeFilter, { nullable: true, description: 'Which changes. 筛选条件。' })
  filter?: MatterChangeFilter | null;
}

@InputType({ description: 'On what ground something changes. 调整事由及依据。' })
export class MatterChangeGroundInput {
  @Field(() => ChangeGround, { description: 'Kind of the ground. 事由。' })
  kind!: ChangeGround;

  @Field(() => String, { description: 'The law, document or decision. 依据文件。' })
  document!: string;

  @Field(() => String, { nullable: true, description: 'Article; needed where the ground is a law. 条款（法规立改废必填）。' })
  article?: string | null;
}

@InputType({ description: 'Who does it from now on. 收回后承担的部门。' })
export class TakenOverByInput {
  @Field(() => String, { description: 'Name. 名称。' })
  name!: string;

  @Field(() => CreditCodeScalar, { description: 'Credit code. 统一社会信用代码。' })
  creditCode!: string;
}

@InputType({ description: 'A change of a matter, of a list, or a new list. 提出动态调整（事项、清单或新清单）。' })
export class ProposeMatterChangeInput extends CommandInput {
  @Field(() => String, { description: 'Who proposes, by name; the credit code is the token’s. 提出机构名称（代码取自令牌）。' })
  proposedByName!: string;

  @Field(() => MatterChangeKind, { description: 'What it does. 调整类型。' })
  kind!: MatterChangeKind;

  @Field(() => MatterChangeGroundInput, { description: 'On what ground. 调整事由及依据。' })
  ground!: MatterChangeGroundInput;

  @Field(() => String, { description: 'Why. 说明。' })
  reason!: string;

  @Field(() => ID, { nullable: true, description: 'The matter. 事项。' })
  matterId?: string | null;

  @Field(() => MatterContentInput, { nullable: true, description: 'What the matter is to say (ADD, REVISE). 事项调整内容。' })
  matter?: MatterContentInput | null;

  @Field(() => ID, { nullable: true, description: 'The list. 清单。' })
  responsibilityListId?: string | null;

  @Field(() => NewListInput, { nullable: true, description: 'Or a list that is not there yet. 或新清单。' })
  newList?: NewListInput | null;

  @Field(() => [ItemChangeInput], { nullable: true, description: 'Items of the list. 清单事项调整。' })
  items?: ItemChangeInput[] | null;

  @Field(() => TakenOverByInput, { nullable: true, description: 'Who does it from now on (RECLAIM). 收回后承担的部门。' })
  takenOverBy?: TakenOverByInput | null;
}

@InputType({ description: 'Which change, as it was read. 针对的动态调整及读取时的版本。' })
abstract class MatterChangeMoveInput extends CommandInput {
  @Field(() => ID, { description: 'The change. 动态调整。' })
  changeId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;
}

@InputType({ description: 'A step with its reason. 步骤及理由。' })
abstract class MatterChangeReasonInput extends MatterChangeMoveInput {
  @Field(() => String, { description: 'Why, or with what opinion. 理由或意见。' })
  reason!: string;
}

@InputType({ description: 'Proposed anew, on what is there now. 按现行版本重新提出。' })
export class AmendMatterChangeInput extends MatterChangeReasonInput {
  @Field(() => MatterContentInput, { nullable: true, description: 'What the matter is to say (ADD, REVISE). 事项调整内容。' })
  matter?: MatterContentInput | null;

  @Field(() => [ItemChangeInput], { nullable: true, description: 'Items of the list. 清单事项调整。' })
  items?: ItemChangeInput[] | null;
}

@InputType({ description: 'Who proposed it withdraws it. 撤回。' })
export class WithdrawMatterChangeInput extends MatterChangeReasonInput {}

@InputType({ description: 'Reviewed and found right. 审核通过。' })
export class ApproveMatterChangeInput extends MatterChangeReasonInput {}

@InputType({ description: 'Returned to be proposed anew. 退回。' })
export class ReturnMatterChangeInput extends MatterChangeReasonInput {}

@InputType({ description: 'Not to be. 不予调整。' })
export class RejectMatterChangeInput extends MatterChangeReasonInput {}

@InputType({ description: 'Put on public notice. 公示。' })
export class PubliciseMatterChangeInput extends MatterChangeMoveInput {}

@InputType({ description: 'Published: it is the list from the day on. 发布。' })
export class PublishMatterChangeInput extends MatterChangeMoveInput {
  @Field(() => String, { description: 'The body that publishes, by name. 发布机构名称。' })
  body!: string;

  @Field(() => String, { description: 'Document. 文号。' })
  documentNumber!: string;

  @Field(() => DateScalar, { description: 'First day it holds, today or later. 生效日期（不早于当日）。' })
  effectiveFrom!: string;
}
