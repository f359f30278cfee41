import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Appeal } from './appeal.entity';
import { AppealAction } from './appeal.enums';

@InputType({ description: 'An appeal against a published result. 申诉内容。' })
export class FileAppealInput extends CommandInput {
  @Field(() => ID, { description: 'The result. 考核结果标识。' })
  resultId!: string;

  @Field(() => String, { description: 'What it objects to, 1 to 2000 characters. 申诉理由（1–2000 字）。' })
  grounds!: string;
}

@InputType({ description: 'The decision on an appeal. 复核决定。' })
export class DecideAppealInput extends CommandInput {
  @Field(() => ID, { description: 'The appeal. 申诉标识。' })
  appealId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => AppealAction, { description: 'Whether the result stands, or the round is scored anew. 维持或支持。' })
  action!: AppealAction;

  @Field(() => String, { description: 'What was decided, and why, 1 to 2000 characters. 决定及理由（1–2000 字）。' })
  decision!: string;
}

const WORDS = { en: 'The appeal as it is now', zh: '申诉（最新）' };
export const FileAppealPayload = payloadOf(Appeal, 'appeal', 'fileAppeal', WORDS);
export const DecideAppealPayload = payloadOf(Appeal, 'appeal', 'decideAppeal', WORDS);
