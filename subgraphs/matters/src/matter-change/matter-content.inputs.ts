import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { CreditCodeScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { HandlingKind } from '../matter/matter.enums';
import { TimeUnit } from '../matter/time-limit';
import { DutyCriteriaInput } from '../responsibility/community-duty.inputs';
import { DutyClass, ResponsibilityListKind } from '../responsibility/responsibility.enums';
import { ItemChangeKind } from './matter-change.enums';

@InputType({ description: 'A time limit. 时限。' })
export class TimeLimitInput {
  @Field(() => Int, { description: 'How many; 0 is on the spot. 时限数值，0 为当场办结。' })
  value!: number;

  @Field(() => TimeUnit, { description: 'Of what. 时限单位。' })
  unit!: TimeUnit;
}

@InputType({ description: 'An article of law that a matter rests on. 设定依据。' })
export class LegalBasisInput {
  @Field(() => String, { description: 'The law or document. 依据名称。' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Article and paragraph. 条款。' })
  article!: string | null;

  @Field(() => String, { nullable: true, description: 'The wording. 条文内容。' })
  text!: string | null;
}

@InputType({ description: 'One step on the way to the result. 办理环节。' })
export class HandlingStepInput {
  @Field(() => String, { description: 'Name. 环节名称。' })
  name!: string;

  @Field(() => String, { description: 'What is done. 环节内容。' })
  content!: string;
}

@InputType({ description: 'A document that the applicant hands in. 申请材料。' })
export class MaterialInput {
  @Field(() => String, { description: 'Name. 材料名称。' })
  name!: string;

  @Field(() => Int, { description: 'Originals. 原件份数。' })
  originals!: number;

  @Field(() => Int, { description: 'Copies. 复印件份数。' })
  copies!: number;

  @Field(() => Boolean, { description: 'Whether it is always needed. 是否必备。' })
  required!: boolean;

  @Field(() => Boolean, { description: 'Whether the organ gets it by sharing. 是否可通过数据共享获得。' })
  shared!: boolean;
}

@InputType({ description: 'What a matter is to say; what is left out stays. 事项调整内容（未填写的不变）。' })
export class MatterContentInput {
  @Field(() => String, { nullable: true, description: 'Name. 事项名称。' })
  name?: string | null;

  @Field(() => HandlingKind, { nullable: true, description: 'At once, or within a promised limit. 办件类型。' })
  handlingKind?: HandlingKind | null;

  @Field(() => TimeLimitInput, { nullable: true, description: 'The limit that the law sets. 法定办结时限。' })
  statutoryLimit?: TimeLimitInput | null;

  @Field(() => TimeLimitInput, { nullable: true, description: 'The limit that the organ promises. 承诺办结时限。' })
  promisedLimit?: TimeLimitInput | null;

  @Field(() => String, { nullable: true, description: 'The department that guides it, by name. 牵头部门名称。' })
  leadName?: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'The same by credit code. 牵头部门统一社会信用代码。' })
  leadCreditCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'How often the applicant must come in person. 到办事现场次数。' })
  onSiteVisits?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Decided by machine. 是否“秒批”。' })
  instantApproval?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'On one certificate. 是否“一证通办”。' })
  singleCertificate?: boolean | null;

  @Field(() => [LegalBasisInput], { nullable: true, description: 'Legal bases, all of them. 设定依据（全部）。' })
  legalBases?: LegalBasisInput[] | null;

  @Field(() => [HandlingStepInput], { nullable: true, description: 'Steps, all of them. 办理环节（全部）。' })
  steps?: HandlingStepInput[] | null;

  @Field(() => [MaterialInput], { nullable: true, description: 'Materials, all of them. 申请材料（全部）。' })
  materials?: MaterialInput[] | null;

  @Field(() => [DivisionCodeScalar], { nullable: true, description: 'Where it is handled besides. 增加的办理地。' })
  addedSites?: string[] | null;
}

@InputType({ description: 'A list that is not there yet. 新清单。' })
export class NewListInput {
  @Field(() => DivisionCodeScalar, { description: 'Whose list it is. 所属区划。' })
  divisionCode!: string;

  @Field(() => ResponsibilityListKind, { description: 'Kind. 清单类型。' })
  kind!: ResponsibilityListKind;

  @Field(() => ExerciseLevel, { description: 'Level that it is for. 适用层级。' })
  level!: ExerciseLevel;

  @Field(() => String, { description: 'Title. 清单名称。' })
  title!: string;
}

@InputType({ description: 'Somebody who answers for an item. 责任方。' })
export class ResponsiblePartyInput {
  @Field(() => String, { description: 'Name. 责任方名称。' })
  name!: string;

  @Field(() => String, { description: 'What it does. 职责。' })
  duty!: string;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'Credit code. 统一社会信用代码。' })
  creditCode?: string | null;
}

@InputType({ description: 'What an item of a list says. 清单事项内容。' })
export class ItemContentInput {
  @Field(() => String, { description: 'Name. 事项名称。' })
  name!: string;

  @Field(() => DutyClass, { nullable: true, description: 'Class, in the lists of 2024–25. 履职事项分类。' })
  dutyClass?: DutyClass | null;

  @Field(() => DutyCriteriaInput, { nullable: true, description: 'The three tests, in a clean-up; they decide the outcome. 三项标准。' })
  criteria?: DutyCriteriaInput | null;

  @Field(() => String, { nullable: true, description: 'What takes it up, in a clean-up. 归并后的事项。' })
  mergedInto?: string | null;

  @Field(() => [ResponsiblePartyInput], {
    nullable: true,
    description: 'Who answers first; of what is taken back, who does it from now on. 主体责任方（收回的为今后承担部门）。',
  })
  primaryParties?: ResponsiblePartyInput[] | null;

  @Field(() => [ResponsiblePartyInput], { nullable: true, description: 'Who supports. 配合责任方。' })
  supportingParties?: ResponsiblePartyInput[] | null;

  @Field(() => String, { nullable: true, description: 'Basis. 依据。' })
  basis?: string | null;

  @Field(() => String, { nullable: true, description: 'The catalogue item that it is about. 对应的基本编码。' })
  basicCode?: string | null;
}

@InputType({ description: 'What happens to one item: added (content), said anew (both), ended (itemId). 清单事项的新增、变更或取消。' })
export class ItemChangeInput {
  @Field(() => ItemChangeKind, { description: 'What happens to it. 调整类型。' })
  change!: ItemChangeKind;

  @Field(() => ID, { nullable: true, description: 'The item as it stands. 现行事项。' })
  itemId?: string | null;

  @Field(() => ItemContentInput, { nullable: true, description: 'What it is to say, all of it. 调整后内容（全部）。' })
  content?: ItemContentInput | null;
}
