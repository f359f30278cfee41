import { fieldsAsked } from '@township-graph/shared/asked-properties';
import { labelOf } from '@township-graph/shared/described-enum';
import { checkedDimensions, checkedGroups, isOfFew, MOST_GROUPS } from '@township-graph/shared/statistics';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Directive, Field, Info, Query, Resolver } from 'type-graphql';
import type { EnforcementContext } from '../context';
import { ComplaintFilter } from './complaint.inputs';
import { COMPLAINT_DIMENSIONS, ComplaintDimension } from './complaint-dimension';
import { ComplaintDimensionValue, ComplaintStatistics } from './complaint-statistics';
import type { ComplaintStatisticsRepository, CountedComplaints } from './complaint-statistics.repository';

@ArgsType()
export class ComplaintStatisticsArgs {
  @Field(() => ComplaintFilter, { nullable: true, description: 'Of which complaints. 统计范围。' })
  filter?: ComplaintFilter | null;

  @Field(() => [ComplaintDimension], { description: 'Grouped by these, 3 at most; none gives one row. 分组维度（至多3个，空为合计）。' })
  groupBy!: ComplaintDimension[];
}

@Resolver()
export class ComplaintStatisticsResolver {
  constructor(private readonly statistics: ComplaintStatisticsRepository) {}

  @Directive('@listSize(assumedSize: 100)')
  @Directive('@cost(weight: 50)')
  @Query(() => [ComplaintStatistics], {
    description:
      'Counts of complaints by up to three dimensions, within the viewer’s divisions, and which terms were kept. Scope enforcement:read. Errors: BAD_USER_INPUT (TOO_MANY_DIMENSIONS, TOO_MANY_GROUPS). 按维度统计投诉举报及时限遵守情况。',
  })
  async complaintStatistics(
    @Args(() => ComplaintStatisticsArgs) { filter, groupBy }: ComplaintStatisticsArgs,
    @Ctx() { viewer, locale }: EnforcementContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ComplaintStatistics[]> {
    const dimensions = checkedDimensions(groupBy);
    const groups = await this.statistics.count(viewer, filter ?? {}, { dimensions, asked: fieldsAsked(info) }, MOST_GROUPS);
    const valuesOf = ({ codes }: CountedComplaints) =>
      dimensions.map((dimension, index) => {
        const code = codes[index] ?? null;
        const { words } = COMPLAINT_DIMENSIONS[dimension];
        const label = code !== null && words ? labelOf(words, code, locale) : null;
        return Object.assign(new ComplaintDimensionValue(), { dimension, code, label });
      });
    return checkedGroups(groups).map((group) => {
      const isSuppressed = isOfFew(group.complainants);
      const shown = isSuppressed ? {} : group.measures;
      return Object.assign(new ComplaintStatistics(), shown, { dimensions: valuesOf(group), isSuppressed });
    });
  }
}
