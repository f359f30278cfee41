import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { OpenCasesRule, PowerGrantEvaluationOutcome } from './power-grant.enums';

@ObjectType({ description: 'The written agreement of an entrustment (行政处罚法§20). 委托书。' })
export class PowerGrantAgreement {
  @Field(() => String, { description: 'Document number. 文号。' })
  readonly number!: string;

  @Field(() => DateScalar, { description: 'Day it was signed. 签订日期。' })
  readonly signedOn!: string;

  @Field(() => DateScalar, { description: 'First day it no longer holds. 协议失效日期。' })
  readonly validTo!: string;
}

@ObjectType({ description: 'How a grant was published (行政处罚法§20, §24). 公布情况。' })
export class PowerGrantPublication {
  @Field(() => DateScalar, { description: 'Day of publication. 公布日期。' })
  readonly publishedOn!: string;

  @Field(() => String, { description: 'Number of the document that publishes it. 公布文号。' })
  readonly documentNumber!: string;
}

@ObjectType({ description: 'The last evaluation of a grant (行政处罚法§24). 最近一次评估。' })
export class PowerGrantEvaluation {
  @Field(() => DateScalar, { description: 'Day. 评估日期。' })
  readonly evaluatedOn!: string;

  @Field(() => PowerGrantEvaluationOutcome, { description: 'What it recommends. 评估结论。' })
  readonly outcome!: PowerGrantEvaluationOutcome;
}

@ObjectType({ description: 'How a power was taken back. 收回情况。' })
export class PowerReclaim {
  @Field(() => DateScalar, { description: 'First day it is no longer held. 收回生效日期。' })
  readonly effectiveOn!: string;

  @Field(() => String, { description: 'Legal ground. 法律依据。' })
  readonly legalBasis!: string;

  @Field(() => String, { description: 'Number of the decision. 文号。' })
  readonly documentNumber!: string;

  @Field(() => OpenCasesRule, { description: 'What happens to open cases. 在办案件处理方式。' })
  readonly openCases!: OpenCasesRule;
}
