import { DateScalar } from '@township-graph/shared/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { EvaluationOutcome, OpenApplicationsRule } from './delegation.enums';

@ObjectType({ description: 'The batch that a delegation came in. 下放批次。' })
export class DelegationBatch {
  @Field(() => String, { description: 'Number. 批次编号。' })
  readonly number!: string;

  @Field(() => String, { description: 'Name. 批次名称。' })
  readonly name!: string;
}

@ObjectType({ description: 'The written agreement of an entrustment. 委托协议书。' })
export class DelegationAgreement {
  @Field(() => String, { description: 'Document number. 文号。' })
  readonly number!: string;

  @Field(() => DateScalar, { description: 'Day it was signed. 签订日期。' })
  readonly signedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day it no longer holds; null where none was recorded. 协议失效日期，未记载的为空。',
  })
  readonly validTo!: string | null;
}

@ObjectType({ description: 'How a delegation was published (行政处罚法§24, 行政许可法§24). 公布情况。' })
export class DelegationPublication {
  @Field(() => DateScalar, { description: 'Day of publication. 公布日期。' })
  readonly publishedOn!: string;

  @Field(() => String, { nullable: true, description: 'Number of the document that publishes it. 公布文号。' })
  readonly documentNumber!: string | null;
}

@ObjectType({ description: 'How a delegation came to its end: taken back, or run out. 收回（终止）情况。' })
export class DelegationReclaim {
  @Field(() => DateScalar, { description: 'First day it no longer holds. 收回（终止）生效日期。' })
  readonly effectiveOn!: string;

  @Field(() => String, { nullable: true, description: 'Legal ground. 法律依据。' })
  readonly legalBasis!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the decision. 文号。' })
  readonly documentNumber!: string | null;

  @Field(() => OpenApplicationsRule, { nullable: true, description: 'What happens to open applications. 在办件处理方式。' })
  readonly openApplications!: OpenApplicationsRule | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many open applications were handed to the department. 移交部门的在办件数。',
  })
  readonly handedBack!: number | null;
}

@ObjectType({ description: 'The last evaluation of a delegation (行政处罚法§24). 最近一次评估。' })
export class DelegationEvaluation {
  @Field(() => DateScalar, { description: 'Day. 评估日期。' })
  readonly evaluatedOn!: string;

  @Field(() => EvaluationOutcome, { description: 'What it recommends. 评估结论。' })
  readonly outcome!: EvaluationOutcome;
}
