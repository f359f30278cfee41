import { labelOf } from '@township-graph/shared/described-enum';
import type { Locale } from '@township-graph/shared/errors';
import { checkedDimensions, checkedGroups, MOST_GROUPS } from '@township-graph/shared/statistics';
import { holds } from '@township-graph/shared/viewer';
import { Args, ArgsType, Ctx, Directive, Field, Query, Resolver } from 'type-graphql';
import type { AssessmentContext } from '../context';
import { ResultFilter } from '../result/result.inputs';
import { AppraisalDimension, AppraisalDimensionValue, AppraisalStatistics, DIMENSIONS } from './appraisal-statistics';
import type { AppraisalStatisticsRepository, CountedResults } from './appraisal-statistics.repository';

/** A group of fewer could tell of a person. */
const SMALLEST_GROUP = 5;

@ArgsType()
class AppraisalStatisticsArgs {
  @Field(() => ResultFilter, { nullable: true, description: 'Of which results. 统计范围。' })
  filter?: ResultFilter | null;

  @Field(() => [AppraisalDimension], { description: 'Grouped by these, 3 at most; none gives one row. 分组维度（至多 3 个，空为合计）。' })
  groupBy!: AppraisalDimension[];
}

@Resolver()
export class AppraisalStatisticsResolver {
  constructor(private readonly statistics: AppraisalStatisticsRepository) {}

  @Directive('@listSize(assumedSize: 100)')
  @Directive('@cost(weight: 50)')
  @Query(() => [AppraisalStatistics], {
    description:
      'Counts of results that the viewer sees, by up to three dimensions; groups of fewer than five persons are suppressed without pii:read. Scope assessment:read. Errors: BAD_USER_INPUT (TOO_MANY_DIMENSIONS, TOO_MANY_GROUPS). 按维度统计考核结果（少于 5 人的分组不显示）。',
  })
  async appraisalStatistics(
    @Args(() => AppraisalStatisticsArgs) { filter, groupBy }: AppraisalStatisticsArgs,
    @Ctx() { viewer, locale }: AssessmentContext,
  ): Promise<AppraisalStatistics[]> {
    const dimensions = checkedDimensions(groupBy);
    const groups = checkedGroups(await this.statistics.count(viewer, filter ?? {}, dimensions, MOST_GROUPS));
    return groups.map((group) => rowOf(group, dimensions, locale, holds(viewer, 'pii:read')));
  }
}

function rowOf(
  { codes, measures }: CountedResults,
  dimensions: readonly AppraisalDimension[],
  locale: Locale,
  mayCountFew: boolean,
): AppraisalStatistics {
  const values = dimensions.map((dimension, index) => {
    const code = codes[index] ?? null;
    const { words } = DIMENSIONS[dimension];
    return Object.assign(new AppraisalDimensionValue(), {
      dimension,
      code,
      label: code !== null && words ? labelOf(words, code, locale) : null,
    });
  });
  const { persons, results, scored, excellent, failed, average, highest, lowest } = measures;
  const isSuppressed = !mayCountFew && persons! > 0 && persons! < SMALLEST_GROUP;
  const decimal = (hundredths: number | null) => (hundredths === null ? null : (hundredths / 100).toFixed(2));
  const shown = {
    results,
    scored,
    excellent: excellent ?? 0,
    failed: failed ?? 0,
    averageScore: average === null ? null : average / 100,
    highestScore: decimal(highest),
    lowestScore: decimal(lowest),
  };
  return Object.assign(new AppraisalStatistics(), isSuppressed ? {} : shown, { dimensions: values, isSuppressed });
}
