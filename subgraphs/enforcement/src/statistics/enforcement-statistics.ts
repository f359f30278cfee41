import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';
import { Division } from '../division/division.stub';
import { PenaltyKind } from '../power/power.enums';
import { EnforcementDimension } from './enforcement-dimension';

@ObjectType({ description: 'The value of one dimension in a row of statistics. 统计维度取值。' })
export class EnforcementDimensionValue {
  @Field(() => EnforcementDimension, { description: 'Dimension. 维度。' })
  readonly dimension!: EnforcementDimension;

  @Field(() => String, { nullable: true, description: 'Code; null where cases have none. 取值代码，无取值为空。' })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: 'In words, where the code is not a word itself. 取值名称。' })
  readonly label!: string | null;

  @Field(() => Division, { nullable: true, description: 'The division, where the dimension is one. 区划。' })
  division(): Division | null {
    return this.code !== null && this.dimension === EnforcementDimension.DIVISION ? Division.of(this.code) : null;
  }
}

@ObjectType({ description: 'In how many cases a kind of penalty stands. 某处罚种类的案件数。' })
export class PenaltyCount {
  @Field(() => PenaltyKind, { description: 'Kind. 处罚种类。' })
  readonly kind!: PenaltyKind;

  @Field(() => Int, { description: 'Cases in which it was imposed and not revoked. 案件数（不含已撤销）。' })
  readonly cases!: number;
}

@ObjectType({ description: 'What became of reviews, or of lawsuits. 行政复议（诉讼）情况。' })
export class RemedyCounts {
  @Field(() => Int, { description: 'Filed, withdrawn ones too. 受理数。' })
  readonly filed!: number;

  @Field(() => Int, { description: 'Not over yet. 未审结数。' })
  readonly pending!: number;

  @Field(() => Int, { description: 'The decision stands. 维持（驳回）数。' })
  readonly upheld!: number;

  @Field(() => Int, { description: 'Changed. 变更数。' })
  readonly changed!: number;

  @Field(() => Int, { description: 'Revoked. 撤销数。' })
  readonly revoked!: number;

  @Field(() => Int, { description: 'Found unlawful or void. 确认违法、无效数。' })
  readonly unlawful!: number;

  @Field(() => Int, { description: 'Withdrawn or settled. 撤回（调解、和解）数。' })
  readonly withdrawn!: number;
}

const SUPPRESSED = 'null where the group is suppressed or there is none';
const share = (en: string, zh: string) => ({ nullable: true, description: `${en}, 0 to 1; ${SUPPRESSED}. ${zh}。` });
const count = (en: string, zh: string) => ({ nullable: true, description: `${en}; ${SUPPRESSED}. ${zh}。` });

@ObjectType({
  description:
    'Counts of one group of cases. No sum of money is among them: fines and confiscated property may not be tied to the appraisal of whoever imposes them, openly or otherwise (行政处罚法 §74③), so that there is none to tie. 案件统计行；不统计罚款、没收金额，罚没收入不得与考核、考评挂钩（行政处罚法第七十四条第三款）。',
})
export class EnforcementStatistics {
  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [EnforcementDimensionValue], { description: 'The group. 维度取值。' })
  readonly dimensions!: EnforcementDimensionValue[];

  @Field(() => Boolean, {
    description:
      'Cases of fewer than five parties: not counted for a viewer without pii:read, lest one of them be told by it. A case whose party is unknown counts by itself. 是否因当事人不足 5 个而不予显示（保护个人信息；当事人不明的按件计）。',
  })
  readonly isSuppressed!: boolean;

  @Field(() => Int, count('Cases, clues among them', '案件数（含线索）'))
  readonly cases!: number | null;

  @Field(() => Int, count('Decided', '已决定数'))
  readonly decided!: number | null;

  @Field(() => Int, count('Over: closed, not filed, ended or revoked', '已终结数（结案、不予立案、终止、撤销）'))
  readonly closed!: number | null;

  @Field(() => Int, count('Not decided, and the time to is up', '超期未决定数'))
  readonly overdue!: number | null;

  @Field(() => Int, count('In which an application for recusal is undecided (行政处罚法 §43③)', '回避申请待决定的案件数'))
  readonly undecidedRecusals!: number | null;

  @Field(() => Int, count('In which something is still to be given back (行政强制法 §41)', '应退还而未退还的案件数'))
  readonly restitutionsDue!: number | null;

  @Field(
    () => Float,
    share('Share of the ordinary procedure’s decisions that were made in time (行政处罚法 §60)', '按期决定率（普通程序）'),
  )
  readonly decidedOnTimeShare!: number | null;

  @Field(() => Float, share('Share of those that were served in seven working days (行政处罚法 §61)', '按期送达率（普通程序）'))
  readonly servedOnTimeShare!: number | null;

  @Field(
    () => Float,
    share('Share of what was to be paid, and is paid or overdue, that was paid in time (行政处罚法 §67③)', '按期缴纳率（案件数口径）'),
  )
  readonly paidOnTimeShare!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `Days from filing to decision, on average, by the ordinary procedure; ${SUPPRESSED}. 平均办案天数（普通程序，立案至决定）。`,
  })
  readonly averageDaysToDecide!: number | null;

  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [PenaltyCount], { nullable: true, description: 'Penalties by kind; null where suppressed. 各处罚种类案件数。' })
  readonly penalties!: PenaltyCount[] | null;

  @Field(() => RemedyCounts, { nullable: true, description: 'Reviews; null where suppressed. 行政复议情况。' })
  readonly reviews!: RemedyCounts | null;

  @Field(() => RemedyCounts, { nullable: true, description: 'Lawsuits; null where suppressed. 行政诉讼情况。' })
  readonly lawsuits!: RemedyCounts | null;

  @Field(() => Int, count('Cases of frequent causes', '高频事项案件数'))
  readonly frequentCases!: number | null;

  @Field(() => Float, share('Share of those that a township’s team or station handles, not the county', '高频事项在乡镇（站所）办理的占比'))
  readonly stationShare!: number | null;

  @Field(() => Int, count('Cases about which somebody concerned was asked afterwards', '已回访案件数'))
  readonly visited!: number | null;

  @Field(() => Float, share('Share of answers 非常满意, 满意 and 基本满意', '满意率'))
  readonly satisfaction!: number | null;
}
