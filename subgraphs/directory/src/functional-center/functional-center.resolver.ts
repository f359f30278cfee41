import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import type { Shown } from '@township-graph/shared/loader';
import { Personal } from '@township-graph/shared/personal-data';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
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
  ): Shown<FunctionalCenter> {
    return loaders.functionalCenterById.shown(id);
  }

  @Reads('divisionCode')
  @FieldResolver(() => Division, { nullable: true, description: 'The township it belongs to. 所在乡镇。' })
  division(@Root() { divisionCode }: FunctionalCenter, @Ctx() { loaders }: DirectoryContext): Shown<Division> {
    return loaders.divisionByCode.shown(divisionCode);
  }

  @Reads('leadName')
  @Personal('NAME')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The leader who heads it; masked but for pii:read with a stated purpose. 牵头班子成员（默认脱敏）。',
  })
  lead(@Root() { leadName }: FunctionalCenter): string | null {
    return leadName;
  }

  @Reads('deputyNames')
  @Personal('NAME')
  @FieldResolver(() => [String], {
    description: 'Its deputies, usually heads of stations; masked but for pii:read with a stated purpose. 副主任（默认脱敏）。',
  })
  deputies(@Root() { deputyNames }: FunctionalCenter): string[] {
    return deputyNames;
  }

  @Reads('id')
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
  @Directive('@listSize(assumedSize: 7)')
  @FieldResolver(() => [FunctionalCenter], { description: 'Functional centres of a township. 功能中心。' })
  functionalCenters(@Root() { code }: Division, @Ctx() { loaders }: DirectoryContext): Promise<FunctionalCenter[]> {
    return loaders.functionalCentersByDivision.load(code);
  }
}
