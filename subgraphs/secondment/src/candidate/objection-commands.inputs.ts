import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { CourseMoveInput } from '@township-graph/shared/course/course-move.input';
import { Field, ID, InputType } from 'type-graphql';
import { CandidateObjection } from './objection.entity';

@InputType({ description: 'Something done to an objection. 对公示异议的操作。' })
abstract class ObjectionMoveInput extends CourseMoveInput {
  @Field(() => ID, { description: 'Which one. 公示异议标识。' })
  objectionId!: string;
}

@InputType({ description: 'An objection. 异议内容。' })
export class ObjectToCandidateInput extends CommandInput {
  @Field(() => ID, { description: 'Whom it is about. 报名人员标识。' })
  candidateId!: string;

  @Field(() => String, { description: 'What it says, 1 to 500 characters. 异议内容（1–500 字）。' })
  content!: string;
}

@InputType({ description: 'The decision. 处理内容。' })
export class DecideObjectionInput extends ObjectionMoveInput {
  @Field(() => Boolean, { description: 'Whether it is upheld. 是否成立。' })
  isUpheld!: boolean;

  @Field(() => String, { description: 'What was found, 1 to 500 characters. 调查处理意见（1–500 字）。' })
  finding!: string;
}

const WORDS = { en: 'The objection as it is now', zh: '操作后的异议' };

export const ObjectToCandidatePayload = payloadOf(CandidateObjection, 'objection', 'objectToCandidate', WORDS);
export const DecideObjectionPayload = payloadOf(CandidateObjection, 'objection', 'decideObjection', WORDS);
