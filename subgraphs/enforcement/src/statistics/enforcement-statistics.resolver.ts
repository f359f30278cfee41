import { fieldsAsked } from '@township-graph/shared/asked-properties';
import { labelOf } from '@township-graph/shared/described-enum';
import type { Locale } from '@township-graph/shared/errors';
import { checkedDimensions, checkedGroups, isOfFew, MOST_GROUPS } from '@township-graph/shared/statistics';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Directive, Field, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { EnforcementCaseFilter } from '../case/case.inputs';
import type { EnforcementContext } from '../context';
import { Division } from '../division/division.stub';
import { DIMENSIONS, EnforcementDimension } from './enforcement-dimension';
import { EnforcementDimensionValue, EnforcementStatistics, PenaltyCount, RemedyCounts } from './enforcement-statistics';
import type { CountedCases, EnforcementStatisticsRepository } from './enforcement-statistics.repository';

@ArgsType()
export class EnforcementStatisticsArgs {
  @Field(() => EnforcementCaseFilter, { nullable: true, description: 'Of which cases. 统计范围。' })
  filter?: EnforcementCaseFilter | null;

  @Field(() => [EnforcementDimension], { description: 'Grouped by these, 3 at most; none gives one row. 分组维度（至多3个，空为合计）。' })
  groupBy!: EnforcementDimension[];
}

@Resolver(() => Division)
export class EnforcementStatisticsResolver {
  constructor(private readonly statistics: EnforcementStatisticsRepository) {}

  @Directive('@listSize(assumedSize: 100)')
  @Directive('@cost(weight: 50)')
  @Query(() => [EnforcementStatistics], {
    description:
      'Counts of cases by up to three dimensions, within the viewer’s divisions; no sums of money (行政处罚法 §74③). Scope enforcement:read. Errors: BAD_USER_INPUT (TOO_MANY_DIMENSIONS, TOO_MANY_GROUPS). 按维度统计案件（不统计罚没金额）。',
  })
  enforcementStatistics(
    @Args(() => EnforcementStatisticsArgs) { filter, groupBy }: EnforcementStatisticsArgs,
    @Ctx() context: EnforcementContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EnforcementStatistics[]> {
    return this.counted(context, filter ?? {}, groupBy, info);
  }

  @Directive('@listSize(assumedSize: 20)')
  @Directive('@cost(weight: 50)')
  @FieldResolver(() => [EnforcementStatistics], {
    name: 'enforcementStatistics',
    nullable: true,
    description: 'Counts of cases handled there and below. 本级及下级案件统计。',
  })
  ofDivision(
    @Root() { code }: Division,
    @Args(() => EnforcementStatisticsArgs) { filter, groupBy }: EnforcementStatisticsArgs,
    @Ctx() context: EnforcementContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EnforcementStatistics[]> {
    return this.counted(context, { ...filter, divisionCode: code }, groupBy, info);
  }

  private async counted(
    { viewer, locale }: EnforcementContext,
    filter: EnforcementCaseFilter,
    groupBy: readonly EnforcementDimension[],
    info: GraphQLResolveInfo,
  ): Promise<EnforcementStatistics[]> {
    const dimensions = checkedDimensions(groupBy);
    const wanted = { dimensions, asked: fieldsAsked(info) };
    const groups = checkedGroups(await this.statistics.count(viewer, filter, wanted, MOST_GROUPS));
    return groups.map((group) => rowOf(group, dimensions, locale));
  }
}

function rowOf(
  { codes, labels, parties, measures, penalties, reviews, lawsuits }: CountedCases,
  dimensions: readonly EnforcementDimension[],
  locale: Locale,
): EnforcementStatistics {
  const values = dimensions.map((dimension, index) => {
    const code = codes[index] ?? null;
    const { words } = DIMENSIONS[dimension];
    const label = code !== null && words ? labelOf(words, code, locale) : (labels[index] ?? null);
    return Object.assign(new EnforcementDimensionValue(), { dimension, code, label });
  });
  const isSuppressed = isOfFew(parties);
  const shown = isSuppressed
    ? {}
    : {
        ...measures,
        penalties: penalties.map((each) => Object.assign(new PenaltyCount(), each)),
        reviews: Object.assign(new RemedyCounts(), reviews),
        lawsuits: Object.assign(new RemedyCounts(), lawsuits),
      };
  return Object.assign(new EnforcementStatistics(), shown, { dimensions: values, isSuppressed });
}
