import { labelOf } from '@township-graph/shared/described-enum';
import type { Locale } from '@township-graph/shared/errors';
import { checkedDimensions, checkedGroups, isOfFew, MOST_GROUPS } from '@township-graph/shared/statistics';
import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { Division } from '../division/division.stub';
import type { ApplicationFilter } from './application.inputs';
import {
  type ApplicationDimension,
  ApplicationDimensionValue,
  ApplicationStatistics,
  ApplicationStatisticsArgs,
  DIMENSIONS,
} from './application-statistics';
import type { ApplicationStatisticsRepository, Count, CountedApplications } from './application-statistics.repository';

@Resolver(() => Division)
export class ApplicationStatisticsResolver {
  constructor(private readonly statistics: ApplicationStatisticsRepository) {}

  @Directive('@listSize(assumedSize: 100)')
  @Directive('@cost(weight: 50)')
  @Query(() => [ApplicationStatistics], {
    description:
      'Counts of applications by up to three dimensions, within the viewer’s divisions. Scope matters:read. Errors: BAD_USER_INPUT (TOO_MANY_DIMENSIONS, TOO_MANY_GROUPS). 按维度统计办件。',
  })
  async applicationStatistics(
    @Args(() => ApplicationStatisticsArgs) { filter, groupBy }: ApplicationStatisticsArgs,
    @Ctx() context: MattersContext,
  ): Promise<ApplicationStatistics[]> {
    const count = countOf(filter, groupBy);
    return rowsOf(await this.statistics.count(context.viewer, count), count, context);
  }

  @Directive('@listSize(assumedSize: 20)')
  @Directive('@cost(weight: 50)')
  @FieldResolver(() => [ApplicationStatistics], {
    name: 'applicationStatistics',
    nullable: true,
    description: 'Counts of what was taken in there and below. 本级及下级办件统计。',
  })
  async ofDivision(
    @Root() { code }: Division,
    @Args(() => ApplicationStatisticsArgs) { filter, groupBy }: ApplicationStatisticsArgs,
    @Ctx() context: MattersContext,
  ): Promise<ApplicationStatistics[]> {
    // The division is the one that is asked, whatever the filter says.
    const count = countOf({ ...filter, divisionCode: null }, groupBy);
    return rowsOf(await context.loaders.countsByDivision.of(code, count), count, context);
  }
}

const countOf = (filter: ApplicationFilter | null | undefined, groupBy: readonly ApplicationDimension[]): Count => ({
  filter: filter ?? {},
  dimensions: checkedDimensions(groupBy),
  limit: MOST_GROUPS,
});

function rowsOf(groups: readonly CountedApplications[], { dimensions }: Count, { locale }: MattersContext): ApplicationStatistics[] {
  return checkedGroups(groups).map((group) => rowOf(group, dimensions, locale));
}

function rowOf(
  { codes, labels, persons, ...measures }: CountedApplications,
  dimensions: readonly ApplicationDimension[],
  locale: Locale,
): ApplicationStatistics {
  const values = dimensions.map((dimension, index) => {
    const code = codes[index] ?? null;
    const { words } = DIMENSIONS[dimension];
    const label = code !== null && words ? labelOf(words, code, locale) : (labels[index] ?? null);
    return Object.assign(new ApplicationDimensionValue(), { dimension, code, label });
  });
  const isSuppressed = isOfFew(persons);
  const shown = isSuppressed ? Object.fromEntries(Object.keys(measures).map((name) => [name, null])) : measures;
  return Object.assign(new ApplicationStatistics(), shown, { dimensions: values, isSuppressed });
}
