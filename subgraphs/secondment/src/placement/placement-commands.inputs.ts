import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { CourseMoveInput } from '@township-graph/shared/course/course-move.input';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { OrganInput } from '../organization/organ.input';
import { Placement } from './placement.entity';
import { PlacementKind } from './placement.enums';

@InputType({ description: 'Something done to a placement. 对下沉记录的操作。' })
abstract class PlacementMoveInput extends CourseMoveInput {
  @Field(() => ID, { description: 'Which one. 下沉记录标识。' })
  placementId!: string;
}

@InputType({ description: 'A placement. 下沉内容。' })
export class BeginPlacementInput extends CommandInput {
  @Field(() => ID, { description: 'Who. 工作人员标识。' })
  staffMemberId!: string;

  @Field(() => PlacementKind, { description: 'How; who is selected is appointed by a selection. 下沉方式（选派经选派程序）。' })
  kind!: PlacementKind;

  @Field(() => DivisionCodeScalar, { description: 'Where. 服务区划。' })
  divisionCode!: string;

  @Field(() => OrganInput, { description: 'With whom. 接收单位。' })
  organization!: OrganInput;

  @Field(() => String, { description: 'The post there, 1 to 100 characters. 岗位（职务）名称（1–100 字）。' })
  postTitle!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is a leading post at section level. 是否科级领导职务。' })
  isSectionChief?: boolean | null;

  @Field(() => String, { description: 'The document it rests on, 1 to 100 characters. 依据文号（1–100 字）。' })
  document!: string;

  @Field(() => DateScalar, { description: 'First day. 开始日期。' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; none of a transfer. 结束日期，调动的不填。' })
  to?: string | null;
}

@InputType({ description: 'The cancellation. 取消内容。' })
export class CancelPlacementInput extends PlacementMoveInput {
  @Field(() => String, { description: 'Why, 1 to 200 characters. 理由（1–200 字）。' })
  reason!: string;
}

@InputType({ description: 'The end of a placement. 结束内容。' })
export class EndPlacementInput extends PlacementMoveInput {
  @Field(() => String, { description: 'Why, 1 to 200 characters. 理由（1–200 字）。' })
  reason!: string;
}

@InputType({ description: 'A return. 退回内容。' })
export class ReturnPlacementInput extends PlacementMoveInput {
  @Field(() => String, { description: 'Why, 1 to 200 characters. 理由（1–200 字）。' })
  reason!: string;
}

@InputType({ description: 'A conversion. 转编内容。' })
export class ConvertPlacementInput extends PlacementMoveInput {}

@InputType({ description: 'A waiver. 放弃转编内容。' })
export class WaiveConversionInput extends PlacementMoveInput {
  @Field(() => String, { description: 'The document in which they waive it, 1 to 100 characters. 本人放弃的书面文件（1–100 字）。' })
  document!: string;
}

const WORDS = { en: 'The placement as it is now', zh: '操作后的下沉记录' };

export const BeginPlacementPayload = payloadOf(Placement, 'placement', 'beginPlacement', WORDS);
export const CancelPlacementPayload = payloadOf(Placement, 'placement', 'cancelPlacement', WORDS);
export const EndPlacementPayload = payloadOf(Placement, 'placement', 'endPlacement', WORDS);
export const ReturnPlacementPayload = payloadOf(Placement, 'placement', 'returnPlacement', WORDS);
export const ConvertPlacementPayload = payloadOf(Placement, 'placement', 'convertPlacement', WORDS);
export const WaiveConversionPayload = payloadOf(Placement, 'placement', 'waiveConversion', WORDS);
