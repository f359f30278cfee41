import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Division } from '../division/division.stub';
import { ComplaintDimension } from './complaint-dimension';

@ObjectType({ description: 'The value of one dimension in a row of statistics of complaints. 投诉举报统计维度取值。' })
export class ComplaintDimensionValue {
  @Field(() => ComplaintDimension, { description: 'Dimension. 维度。' })
  readonly dimension!: ComplaintDimension;

  @Field(() => String, { nullable: true, description: 'Code; null where complaints have none. 取值代码，无取值为空。' })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: 'In words, where the code is not a word itself. 取值名称。' })
  readonly label!: string | null;

  @Field(() => Division, { nullable: true, description: 'The division, where the dimension is one. 区划。' })
  division(): Division | null {
    return this.code !== null && this.dimension === ComplaintDimension.DIVISION ? Division.of(this.code) : null;
  }
}

const SUPPRESSED = 'null where the group is suppressed or there is none';
const share = (en: string, zh: string) => ({ nullable: true, description: `${en}, 0 to 1; ${SUPPRESSED}. ${zh}。` });
const count = (en: string, zh: string) => ({ nullable: true, description: `${en}; ${SUPPRESSED}. ${zh}。` });

@ObjectType({ description: 'Counts of complaints and reports of one group. 投诉举报统计。' })
export class ComplaintStatistics {
  @Field(() => [ComplaintDimensionValue], { description: 'What the group has in common. 分组取值。' })
  readonly dimensions!: readonly ComplaintDimensionValue[];

  @Field(() => Boolean, {
    description: 'Of fewer than five complainants, and the viewer has no pii:read: not told. 是否因人数过少（不足五人）而不予显示。',
  })
  readonly isSuppressed!: boolean;

  @Field(() => Int, count('All that came in', '登记数'))
  readonly complaints?: number | null;

  @Field(() => Int, count('Of nobody who gave a name', '匿名数'))
  readonly anonymous?: number | null;

  @Field(() => Int, count('Not accepted', '不予受理数'))
  readonly notAccepted?: number | null;

  @Field(() => Int, count('Transferred to an organ elsewhere', '移送数'))
  readonly transferred?: number | null;

  @Field(() => Int, count('Handled, with a result', '办理数'))
  readonly handled?: number | null;

  @Field(() => Int, count('That became the source of a case', '立案数'))
  readonly casesFiled?: number | null;

  @Field(() => Int, count('Whose assignment was in dispute, and was decided', '管辖争议裁定数'))
  readonly disputesDecided?: number | null;

  @Field(() => Int, count('Not handled although the time for it is up', '超期未办数'))
  readonly overdue?: number | null;

  @Field(() => Float, share('Accepted, or not, in time, of those that were to be', '按期受理率'))
  readonly acceptedOnTimeShare?: number | null;

  @Field(() => Float, share('Handled in time, of those that were to be', '按期办结率'))
  readonly handledOnTimeShare?: number | null;

  @Field(() => Float, share('Told in time, of those that were to be', '按期告知率'))
  readonly answeredOnTimeShare?: number | null;

  @Field(() => Int, count('Graded by who complained', '评价数'))
  readonly graded?: number | null;

  @Field(() => Float, share('Graded 1 to 3', '满意率'))
  readonly satisfaction?: number | null;
}
