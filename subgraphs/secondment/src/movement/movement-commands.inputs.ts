import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { CourseMoveInput } from '@township-graph/shared/course/course-move.input';
import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { MovementProposal } from './movement.entity';
import { MovementKind } from './movement.enums';

@InputType({ description: 'Something done to a movement. 对人事调整动议的操作。' })
abstract class MovementMoveInput extends CourseMoveInput {
  @Field(() => ID, { description: 'Which one. 人事调整动议标识。' })
  proposalId!: string;
}

@InputType({ description: 'A proposal. 动议内容。' })
export class ProposeMovementInput extends CommandInput {
  @Field(() => ID, { description: 'Whom it is about. 工作人员标识。' })
  staffMemberId!: string;

  @Field(() => MovementKind, { description: 'What is proposed. 类别。' })
  kind!: MovementKind;

  @Field(() => String, { description: 'Why, 1 to 500 characters. 理由（1–500 字）。' })
  reason!: string;
}

@InputType({ description: 'A decision. 决定内容。' })
export class DecideMovementInput extends MovementMoveInput {
  @Field(() => Boolean, { description: 'Whether it is decided as proposed. 是否采纳。' })
  isApproved!: boolean;

  @Field(() => String, { description: 'The decision, 1 to 250 characters. 决定内容（1–250 字）。' })
  decision!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What becomes of the reasons of a township that objects, 1 to 200 characters. 对乡镇（街道）不同意见的处理（1–200 字）。',
  })
  onObjection?: string | null;
}

@InputType({ description: 'The movement itself. 执行内容。' })
export class CarryOutMovementInput extends MovementMoveInput {
  @Field(() => DateScalar, { description: 'From when it has effect. 生效日期。' })
  effectiveOn!: string;
}

@InputType({ description: 'A withdrawal. 撤回内容。' })
export class WithdrawMovementInput extends MovementMoveInput {}

const WORDS = { en: 'The movement as it is now', zh: '操作后的人事调整' };

export const ProposeMovementPayload = payloadOf(MovementProposal, 'proposal', 'proposeMovement', WORDS);
export const DecideMovementPayload = payloadOf(MovementProposal, 'proposal', 'decideMovement', WORDS);
export const CarryOutMovementPayload = payloadOf(MovementProposal, 'proposal', 'carryOutMovement', WORDS);
export const WithdrawMovementPayload = payloadOf(MovementProposal, 'proposal', 'withdrawMovement', WORDS);
