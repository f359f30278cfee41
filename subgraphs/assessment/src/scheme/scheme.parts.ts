import { DecimalScalar } from '@township-graph/shared/scalars';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { IndicatorDuty, IndicatorSource, RaterKind } from './scheme.enums';

/** Both what is given and what is shown: what is measured, and what it weighs. */
@InputType('SchemeIndicatorInput', { description: 'An indicator: what is measured, and what it weighs. 考核指标。' })
@ObjectType({ description: 'An indicator: what is measured, and what it weighs. 考核指标。' })
export class SchemeIndicator {
  @Field(() => String, { description: 'Code, unique in the scheme: letters, digits and _. 代码（方案内唯一）。' })
  code!: string;

  @Field(() => String, { description: 'Name, 1 to 100 characters; nothing about fines (行政处罚法 §74③). 名称（不得涉及罚没）。' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'How it is understood, to 500 characters. 指标说明。' })
  description?: string | null;

  @Field(() => DecimalScalar, { description: 'Weight; those of all indicators add up to 100 exactly. 权重（合计 100）。' })
  weight!: string;

  @Field(() => IndicatorSource, { description: 'Where its score comes from. 数据来源。' })
  source!: IndicatorSource;

  @Field(() => IndicatorDuty, { description: 'Whose duty it measures. 责任类型。' })
  duty!: IndicatorDuty;

  @Field(() => Boolean, { description: 'Whether a department and a township share its score. 是否捆绑考核（一个得分写入双方）。' })
  isBundled!: boolean;

  @Field(() => String, { nullable: true, description: 'The saved query, of GRAPH_QUERY; nothing about fines in it. 保存的查询语句。' })
  query?: string | null;

  @Field(() => String, { nullable: true, description: 'Path to the number in its answer, parted by dots. 结果取值路径。' })
  answerPath?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The answer that is worth 0 points. 得 0 分的取值。' })
  worst?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The answer that is worth 100 points; in between in a straight line. 得 100 分的取值（线性插值）。',
  })
  best?: string | null;
}

@InputType('SchemeRaterInput', { description: 'A group of raters, and what its scores weigh. 评分主体。' })
@ObjectType({ description: 'A group of raters, and what its scores weigh. 评分主体。' })
export class SchemeRater {
  @Field(() => String, { description: 'Code, unique in the scheme. 代码（方案内唯一）。' })
  code!: string;

  @Field(() => String, { description: 'Name, 1 to 100 characters. 名称。' })
  name!: string;

  @Field(() => RaterKind, { description: 'Who they are. 主体类别。' })
  kind!: RaterKind;

  @Field(() => DecimalScalar, {
    description: 'Weight; those of all groups add up to 100 exactly. One of 0 is heard and does not count. 权重（合计 100；0 仅作参考）。',
  })
  weight!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many cards make its part; a card of each rater when absent. 有效评分的最低份数（缺省为全部）。',
  })
  quorum?: number | null;
}

@InputType('SchemeAdjustmentInput', { description: 'What adds points, or takes some off. 加分项或减分项。' })
@ObjectType({ description: 'What adds points, or takes some off. 加分项或减分项。' })
export class SchemeAdjustment {
  @Field(() => String, { description: 'Code, unique in the scheme. 代码（方案内唯一）。' })
  code!: string;

  @Field(() => String, { description: 'Name, 1 to 100 characters. 名称。' })
  name!: string;

  @Field(() => DecimalScalar, { description: 'Points at the most, for each time. 每次分值上限。' })
  maximum!: string;
}

@InputType('SchemeCutOffsInput', { description: 'From which score which grade is given; 0 to 100, falling. 等次分数线。' })
@ObjectType({ description: 'From which score which grade is given; below the last the lowest. 等次分数线。' })
export class SchemeCutOffs {
  @Field(() => DecimalScalar, { description: 'The best grade. 优秀。' })
  first!: string;

  @Field(() => DecimalScalar, { description: 'The second. 第二等次。' })
  second!: string;

  @Field(() => DecimalScalar, { description: 'The third. 第三等次。' })
  third!: string;
}
