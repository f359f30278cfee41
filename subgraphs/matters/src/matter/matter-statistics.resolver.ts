import { labelOf } from '@township-graph/shared/described-enum';
import type { Locale } from '@township-graph/shared/errors';
import { checkedDimensions, checkedGroups, MOST_GROUPS } from '@township-graph/shared/statistics';
import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import type { MattersContext } from '../context';
import { DIMENSIONS, type MatterDimension, MatterDimensionValue, MatterStatistics, MatterStatisticsArgs } from './matter-statistics';
import type { CountedGroup, MatterStatisticsRepository } from './matter-statistics.repository';

@Resolver()
export class MatterStatisticsResolver {
  constructor(private readonly statistics: MatterStatisticsRepository) {}

  // The heaviest question there is: each row counts over the whole catalogue.
  @Directive('@listSize(assumedSize: 100)')
  @Directive('@cost(weight: 50)')
  @Query(() => [MatterStatistics], {
    description:
      'Counts of matters by up to three dimensions. Errors: BAD_USER_INPUT (TOO_MANY_DIMENSIONS, TOO_MANY_GROUPS). 按维度统计政务服务事项。',
  })
  async matterStatistics(
    @Args(() => MatterStatisticsArgs) { filter, groupBy }: MatterStatisticsArgs,
    @Ctx() { viewer, locale }: MattersContext,
  ): Promise<MatterStatistics[]> {
    const dimensions = checkedDimensions(groupBy);
    const groups = checkedGroups(await this.statistics.count(viewer, filter ?? {}, dimensions, MOST_GROUPS));
    return groups.map((group) => rowOf(group, dimensions, locale));
  }
}

function rowOf({ codes, labels, ...measures }: CountedGroup, dimensions: readonly MatterDimension[], locale: Locale): MatterStatistics {
  const values = dimensions.map((dimension, index) => {
    const code = codes[index] ?? null;
    const { words } = DIMENSIONS[dimension];
    const label = code !== null && words ? labelOf(words, code, locale) : (labels[index] ?? null);
    return Object.assign(new MatterDimensionValue(), { dimension, code, label });
  });
  return Object.assign(new MatterStatistics(), measures, { dimensions: values });
}
