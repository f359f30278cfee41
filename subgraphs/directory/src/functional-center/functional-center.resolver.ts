import type { Connection } from '@township-graph/shared/connection';
import { maskName } from '@township-graph/shared/masking';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { DirectoryContext } from '../context';
import { Division } from '../division/division.entity';
import type { Organization } from '../organization/organization.entity';
import { OrganizationConnection, OrganizationListArgs } from '../organization/organization.inputs';
import { FunctionalCenter } from './functional-center.entity';

@Resolver(() => FunctionalCenter)
export class FunctionalCenterResolver {
  @Query(() => FunctionalCenter, { nullable: true, description: 'One functional centre. 按标识查询功能中心。' })
  functionalCenter(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: DirectoryContext,
  ): Promise<FunctionalCenter | null> {
    return loaders.functionalCenterById.load(id);
  }

  @FieldResolver(() => Division, { nullable: true, description: 'The township it belongs to. 所在乡镇。' })
  division(@Root() { divisionCode }: FunctionalCenter, @Ctx() { loaders }: DirectoryContext): Promise<Division | null> {
    return loaders.divisionByCode.load(divisionCode);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The leader who heads it; masked. 牵头班子成员（脱敏）。' })
  lead(@Root() { leadName }: FunctionalCenter): string | null {
    return leadName && maskName(leadName);
  }

  @FieldResolver(() => [String], { description: 'Its deputies, usually heads of stations; masked. 副主任（脱敏）。' })
  deputies(@Root() { deputyNames }: FunctionalCenter): string[] {
    return deputyNames.map(maskName);
  }

  @FieldResolver(() => OrganizationConnection, { description: 'Offices, institutions and stations that work in it. 所辖站所及机构。' })
  stations(
    @Root() { id }: FunctionalCenter,
    @Args(() => OrganizationListArgs) { filter, orderBy, ...page }: OrganizationListArgs,
    @Ctx() { loaders }: DirectoryContext,
  ): Connection<Organization> {
    return new OrganizationConnection(loaders.stationsByCenter.of(id, { ...filter, orderBy }, page));
  }
}

/** What a division shows of its functional centres. */
@Resolver(() => Division)
export class DivisionFunctionalCentersResolver {
  @FieldResolver(() => [FunctionalCenter], { description: 'Functional centres of a township. 功能中心。' })
  functionalCenters(@Root() { code }: Division, @Ctx() { loaders }: DirectoryContext): Promise<FunctionalCenter[]> {
    return loaders.functionalCentersByDivision.load(code);
  }
}
