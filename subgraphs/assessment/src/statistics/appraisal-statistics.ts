import { describeEnum, type Words } from '@township-graph/shared/described-enum';
import { DecimalScalar } from '@township-graph/shared/scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Division } from '../division/division.stub';
import { SCHEME_KIND_WORDS, SUBJECT_KIND_WORDS } from '../scheme/scheme.enums';

export enum AppraisalDimension {
  DIVISION = 'DIVISION',
  KIND = 'KIND',
  SUBJECT_KIND = 'SUBJECT_KIND',
  YEAR = 'YEAR',
  LEVEL = 'LEVEL',
  ROUND = 'ROUND',
}

describeEnum(
  AppraisalDimension,
  'AppraisalDimension',
  { en: 'What results can be grouped by', zh: '考核结果统计维度' },
  {
    DIVISION: { en: 'Division of the subject', zh: '对象所在区划' },
    KIND: { en: 'Kind of the appraisal', zh: '考核类别' },
    SUBJECT_KIND: { en: 'What was appraised', zh: '对象类别' },
    YEAR: { en: 'Year', zh: '年度' },
    LEVEL: { en: 'Grade, from 1, the best, to 4; null where it is not scored', zh: '等次（1 最高至 4，未计分为空）' },
    ROUND: { en: 'Round', zh: '考核轮次' },
  },
);

export const DIMENSIONS: Readonly<Record<AppraisalDimension, { readonly code: string; readonly words?: Words }>> = {
  DIVISION: { code: 'row.subjectDivisionCode' },
  KIND: { code: 'row.kind', words: SCHEME_KIND_WORDS },
  SUBJECT_KIND: { code: 'row.subjectKind', words: SUBJECT_KIND_WORDS },
  YEAR: { code: 'row.year' },
  LEVEL: { code: 'row.level' },
  ROUND: { code: 'row.roundId' },
};

@ObjectType({ description: 'The value of one dimension in a row of statistics. 统计维度取值。' })
export class AppraisalDimensionValue {
  @Field(() => AppraisalDimension, { description: 'Dimension. 维度。' })
  readonly dimension!: AppraisalDimension;

  @Field(() => String, { nullable: true, description: 'Code; null where results have none. 取值代码。' })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: 'In words, where the code is not a word itself. 取值名称。' })
  readonly label!: string | null;

  @Field(() => Division, { nullable: true, description: 'The division, where the dimension is one. 区划。' })
  division(): Division | null {
    return this.code !== null && this.dimension === AppraisalDimension.DIVISION ? Division.of(this.code) : null;
  }
}

const SUPPRESSED = 'null where the group is suppressed';

@ObjectType({ description: 'Counts of results. 考核结果统计。' })
export class AppraisalStatistics {
  @Field(() => [AppraisalDimensionValue], { description: 'What the row is about. 统计维度。' })
  readonly dimensions!: AppraisalDimensionValue[];

  @Field(() => Boolean, {
    description: 'Whether fewer than five persons are in it, and the viewer may not count so few. 是否因人数过少（少于 5 人）而不显示。',
  })
  readonly isSuppressed!: boolean;

  @Field(() => Int, { nullable: true, description: `Results; ${SUPPRESSED}. 结果数。` })
  readonly results?: number | null;

  @Field(() => Int, { nullable: true, description: `Those that have a score; ${SUPPRESSED}. 已计分数。` })
  readonly scored?: number | null;

  @Field(() => Int, { nullable: true, description: `Those of the best grade; ${SUPPRESSED}. 优秀数。` })
  readonly excellent?: number | null;

  @Field(() => Int, { nullable: true, description: `Those of the lowest grade; ${SUPPRESSED}. 最低等次数。` })
  readonly failed?: number | null;

  @Field(() => Float, { nullable: true, description: `Mean score; ${SUPPRESSED}, or nothing is scored. 平均分。` })
  readonly averageScore?: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: `Highest score; ${SUPPRESSED}. 最高分。` })
  readonly highestScore?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: `Lowest score; ${SUPPRESSED}. 最低分。` })
  readonly lowestScore?: string | null;
}
