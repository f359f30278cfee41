import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Division } from '../division/division.stub';
import { StaffingDimension } from './staffing-dimension';

@ObjectType({ description: 'The value of one dimension in a row of statistics of staff. 人员统计维度取值。' })
export class StaffingDimensionValue {
  @Field(() => StaffingDimension, { description: 'Dimension. 维度。' })
  readonly dimension!: StaffingDimension;

  @Field(() => String, { nullable: true, description: 'Code; null where people have none. 取值代码，无取值为空。' })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: 'In words, where the code is not a word itself. 取值名称。' })
  readonly label!: string | null;

  @Field(() => Division, { nullable: true, description: 'The division, where the dimension is one. 区划。' })
  division(): Division | null {
    return this.code !== null && this.dimension === StaffingDimension.DIVISION ? Division.of(this.code) : null;
  }
}

const SUPPRESSED = 'null where the group is suppressed';

@ObjectType({ description: 'Counts of staff of one group. 人员统计。' })
export class StaffingStatistics {
  @Field(() => [StaffingDimensionValue], { description: 'What the group has in common. 分组取值。' })
  readonly dimensions!: StaffingDimensionValue[];

  @Field(() => Boolean, {
    description: 'Whether the group has fewer than five people and is not counted for a viewer without pii:read. 是否因不足5人而不予显示。',
  })
  readonly isSuppressed!: boolean;

  @Field(() => Int, { nullable: true, description: `People; ${SUPPRESSED}. 人数。` })
  readonly people!: number | null;

  @Field(() => Int, { nullable: true, description: `Of these, who serve elsewhere than at home; ${SUPPRESSED}. 在外区划服务人数。` })
  readonly servingElsewhere!: number | null;

  @Field(() => Int, { nullable: true, description: `In leading posts; ${SUPPRESSED}. 领导职务人数。` })
  readonly leading!: number | null;

  @Field(() => Int, { nullable: true, description: `Outside all establishments; ${SUPPRESSED}. 编制外人数。` })
  readonly outside!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `Who serve elsewhere than at home, against those who serve at home: 0.9 for 90 %; ${SUPPRESSED}, or where nobody serves at home. 外来力量与本地力量之比（可调配力量增幅）。`,
  })
  readonly growth!: number | null;
}
