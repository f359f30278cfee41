import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { CaseDayRange } from '../case/case.inputs';
import { Complaint } from './complaint.entity';
import { ComplaintKind, ComplaintLabour, ComplaintState } from './complaint.enums';

export const ComplaintConnection = connectionOf(Complaint, 'Complaint', '投诉举报');

@InputType({ description: 'Which complaints; all conditions apply together. 投诉举报筛选条件（同时满足）。' })
export class ComplaintFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Handled in this division or below it. 办理区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => [ComplaintState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: ComplaintState[] | null;

  @Field(() => [ComplaintKind], { nullable: true, description: 'Of one of these kinds. 类别（任一）。' })
  kind?: ComplaintKind[] | null;

  @Field(() => [ComplaintLabour], { nullable: true, description: 'Assigned by one of these. 处置分工（任一）。' })
  labour?: ComplaintLabour[] | null;

  @Field(() => CaseDayRange, { nullable: true, description: 'Came in on these days. 登记日期范围。' })
  filedOn?: CaseDayRange | null;
}

@ArgsType()
export class ComplaintListArgs extends PageArgs {
  @Field(() => ComplaintFilter, { nullable: true, description: 'Which complaints. 筛选条件。' })
  filter?: ComplaintFilter | null;
}
