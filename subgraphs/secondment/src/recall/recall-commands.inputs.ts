import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { CourseMoveInput } from '@township-graph/shared/course/course-move.input';
import { Field, ID, InputType } from 'type-graphql';
import { Recall } from './recall.entity';

@InputType({ description: 'Something done to a recall. 对召回申请的操作。' })
abstract class RecallMoveInput extends CourseMoveInput {
  @Field(() => ID, { description: 'Which one. 召回申请标识。' })
  recallId!: string;
}

@InputType({ description: 'A request. 申请内容。' })
export class RequestRecallInput extends CommandInput {
  @Field(() => ID, { description: 'Who is to be recalled. 下沉记录标识。' })
  placementId!: string;

  @Field(() => String, { description: 'Why, 1 to 500 characters. 理由（1–500 字）。' })
  reason!: string;
}

@InputType({ description: 'A decision. 审核内容。' })
export class DecideRecallInput extends RecallMoveInput {
  @Field(() => Boolean, { description: 'Whether they are recalled. 是否召回。' })
  isRecalled!: boolean;

  @Field(() => String, { description: 'The decision, 1 to 500 characters. 审核意见（1–500 字）。' })
  decision!: string;
}

@InputType({ description: 'A withdrawal. 撤回内容。' })
export class WithdrawRecallInput extends RecallMoveInput {}

const WORDS = { en: 'The recall as it is now', zh: '操作后的召回申请' };

export const RequestRecallPayload = payloadOf(Recall, 'recall', 'requestRecall', WORDS);
export const DecideRecallPayload = payloadOf(Recall, 'recall', 'decideRecall', WORDS);
export const WithdrawRecallPayload = payloadOf(Recall, 'recall', 'withdrawRecall', WORDS);
