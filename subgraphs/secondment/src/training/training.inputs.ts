import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { Training } from './training.entity';
import { TrainingResult } from './training.enums';

export const TrainingConnection = connectionOf(Training, 'Training', '培训记录');

@InputType({ description: 'Which trainings; all conditions apply together. 培训筛选条件（同时满足）。' })
export class TrainingFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Recorded in this division or below it. 登记区划（含下级）。' })
  divisionCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this member of staff. 参训人员。' })
  staffMemberId?: string | null;

  @Field(() => [TrainingResult], { nullable: true, description: 'With one of these results. 培训结果（任一）。' })
  result?: TrainingResult[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'That ended on this day or later. 结束日期起。' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'That ended before this day. 结束日期止（不含）。' })
  to?: string | null;
}

@ArgsType()
export class TrainingListArgs extends PageArgs {
  @Field(() => TrainingFilter, { nullable: true, description: 'Which trainings. 筛选条件。' })
  filter?: TrainingFilter | null;
}

@InputType({ description: 'A training that somebody has had. 登记培训。' })
export class RecordTrainingInput extends CommandInput {
  @Field(() => ID, { description: 'Who had it. 参训人员。' })
  staffMemberId!: string;

  @Field(() => String, { description: 'What it was about, 1 to 100 characters. 培训内容（1–100 字）。' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'Who gave it, to 100 characters. 培训单位（至100字）。' })
  provider?: string | null;

  @Field(() => Int, { description: 'Hours, 1 to 2,000. 学时（1–2000）。' })
  hours!: number;

  @Field(() => DateScalar, { description: 'Last day, not after today. 结束日期（不晚于今日）。' })
  completedOn!: string;

  @Field(() => TrainingResult, { description: 'What came of it. 培训结果。' })
  result!: TrainingResult;
}

export const RecordTrainingPayload = payloadOf(Training, 'training', 'recordTraining', {
  en: 'The training as it is on record',
  zh: '已登记的培训',
});
