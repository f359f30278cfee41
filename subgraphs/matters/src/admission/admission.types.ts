import { CreditCodeScalar, DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { AdmissionReviewKind, EvaluationResult } from './admission.enums';
import { AdmissionRecipient } from './admission-recipient.entity';
import type { PassedReview } from './admission-request.entity';

@ObjectType({ description: 'A review that passed a request. 审核意见。' })
export class AdmissionReview {
  @Field(() => AdmissionReviewKind, { description: 'Which of the two. 审核类别。' })
  readonly kind!: AdmissionReviewKind;

  @Field(() => Int, {
    description: 'Of which application, from 1: one that was returned is applied for and reviewed anew. 第几次申请。',
  })
  readonly round!: number;

  @Field(() => String, { description: 'The body that reviewed, by name. 审核机构。' })
  readonly body!: string;

  @Field(() => CreditCodeScalar, { description: 'The same by credit code. 审核机构统一社会信用代码。' })
  readonly organization!: string;

  @Field(() => String, { description: 'Its opinion. 审核意见。' })
  readonly opinion!: string;

  @Field(() => DateTimeScalar, { description: 'When. 时间。' })
  readonly at!: Date;

  static of(review: PassedReview): AdmissionReview {
    return Object.assign(new AdmissionReview(), review, { at: new Date(review.at) });
  }
}

@ObjectType({ description: 'An evaluation of what came down. 定期评估。' })
export class AdmissionEvaluation {
  @Field(() => DateScalar, { description: 'Day. 评估日期。' })
  readonly on!: string;

  @Field(() => EvaluationResult, { description: 'What it comes to. 评估结论。' })
  readonly result!: EvaluationResult;

  @Field(() => Boolean, { description: 'Whether the staff is enough. 人员是否充足。' })
  readonly staffAdequate!: boolean;

  @Field(() => Boolean, { description: 'Whether the funds are enough. 经费是否充足。' })
  readonly fundsAdequate!: boolean;

  @Field(() => String, { description: 'What was found. 评估情况。' })
  readonly findings!: string;

  @Field(() => CreditCodeScalar, { description: 'Who evaluated. 评估机构。' })
  readonly organization!: string;
}

@ObjectType({ description: 'What was published at once: for whom, from when. 公布批次。' })
export class AdmissionBatch {
  @Field(() => Int, { description: 'Number, from 1. 批次。' })
  readonly number!: number;

  @Field(() => String, { description: 'Document of the approval. 批准文号。' })
  readonly documentNumber!: string;

  @Field(() => DateScalar, { description: 'First day in force. 生效日期。' })
  readonly effectiveFrom!: string;

  @Field(() => [AdmissionRecipient], { description: 'For whom. 承接方。' })
  readonly recipients!: AdmissionRecipient[];

  /** The batches that recipients came in, in order. */
  static of(recipients: readonly AdmissionRecipient[]): AdmissionBatch[] {
    const batches = new Map<number, AdmissionRecipient[]>();
    for (const each of recipients) if (each.batch !== null) batches.set(each.batch, [...(batches.get(each.batch) ?? []), each]);
    return [...batches]
      .sort(([one], [other]) => one - other)
      .map(([number, its]) => {
        const { documentNumber, effectiveFrom } = its[0]!;
        return Object.assign(new AdmissionBatch(), { number, documentNumber, effectiveFrom, recipients: its });
      });
  }
}
