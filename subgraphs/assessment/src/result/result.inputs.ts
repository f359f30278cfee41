import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { SchemeKind, SubjectKind } from '../scheme/scheme.enums';
import { AppraisalResult } from './result.entity';

export const ResultConnection = connectionOf(AppraisalResult, 'AppraisalResult', '考核结果');

@InputType({ description: 'Which results; all conditions apply together. 考核结果筛选条件（同时满足）。' })
export class ResultFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Of subjects in this division or below it. 所在区划（含下级）。' })
  divisionCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this round. 考核轮次。' })
  roundId?: string | null;

  @Field(() => [SchemeKind], { nullable: true, description: 'Of appraisals of one of these kinds. 考核类别（任一）。' })
  kind?: SchemeKind[] | null;

  @Field(() => [SubjectKind], { nullable: true, description: 'Of subjects of one of these kinds. 对象类别（任一）。' })
  subjectKind?: SubjectKind[] | null;

  @Field(() => Int, { nullable: true, description: 'Of this year. 考核年度。' })
  year?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Confirmed, or not yet. 是否已确认。' })
  confirmed?: boolean | null;
}

@ArgsType()
export class ResultListArgs extends PageArgs {
  @Field(() => ResultFilter, { nullable: true, description: 'Which results. 筛选条件。' })
  filter?: ResultFilter | null;
}

@ArgsType()
export class RankingArgs extends PageArgs {
  @Field(() => ID, { description: 'The round. 考核轮次标识。' })
  round!: string;
}
