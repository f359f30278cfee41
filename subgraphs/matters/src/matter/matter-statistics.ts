import { describeEnum, type Words } from '@township-graph/shared/described-enum';
import { ArgsType, Directive, Field, Float, Int, ObjectType } from 'type-graphql';
import { DELEGATION_MODE_WORDS } from '../delegation/delegation.enums';
import { modeOn } from '../delegation/delegation-in-force';
import { Division } from '../division/division.stub';
import {
  EXERCISE_LEVEL_WORDS,
  GUIDE_CLASS_WORDS,
  HANDLING_WORDS,
  KIND_WORDS,
  POWER_SOURCE_WORDS,
  RANK_WORDS,
  STATE_WORDS,
  VILLAGE_ROLE_WORDS,
} from './matter.enums';
import { MatterFilter } from './matter.inputs';

export enum MatterDimension {
  DIVISION = 'DIVISION',
  TOWNSHIP = 'TOWNSHIP',
  KIND = 'KIND',
  RANK = 'RANK',
  STATE = 'STATE',
  EXERCISE_LEVEL = 'EXERCISE_LEVEL',
  HANDLING_KIND = 'HANDLING_KIND',
  VILLAGE_ROLE = 'VILLAGE_ROLE',
  GUIDE_CLASS = 'GUIDE_CLASS',
  POWER_SOURCE = 'POWER_SOURCE',
  DELEGATION_MODE = 'DELEGATION_MODE',
  LEAD_DEPARTMENT = 'LEAD_DEPARTMENT',
  IMPLEMENTING_ORGANIZATION = 'IMPLEMENTING_ORGANIZATION',
}

describeEnum(
  MatterDimension,
  'MatterDimension',
  { en: 'What matters can be grouped by', zh: '事项统计维度' },
  {
    DIVISION: { en: 'Division where it is handled', zh: '办理地区划' },
    TOWNSHIP: { en: 'Township where it is handled, its villages included', zh: '办理地所属乡镇（含村）' },
    KIND: { en: 'Kind', zh: '事项类型' },
    RANK: { en: 'Rank', zh: '事项层次' },
    STATE: { en: 'State', zh: '事项状态' },
    EXERCISE_LEVEL: { en: 'Level of exercise', zh: '行使层级' },
    HANDLING_KIND: { en: 'Handling kind', zh: '办件类型' },
    VILLAGE_ROLE: { en: 'Village role', zh: '村级办理方式' },
    GUIDE_CLASS: { en: 'Guide class', zh: '办事指南分类' },
    POWER_SOURCE: { en: 'Source of power', zh: '权力来源' },
    DELEGATION_MODE: { en: 'Mode of delegation', zh: '下放方式' },
    LEAD_DEPARTMENT: { en: 'Lead department', zh: '牵头部门' },
    IMPLEMENTING_ORGANIZATION: { en: 'Implementing organ', zh: '实施主体' },
  },
);

/** How a dimension is computed, from the matter or from its sites, and how it is labelled. */
export interface DimensionPlan {
  readonly code: string;
  readonly label?: string;
  readonly words?: Words;
  readonly sited?: boolean;
}

export const DIMENSIONS: Readonly<Record<MatterDimension, DimensionPlan>> = {
  DIVISION: { code: 's.divisionCode', sited: true },
  TOWNSHIP: { code: 'SUBSTR(s.divisionCode, 1, 9)', sited: true },
  KIND: { code: 'row.kind', words: KIND_WORDS },
  RANK: { code: 'row.rank', words: RANK_WORDS },
  STATE: { code: 'row.state', words: STATE_WORDS },
  EXERCISE_LEVEL: { code: 'row.exerciseLevel', words: EXERCISE_LEVEL_WORDS },
  HANDLING_KIND: { code: 'row.handlingKind', words: HANDLING_WORDS },
  VILLAGE_ROLE: { code: 'row.villageRole', words: VILLAGE_ROLE_WORDS },
  GUIDE_CLASS: { code: 'row.guideClass', words: GUIDE_CLASS_WORDS },
  POWER_SOURCE: { code: 'row.powerSource', words: POWER_SOURCE_WORDS },
  DELEGATION_MODE: { code: modeOn('row.id'), words: DELEGATION_MODE_WORDS },
  LEAD_DEPARTMENT: { code: 'row.leadCreditCode', label: 'row.leadName' },
  IMPLEMENTING_ORGANIZATION: { code: 'row.implementingCreditCode', label: 'row.implementingName' },
};

@ObjectType({ description: 'The value of one dimension in a row of statistics. 统计维度取值。' })
export class MatterDimensionValue {
  @Field(() => MatterDimension, { description: 'Dimension. 维度。' })
  readonly dimension!: MatterDimension;

  @Field(() => String, { nullable: true, description: 'Code; null where matters have none. 取值代码，无取值为空。' })
  readonly code!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In words; null for divisions, whose names the directory knows. 取值名称（区划名称见 division）。',
  })
  readonly label!: string | null;

  @Field(() => Division, { nullable: true, description: 'The division, where the dimension is one. 区划。' })
  division(): Division | null {
    return this.code !== null && DIMENSIONS[this.dimension].sited ? Division.of(this.code) : null;
  }
}

@ObjectType({ description: 'Counts of one group of matters. 事项统计行。' })
export class MatterStatistics {
  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [MatterDimensionValue], { description: 'The group. 维度取值。' })
  readonly dimensions!: MatterDimensionValue[];

  @Field(() => Int, {
    description: 'Matters: items of implementation lists, one a organ, headings left out. 实施清单事项数（不含作为标题的主项）。',
  })
  readonly matters!: number;

  @Field(() => Int, {
    description:
      'Catalogue items: matters of the same basic code counted once, as published figures do. 目录事项数（同一基本编码计1项，与公布口径一致）。',
  })
  readonly catalogueItems!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of matters handled at once, 0 to 1; null of none. 即办件占比（0–1），无事项为空。',
  })
  readonly immediateShare!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Average promised limit in working days, 7 natural days taken as 5; null of none. 平均承诺时限（工作日，自然日按 5/7 折算），无事项为空。',
  })
  readonly averagePromisedDays!: number | null;

  @Field(() => Float, { nullable: true, description: 'Average number of steps; null of none. 平均办理环节数，无事项为空。' })
  readonly averageSteps!: number | null;

  @Field(() => Int, { nullable: true, description: 'Most steps of any; null of none. 最多办理环节数，无事项为空。' })
  readonly maximumSteps!: number | null;

  @Field(() => Int, { description: 'Matters that kiosks handle. 可自助办理事项数。' })
  readonly selfService!: number;
}

@ArgsType()
export class MatterStatisticsArgs {
  @Field(() => MatterFilter, { nullable: true, description: 'Of which matters. 统计范围。' })
  filter?: MatterFilter | null;

  @Field(() => [MatterDimension], { description: 'Grouped by these, 3 at most; none gives one row. 分组维度（至多3个，空为合计）。' })
  groupBy!: MatterDimension[];
}
