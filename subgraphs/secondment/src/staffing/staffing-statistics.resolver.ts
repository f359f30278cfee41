import { labelOf } from '@township-graph/shared/described-enum';
import type { Locale } from '@township-graph/shared/errors';
import { checkedDimensions, checkedGroups, MOST_GROUPS } from '@township-graph/shared/statistics';
import { holds } from '@township-graph/shared/viewer';
import { Args, ArgsType, Ctx, Directive, Field, Query, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { StaffMemberFilter } from '../staff-member/staff-member.inputs';
import { DIMENSIONS, StaffingDimension } from './staffing-dimension';
import { StaffingDimensionValue, StaffingStatistics } from './staffing-statistics';
import type { CountedStaff, StaffingStatisticsRepository } from './staffing-statistics.repository';

/** A group of fewer could tell of a person. */
const SMALLEST_GROUP = 5;

@ArgsType()
export class StaffingStatisticsArgs {
  @Field(() => StaffMemberFilter, { nullable: true, description: 'Of which staff. 统计范围。' })
  filter?: StaffMemberFilter | null;

  @Field(() => [StaffingDimension], { description: 'Grouped by these, 3 at most; none gives one row. 分组维度（至多3个，空为合计）。' })
  groupBy!: StaffingDimension[];
}

@Resolver()
export class StaffingStatisticsResolver {
  constructor(private readonly statistics: StaffingStatisticsRepository) {}

  @Directive('@listSize(assumedSize: 100)')
  @Directive('@cost(weight: 50)')
  @Query(() => [StaffingStatistics], {
    description:
      'Counts of staff by up to three dimensions, within the viewer’s divisions. Scope personnel:read. Errors: BAD_USER_INPUT (TOO_MANY_DIMENSIONS, TOO_MANY_GROUPS). 按维度统计人员。',
  })
  async staffingStatistics(
    @Args(() => StaffingStatisticsArgs) { filter, groupBy }: StaffingStatisticsArgs,
    @Ctx() { viewer, locale }: SecondmentContext,
  ): Promise<StaffingStatistics[]> {
    const dimensions = checkedDimensions(groupBy);
    const groups = checkedGroups(await this.statistics.count(viewer, filter ?? {}, dimensions, MOST_GROUPS));
    return groups.map((group) => rowOf(group, dimensions, locale, holds(viewer, 'pii:read')));
  }
}

function rowOf(
  { codes, labels, measures }: CountedStaff,
  dimensions: readonly StaffingDimension[],
  locale: Locale,
  mayCountFew: boolean,
): StaffingStatistics {
  const values = dimensions.map((dimension, index) => {
    const code = codes[index] ?? null;
    const { words } = DIMENSIONS[dimension];
    const label = code !== null && words ? labelOf(words, code, locale) : (labels[index] ?? null);
    return Object.assign(new StaffingDimensionValue(), { dimension, code, label });
  });
  const { people, servingElsewhere } = measures;
  const isSuppressed = !mayCountFew && people > 0 && people < SMALLEST_GROUP;
  const atHome = people - servingElsewhere;
  const shown = isSuppressed ? {} : { ...measures, growth: atHome === 0 ? null : servingElsewhere / atHome };
  return Object.assign(new StaffingStatistics(), shown, { dimensions: values, isSuppressed });
}
