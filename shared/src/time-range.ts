import { Field, InputType } from 'type-graphql';
import { DateTimeScalar } from './scalars';

@InputType({ description: 'A stretch of time, half open: from its first instant up to, and without, its last. 时间范围（含起不含止）。' })
export class TimeRange {
  @Field(() => DateTimeScalar, { nullable: true, description: 'First instant; open when absent. 起始时间（含）。' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'First instant that no longer counts; open when absent. 截止时间（不含）。' })
  to?: Date | null;
}
