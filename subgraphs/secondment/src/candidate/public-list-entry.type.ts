import { Personal } from '@township-graph/shared/personal-data';
import { DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Division } from '../division/division.stub';
import { pointsOf } from './ranking.rules';

/** What the public is told of somebody who is to be appointed. */
@ObjectType({ description: 'Somebody who is to be appointed, as the public is told. 拟聘人员公示信息。' })
export class PublicListEntry {
  @Field(() => ID, { description: 'The candidate, for objections. 报名人员标识（提出异议时填写）。' })
  readonly id!: string;

  /** The county. */
  readonly divisionCode!: string;

  @Personal('NAME')
  @Field(() => String, { description: 'Name; masked without a stated purpose. 姓名（默认脱敏）。' })
  readonly name!: string;

  @Field(() => Int, { description: 'Rank. 名次。' })
  readonly rank!: number;

  @Field(() => String, { description: 'The post. 岗位名称。' })
  readonly postTitle!: string;

  readonly campaignId!: string;
  readonly totalPoints!: number;
  readonly townshipCode!: string;

  @Field(() => String, { description: 'Where they come from. 原单位名称。' })
  readonly homeName!: string;

  @Field(() => DecimalScalar, { description: 'Total. 总成绩。' })
  totalScore(): string {
    return pointsOf(this.totalPoints, 4);
  }

  @Field(() => Division, { nullable: true, description: 'The township. 乡镇（街道）。' })
  division(): Division {
    return Division.of(this.townshipCode);
  }
}
