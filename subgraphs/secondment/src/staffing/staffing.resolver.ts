import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { Division } from '../division/division.stub';
import { quotaOf, type TownshipQuotas } from '../establishment/township-quota';
import { DivisionStaffing } from './staffing.type';

/** What a division shows of posts and people. */
@Resolver(() => Division)
export class DivisionStaffingResolver {
  constructor(private readonly quotas: TownshipQuotas) {}

  @Directive('@cost(weight: 20)')
  @FieldResolver(() => DivisionStaffing, {
    nullable: true,
    description:
      'Posts and people there and below, as far as the viewer sees them. Scope personnel:read. 人员编制情况（含下级，限管辖范围）。',
  })
  async staffing(@Root() { code }: Division, @Ctx() { loaders }: SecondmentContext): Promise<DivisionStaffing | null> {
    const counted = await loaders.staffingByDivision.load(code);
    return counted && new DivisionStaffing(counted, quotaOf(this.quotas, code));
  }
}
