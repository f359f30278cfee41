import { CommandInput } from '@township-graph/shared/command/command-input';
import { type ClassType, Field, ID, InputType, Int } from 'type-graphql';

/** What every move is told. */
@InputType({ description: 'Which case, as it was read. 案件操作的公共字段。' })
export abstract class CaseMoveInput extends CommandInput {
  @Field(() => ID, { description: 'The case. 案件标识。' })
  caseId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Remark for the timeline, 500 characters at most. 备注（至多 500 字）。' })
  note?: string | null;
}

@InputType({ description: 'Which case, and why. 案件操作及理由。' })
export abstract class CaseReasonedInput extends CaseMoveInput {
  @Field(() => String, { description: 'Why; 500 characters at most. 理由（至多 500 字）。' })
  reason!: string;
}

/** An input with nothing of its own; each mutation has one, so that one can grow without the others. */
function inputOf<T extends CaseMoveInput>(name: string, en: string, zh: string, Base: abstract new () => T): ClassType<T> {
  @InputType(`${name}Input`, { description: `${en}. ${zh}。` })
  class MoveInput extends (Base as unknown as new () => CaseMoveInput) {}
  return MoveInput as unknown as ClassType<T>;
}

export const plainInput = (name: string, en: string, zh: string) => inputOf(name, en, zh, CaseMoveInput);
export const reasonedInput = (name: string, en: string, zh: string) => inputOf(name, en, zh, CaseReasonedInput);
