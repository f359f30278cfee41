import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field } from 'type-graphql';
import { Reconciliation, ReportedFigure } from './reported-figure.entity';

export const ReportedFigureConnection = connectionOf(ReportedFigure, 'ReportedFigure', '公布数据');

@ArgsType()
export class DivisionFigureArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Of this mechanism, such as L17. 机制编号。' })
  mechanism?: string | null;

  @Field(() => Reconciliation, { nullable: true, description: 'With this result of reconciliation. 核对结果。' })
  reconciles?: Reconciliation | null;
}

@ArgsType()
export class ReportedFigureArgs extends DivisionFigureArgs {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Of this division and all below it. 该区划及其下级。' })
  division?: string | null;
}
