import { describeEnum, type Words } from '@township-graph/shared/described-enum';
import { ArgsType, Directive, Field, Float, Int, ObjectType } from 'type-graphql';
import { Division } from '../division/division.stub';
import { HANDLING_WORDS, KIND_WORDS } from '../matter/matter.enums';
import { APPLICATION_STATE_WORDS, CHANNEL_WORDS } from './application.enums';
import { ApplicationFilter } from './application.inputs';

export enum ApplicationDimension {
  DIVISION = 'DIVISION',
  TOWNSHIP = 'TOWNSHIP',
  MATTER = 'MATTER',
  MATTER_KIND = 'MATTER_KIND',
  HANDLING_KIND = 'HANDLING_KIND',
  CHANNEL = 'CHANNEL',
  STATE = 'STATE',
  MONTH = 'MONTH',
  DAY = 'DAY',
  SERVICE_POINT = 'SERVICE_POINT',
  WINDOW = 'WINDOW',
  RATING = 'RATING',
}

describeEnum(
  ApplicationDimension,
  'ApplicationDimension',
  { en: 'What applications can be grouped by', zh: '办件统计维度' },
  {
    DIVISION: { en: 'Division that took it in', zh: '受理地区划' },
    TOWNSHIP: { en: 'Township, its villages included', zh: '所属乡镇（含村）' },
    MATTER: { en: 'Matter', zh: '事项' },
    MATTER_KIND: { en: 'Kind of matter', zh: '事项类型' },
    HANDLING_KIND: { en: 'At once or promised', zh: '办件类型' },
    CHANNEL: { en: 'Channel', zh: '渠道' },
    STATE: { en: 'State', zh: '状态' },
    MONTH: { en: 'Month, YYYY-MM', zh: '月份' },
    DAY: { en: 'Day', zh: '日期' },
    SERVICE_POINT: { en: 'Service point', zh: '服务点' },
    WINDOW: { en: 'Window, by its number; with SERVICE_POINT of one place', zh: '窗口号（宜与服务点同用）' },
    RATING: { en: 'Rating, 1 is best', zh: '评价等级（1 为最好）' },
  },
);

interface DimensionPlan {
  readonly code: string;
  readonly label?: string;
  readonly words?: Words;
  readonly isDivision?: boolean;
}

export const DIMENSIONS: Readonly<Record<ApplicationDimension, DimensionPlan>> = {
  DIVISION: { code: 'row.divisionCode', isDivision: true },
  TOWNSHIP: { code: 'SUBSTR(row.divisionCode, 1, 9)', isDivision: true },
  MATTER: { code: 'row.matterId', label: 'row.matterName' },
  MATTER_KIND: { code: 'row.matterKind', words: KIND_WORDS },
  HANDLING_KIND: { code: 'row.handlingKind', words: HANDLING_WORDS },
  CHANNEL: { code: 'row.channel', words: CHANNEL_WORDS },
  STATE: { code: 'row.state', words: APPLICATION_STATE_WORDS },
  MONTH: { code: 'SUBSTR(row.openedOn, 1, 7)' },
  DAY: { code: 'row.openedOn' },
  SERVICE_POINT: { code: 'row.servicePointId' },
  WINDOW: { code: 'row.windowNumber' },
  RATING: { code: 'row.ratingGrade' },
};

@ObjectType({ description: 'The value of one dimension in a row of statistics. 统计维度取值。' })
export class ApplicationDimensionValue {
  @Field(() => ApplicationDimension, { description: 'Dimension. 维度。' })
  readonly dimension!: ApplicationDimension;

  @Field(() => String, { nullable: true, description: 'Code; null where applications have none. 取值代码，无取值为空。' })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: 'In words, where the code is not a word itself. 取值名称。' })
  readonly label!: string | null;

  @Field(() => Division, { nullable: true, description: 'The division, where the dimension is one. 区划。' })
  division(): Division | null {
    return this.code !== null && DIMENSIONS[this.dimension].isDivision ? Division.of(this.code) : null;
  }
}

const SUPPRESSED = 'null where the group is suppressed or there is none';

@ObjectType({ description: 'Counts of one group of applications. 办件统计行。' })
export class ApplicationStatistics {
  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [ApplicationDimensionValue], { description: 'The group. 维度取值。' })
  readonly dimensions!: ApplicationDimensionValue[];

  @Field(() => Boolean, {
    description:
      'Applications of fewer than five persons: not counted for a viewer without pii:read, lest one of them be told by it. Persons are told apart by their identity numbers; who stated none counts with each application. 是否因申请人不足 5 人而不予显示（无 pii:read 权限时保护个人信息；按公民身份号码计人，未填的按件计）。',
  })
  readonly isSuppressed!: boolean;

  @Field(() => Int, { nullable: true, description: `Applications; ${SUPPRESSED}. 办件数。` })
  readonly applications!: number | null;

  @Field(() => Int, { nullable: true, description: `Decided; ${SUPPRESSED}. 已决定（办结）数。` })
  readonly decided!: number | null;

  @Field(() => Int, { nullable: true, description: `Overdue and not decided; ${SUPPRESSED}. 超期未办结数。` })
  readonly overdue!: number | null;

  @Field(() => Float, { nullable: true, description: `Share of those handled at once, 0 to 1; ${SUPPRESSED}. 即办件占比。` })
  readonly immediateShare!: number | null;

  @Field(() => Float, { nullable: true, description: `Share of the decided that kept the promise; ${SUPPRESSED}. 按期办结率。` })
  readonly onTimeShare!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `By how much promises are shorter than the law’s limits, 0 to 1, 7 natural days taken as 5 working days; ${SUPPRESSED}. 承诺时限压缩比。`,
  })
  readonly promisedCompression!: number | null;

  @Field(() => Int, { nullable: true, description: `Rated; ${SUPPRESSED}. 评价数。` })
  readonly rated!: number | null;

  @Field(() => Float, { nullable: true, description: `Share of ratings 1 to 3; ${SUPPRESSED}. 满意率（非常满意、满意、基本满意）。` })
  readonly satisfaction!: number | null;

  @Field(() => Float, { nullable: true, description: `Share of the completed that were rated; ${SUPPRESSED}. 主动评价率。` })
  readonly activeRatingRate!: number | null;
}

@ArgsType()
export class ApplicationStatisticsArgs {
  @Field(() => ApplicationFilter, { nullable: true, description: 'Of which applications. 统计范围。' })
  filter?: ApplicationFilter | null;

  @Field(() => [ApplicationDimension], { description: 'Grouped by these, 3 at most; none gives one row. 分组维度（至多3个，空为合计）。' })
  groupBy!: ApplicationDimension[];
}
