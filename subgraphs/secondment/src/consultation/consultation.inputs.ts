import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { Consultation } from './consultation.entity';
import { ConsultationKind, ConsultationState } from './consultation.enums';

export const ConsultationConnection = connectionOf(Consultation, 'Consultation', '征求意见');

@InputType({ description: 'Which consultations; all conditions apply together. 征求意见筛选条件（同时满足）。' })
export class ConsultationFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => [ConsultationKind], { nullable: true, description: 'Of one of these kinds. 类别（任一）。' })
  kind?: ConsultationKind[] | null;

  @Field(() => [ConsultationState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: ConsultationState[] | null;
}

@ArgsType()
export class ConsultationListArgs extends PageArgs {
  @Field(() => ConsultationFilter, { nullable: true, description: 'Which consultations. 筛选条件。' })
  filter?: ConsultationFilter | null;
}
