import { DecimalScalar } from '@township-graph/shared/scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { GradeScale } from '../scoring/grade';
import { AppraisedUnit, SchemeKind, SubjectKind } from './scheme.enums';
import { SchemeAdjustment, SchemeCutOffs, SchemeIndicator, SchemeRater } from './scheme.parts';

/** A shape that was published; what no report tells is made up, and says so. */
@ObjectType({ description: 'A published shape of an appraisal, as a template. 考核方案模板。' })
export class SchemeTemplate {
  @Field(() => String, { description: 'Code. 代码。' })
  readonly code!: string;

  @Field(() => String, { description: 'Name. 名称。' })
  readonly name!: string;

  @Field(() => String, { description: 'Where it was published, and what of it. 来源及已公布的内容。' })
  readonly source!: string;

  @Field(() => Boolean, { description: 'Whether its weights are made up: no report tells them. 权重是否为演示数据（来源未公布）。' })
  readonly isDemonstration!: boolean;

  @Field(() => SchemeKind, { description: 'Kind. 类别。' })
  readonly kind!: SchemeKind;

  @Field(() => SubjectKind, { description: 'What is appraised. 考核对象类别。' })
  readonly subjectKind!: SubjectKind;

  @Field(() => AppraisedUnit, { nullable: true, description: 'Which organisations. 被考核单位类别。' })
  readonly appraisedUnit!: AppraisedUnit | null;

  @Field(() => GradeScale, { description: 'Whose grades are given. 等次类别。' })
  readonly gradeScale!: GradeScale;

  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [SchemeIndicator], { description: 'Indicators. 指标。' })
  readonly indicators!: SchemeIndicator[];

  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [SchemeRater], { description: 'Raters. 评分主体。' })
  readonly raters!: SchemeRater[];

  @Directive('@listSize(assumedSize: 10)')
  @Field(() => [SchemeAdjustment], { description: 'What adds points. 加分项。' })
  readonly bonuses!: SchemeAdjustment[];

  @Directive('@listSize(assumedSize: 10)')
  @Field(() => [SchemeAdjustment], { description: 'What takes points off. 减分项。' })
  readonly deductions!: SchemeAdjustment[];

  @Field(() => DecimalScalar, { description: 'Points that all bonuses add at the most. 加分上限。' })
  readonly bonusCap!: string;

  @Field(() => SchemeCutOffs, { description: 'From which score which grade. 等次分数线。' })
  readonly cutOffs!: SchemeCutOffs;

  @Field(() => Int, { nullable: true, description: 'How many in a hundred may be excellent. 优秀比例上限（%）。' })
  readonly quotaPercent!: number | null;
}
