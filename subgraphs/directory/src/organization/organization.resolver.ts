import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { CreditCodeScalar } from '@township-graph/shared/scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DirectoryContext } from '../context';
import { Division } from '../division/division.entity';
import { FunctionalCenter } from '../functional-center/functional-center.entity';
import { Organization } from './organization.entity';
import { organizationKeyMissing } from './organization.errors';
import {
  AssignStationInput,
  AssignStationPayload,
  OrganizationConnection,
  OrganizationListArgs,
  RegisterOrganizationInput,
  RegisterOrganizationPayload,
} from './organization.inputs';
import type { OrganizationRepository } from './organization.repository';
import type { OrganizationService } from './organization.service';

@Resolver(() => Organization)
export class OrganizationResolver {
  constructor(
    private readonly organizationRepository: OrganizationRepository,
    private readonly organizationService: OrganizationService,
  ) {}

  @Query(() => Organization, {
    nullable: true,
    description: 'One organisation by id or by credit code. 按标识或统一社会信用代码查询机构。',
  })
  organization(
    @Arg('id', () => ID, { nullable: true, description: 'Identifier. 标识。' }) id: string | null,
    @Arg('creditCode', () => CreditCodeScalar, { nullable: true, description: 'Unified social credit code. 统一社会信用代码。' })
    creditCode: string | null,
    @Ctx() { loaders }: DirectoryContext,
  ): Promise<Organization | null> {
    if (id && !creditCode) return loaders.organizationById.load(id);
    if (creditCode && !id) return loaders.organizationByCreditCode.load(creditCode);
    throw organizationKeyMissing();
  }

  @Query(() => OrganizationConnection, { description: 'Organisations by filter, by division and standing. 按条件查询机构。' })
  organizations(
    @Args(() => OrganizationListArgs) { filter, orderBy, ...page }: OrganizationListArgs,
    @Ctx() { viewer }: DirectoryContext,
  ): Connection<Organization> {
    const checked = checkedPage(page);
    return new OrganizationConnection({
      page: (asked) => this.organizationRepository.findPage(viewer, { ...filter, orderBy }, { ...checked, asked }),
      total: () => this.organizationRepository.count(viewer, filter ?? {}),
    });
  }

  @Reads('divisionCode')
  @FieldResolver(() => Division, { nullable: true, description: 'The division it belongs to. 所在区划。' })
  division(@Root() { divisionCode }: Organization, @Ctx() { loaders }: DirectoryContext): Shown<Division> {
    return loaders.divisionByCode.shown(divisionCode);
  }

  @Reads('parentId')
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation that runs it from day to day. 隶属（日常管理）机构。',
  })
  parent(@Root() { parentId }: Organization, @Ctx() { loaders }: DirectoryContext): Shown<Organization> | null {
    return parentId ? loaders.organizationById.shown(parentId) : null;
  }

  @Reads('dispatchedById')
  @FieldResolver(() => Organization, { nullable: true, description: 'For a station: the county department that dispatched it. 派出部门。' })
  dispatchedBy(@Root() { dispatchedById }: Organization, @Ctx() { loaders }: DirectoryContext): Shown<Organization> | null {
    return dispatchedById ? loaders.organizationById.shown(dispatchedById) : null;
  }

  @Reads('functionalCenterId')
  @FieldResolver(() => FunctionalCenter, { nullable: true, description: 'The functional centre it works in. 所在功能中心。' })
  functionalCenter(@Root() { functionalCenterId }: Organization, @Ctx() { loaders }: DirectoryContext): Shown<FunctionalCenter> | null {
    return functionalCenterId ? loaders.functionalCenterById.shown(functionalCenterId) : null;
  }

  @Reads('id')
  @FieldResolver(() => OrganizationConnection, { description: 'Organisations directly under it. 下属机构。' })
  subordinates(
    @Root() { id }: Organization,
    @Args(() => OrganizationListArgs) { filter, orderBy, ...page }: OrganizationListArgs,
    @Ctx() { loaders }: DirectoryContext,
  ): Connection<Organization> {
    return new OrganizationConnection(loaders.subordinatesByOrganization.of(id, { ...filter, orderBy }, page));
  }

  @Reads('id')
  @FieldResolver(() => OrganizationConnection, { description: 'Stations that it dispatched to townships. 派出的站所。' })
  stations(
    @Root() { id }: Organization,
    @Args(() => OrganizationListArgs) { filter, orderBy, ...page }: OrganizationListArgs,
    @Ctx() { loaders }: DirectoryContext,
  ): Connection<Organization> {
    return new OrganizationConnection(loaders.stationsByDepartment.of(id, { ...filter, orderBy }, page));
  }

  @Mutation(() => RegisterOrganizationPayload, {
    description:
      'Registers an organisation. Scope directory:manage. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT (credit code taken). 登记机构。',
  })
  async registerOrganization(
    @Arg('input', () => RegisterOrganizationInput, { description: 'What is wanted. 请求内容。' }) input: RegisterOrganizationInput,
    @Ctx() context: DirectoryContext,
  ): Promise<RegisterOrganizationPayload> {
    return Object.assign(new RegisterOrganizationPayload(), {
      organization: await this.organizationService.registerOrganization(context, input),
    });
  }

  @Mutation(() => AssignStationPayload, {
    description:
      'Assigns a station to a functional centre of its township. Scope directory:manage. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. 站所划入功能中心。',
  })
  async assignStation(
    @Arg('input', () => AssignStationInput, { description: 'What is wanted. 请求内容。' }) input: AssignStationInput,
    @Ctx() context: DirectoryContext,
  ): Promise<AssignStationPayload> {
    return Object.assign(new AssignStationPayload(), { station: await this.organizationService.assignStation(context, input) });
  }
}

/** What a division shows of its organisations. */
@Resolver(() => Division)
export class DivisionOrganizationsResolver {
  @FieldResolver(() => OrganizationConnection, { description: 'Organisations of this very division, not of those below. 本级机构。' })
  organizations(
    @Root() { code }: Division,
    @Args(() => OrganizationListArgs) { filter, orderBy, ...page }: OrganizationListArgs,
    @Ctx() { loaders }: DirectoryContext,
  ): Connection<Organization> {
    return new OrganizationConnection(loaders.organizationsByDivision.of(code, { ...filter, orderBy }, page));
  }
}
