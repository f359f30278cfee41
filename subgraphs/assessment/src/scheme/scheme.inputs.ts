import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DecimalScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { GradeScale } from '../scoring/grade';
import { AppraisalScheme } from './scheme.entity';
import { AppraisedUnit, SchemeKind, SchemeState, SubjectKind } from './scheme.enums';
import { SchemeAdjustment, SchemeCutOffs, SchemeIndicator, SchemeRater } from './scheme.parts';

export const SchemeConnection = connectionOf(AppraisalScheme, 'AppraisalScheme', '考核方案');

@InputType({ description: 'Which schemes; all conditions apply together. 考核方案筛选条件（同时满足）。' })
export class SchemeFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Of this division or below it. 所属区划（含下级）。' })
  divisionCode?: string | null;

  @Field(() => [SchemeKind], { nullable: true, description: 'Of one of these kinds. 类别（任一）。' })
  kind?: SchemeKind[] | null;

  @Field(() => [SchemeState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: SchemeState[] | null;
}

@ArgsType()
export class SchemeListArgs extends PageArgs {
  @Field(() => SchemeFilter, { nullable: true, description: 'Which schemes. 筛选条件。' })
  filter?: SchemeFilter | null;
}

@InputType({ description: 'A scheme, or a new edition of one. 考核方案（或其新版本）。' })
export class DefineSchemeInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'Whose scheme. 制定单位所在区划。' })
  divisionCode!: string;

  @Field(() => ID, { nullable: true, description: 'The edition that it takes the place of. 被替代的版本。' })
  replaces?: string | null;

  @Field(() => SchemeKind, { description: 'Kind. 类别。' })
  kind!: SchemeKind;

  @Field(() => String, { description: 'Name, 1 to 100 characters. 方案名称。' })
  name!: string;

  @Field(() => SubjectKind, { description: 'What is appraised. 考核对象类别。' })
  subjectKind!: SubjectKind;

  @Field(() => SubjectKind, { nullable: true, description: 'What else, where indicators are bundled. 捆绑考核的另一类对象。' })
  bundledKind?: SubjectKind | null;

  @Field(() => AppraisedUnit, { nullable: true, description: 'Which organisations, where these are appraised. 被考核单位类别。' })
  appraisedUnit?: AppraisedUnit | null;

  @Field(() => GradeScale, { description: 'Whose grades are given. 等次类别。' })
  gradeScale!: GradeScale;

  @Field(() => [SchemeIndicator], { description: 'Indicators; weights add up to 100. 指标（权重合计 100）。' })
  indicators!: SchemeIndicator[];

  @Field(() => [SchemeRater], { description: 'Raters; weights add up to 100. 评分主体（权重合计 100）。' })
  raters!: SchemeRater[];

  @Field(() => [SchemeAdjustment], { description: 'What adds points. 加分项。' })
  bonuses!: SchemeAdjustment[];

  @Field(() => [SchemeAdjustment], { description: 'What takes points off. 减分项。' })
  deductions!: SchemeAdjustment[];

  @Field(() => DecimalScalar, { description: 'Points that all bonuses add at the most, 0 to 100. 加分上限。' })
  bonusCap!: string;

  @Field(() => [String], { description: 'Codes of approved vetoes. 一票否决事项代码（限经批准的）。' })
  vetoes!: string[];

  @Field(() => SchemeCutOffs, { description: 'From which score which grade. 等次分数线。' })
  cutOffs!: SchemeCutOffs;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many in a hundred may be excellent. Absent, as many as the county allows in a yearly appraisal of staff, and without limit in others. 优秀比例上限（%），年度考核缺省为本县规定比例。',
  })
  quotaPercent?: number | null;
}

export const DefineSchemePayload = payloadOf(AppraisalScheme, 'scheme', 'defineScheme', { en: 'The scheme', zh: '考核方案' });
