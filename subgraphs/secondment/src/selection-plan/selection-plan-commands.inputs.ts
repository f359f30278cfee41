import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, InputType, Int } from 'type-graphql';
import { SelectionPlan } from './selection-plan.entity';

@InputType({ description: 'How many are to be selected in a year. 年度选派计划数。' })
export class YearlyTargetInput {
  @Field(() => Int, { description: 'The year. 年度。' })
  year!: number;

  @Field(() => Int, { description: 'How many, 1 to 10000 persons. 人数（1–10000）。' })
  number!: number;
}

@InputType({ description: 'A plan. 五年计划内容。' })
export class AdoptSelectionPlanInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'The county. 县（市、区）。' })
  divisionCode!: string;

  @Field(() => String, { description: 'The document that adopts it, 1 to 100 characters. 文号（1–100 字）。' })
  document!: string;

  @Field(() => [YearlyTargetInput], { description: 'How many in each of five years in a row. 连续五年的年度计划数。' })
  targets!: YearlyTargetInput[];
}

const WORDS = { en: 'The plan', zh: '五年计划' };

export const AdoptSelectionPlanPayload = payloadOf(SelectionPlan, 'plan', 'adoptSelectionPlan', WORDS);
