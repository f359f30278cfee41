import { DateTimeScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { GradeScale } from '../scoring/grade';
import { AppraisedUnit, SchemeKind, SchemeState, SubjectKind } from './scheme.enums';
import { SchemeAdjustment, SchemeCutOffs, SchemeIndicator, SchemeRater } from './scheme.parts';

/** How an appraisal is done. Never changed: what is to be different is a new edition. Published, for whoever is appraised by it. */
@Entity('appraisal_scheme')
@ObjectType({ description: 'How an appraisal is done: indicators, raters, weights, grades. 考核方案（公开）。' })
@Directive('@key(fields: "id")')
export class AppraisalScheme {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => SchemeKind, { description: 'Kind. 类别。' })
  @Column({ type: 'varchar' })
  readonly kind!: SchemeKind;

  @Field(() => String, { description: 'Name. 方案名称。' })
  @Column({ type: 'varchar' })
  readonly name!: string;

  @Field(() => SubjectKind, { description: 'What is appraised. 考核对象类别。' })
  @Column({ type: 'varchar' })
  readonly subjectKind!: SubjectKind;

  @Field(() => SubjectKind, { nullable: true, description: 'What else is appraised, where indicators are bundled. 捆绑考核的另一类对象。' })
  @Column({ type: 'varchar', nullable: true })
  readonly bundledKind!: SubjectKind | null;

  @Field(() => AppraisedUnit, { nullable: true, description: 'Which organisations. 被考核单位类别（对象为机构时）。' })
  @Column({ type: 'varchar', nullable: true })
  readonly appraisedUnit!: AppraisedUnit | null;

  @Field(() => GradeScale, { description: 'Whose grades are given. 等次类别。' })
  @Column({ type: 'varchar' })
  readonly gradeScale!: GradeScale;

  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [SchemeIndicator], { description: 'Indicators. 指标。' })
  @Column({ type: 'simple-json' })
  readonly indicators!: SchemeIndicator[];

  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [SchemeRater], { description: 'Raters. 评分主体。' })
  @Column({ type: 'simple-json' })
  readonly raters!: SchemeRater[];

  @Directive('@listSize(assumedSize: 10)')
  @Field(() => [SchemeAdjustment], { description: 'What adds points. 加分项。' })
  @Column({ type: 'simple-json' })
  readonly bonuses!: SchemeAdjustment[];

  @Directive('@listSize(assumedSize: 10)')
  @Field(() => [SchemeAdjustment], { description: 'What takes points off; no score falls below 0. 减分项（得分不低于 0）。' })
  @Column({ type: 'simple-json' })
  readonly deductions!: SchemeAdjustment[];

  @Field(() => DecimalScalar, { description: 'Points that all bonuses add at the most. 加分上限。' })
  @Column({ type: 'varchar' })
  readonly bonusCap!: string;

  @Field(() => [String], { description: 'Codes of the approved matters that decide by themselves. 适用的一票否决事项代码。' })
  @Column({ type: 'simple-json' })
  readonly vetoes!: string[];

  @Field(() => SchemeCutOffs, { description: 'From which score which grade. 等次分数线。' })
  @Column({ type: 'simple-json' })
  readonly cutOffs!: SchemeCutOffs;

  @Field(() => Int, { nullable: true, description: 'How many in a hundred may be excellent; null for any number. 优秀比例上限（%）。' })
  @Column({ type: 'int', nullable: true })
  readonly quotaPercent!: number | null;

  @Field(() => Int, { description: 'Edition, from 1. 版本。' })
  @Column({ type: 'int' })
  readonly edition!: number;

  @Column({ type: 'varchar', nullable: true })
  readonly predecessorId!: string | null;

  @Field(() => SchemeState, { description: 'Whether rounds may be opened by it. 状态。' })
  @Column({ type: 'varchar' })
  readonly state!: SchemeState;

  @Field(() => DateTimeScalar, { description: 'When it was defined. 制定时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly definedAt!: Date;

  @Field(() => Boolean, { description: 'Whether its weights are made up for demonstration. 权重是否为演示数据。' })
  @Column({ type: 'boolean' })
  readonly isDemonstration!: boolean;

  @Field(() => Division, { nullable: true, description: 'Whose scheme. 制定单位所在区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }
}
