import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { EnforcementContext } from '../context';
import { Division } from '../division/division.stub';
import { EnforcementDomain } from './enforcement-domain.type';
import { EnforcementPower } from './power.entity';
import { powerKeyMissing } from './power.errors';
import { DivisionPowersArgs, EnforcementPowerConnection, EnforcementPowerFilter, EnforcementPowerListArgs } from './power.inputs';
import type { EnforcementPowerRepository } from './power.repository';

@Resolver(() => EnforcementPower)
export class EnforcementPowerResolver {
  constructor(private readonly powerRepository: EnforcementPowerRepository) {}

  @Query(() => EnforcementPower, {
    nullable: true,
    description: 'One power by id or by code. Errors: BAD_USER_INPUT (ONE_KEY). 按标识或编码查询执法事项。',
  })
  async enforcementPower(
    @Arg('id', () => ID, { nullable: true, description: 'Identifier. 标识。' }) id: string | null,
    @Arg('code', () => String, { nullable: true, description: 'Code in the catalogue. 执法事项编码。' }) code: string | null,
    @Ctx() { loaders }: EnforcementContext,
  ): Promise<EnforcementPower | null> {
    if (!id === !code) throw powerKeyMissing();
    return id ? loaders.powerById.load(id) : loaders.powerByCode.load(code!);
  }

  @Query(() => EnforcementPowerConnection, {
    description: 'The catalogue of powers, or what is held where on a day, by filter. 按条件查询执法事项目录（或某日某地承接的事项）。',
  })
  enforcementPowers(
    @Args(() => EnforcementPowerListArgs) { filter, orderBy, ...page }: EnforcementPowerListArgs,
    @Ctx() { viewer }: EnforcementContext,
  ): Connection<EnforcementPower> {
    const checked = checkedPage(page);
    const listing = { filter: filter ?? {}, orderBy };
    return new EnforcementPowerConnection({
      page: (asked) => this.powerRepository.findPage(viewer, listing, { ...checked, asked }),
      total: () => this.powerRepository.count(viewer, listing.filter),
    });
  }

  @Directive('@listSize(assumedSize: 30)')
  @Query(() => [EnforcementDomain], {
    description: 'The fields of enforcement that the powers are in, with their counts. 执法领域及各领域事项数。',
  })
  enforcementDomains(
    @Arg('filter', () => EnforcementPowerFilter, { nullable: true, description: 'Of which powers. 筛选条件。' })
    filter: EnforcementPowerFilter | null,
    @Ctx() { viewer }: EnforcementContext,
  ): Promise<EnforcementDomain[]> {
    return this.powerRepository.findDomains(viewer, filter ?? {});
  }
}

/** What a division shows of powers. */
@Resolver(() => Division)
export class DivisionPowersResolver {
  // Nullable, for the division is another subgraph's: if we do not answer, it must not vanish with us.
  @FieldResolver(() => EnforcementPowerConnection, {
    nullable: true,
    description:
      'Powers held in this very division on a day: a township’s own, granted or entrusted ones, a county’s concentrated ones. 本级在某日承接的执法事项（不含下级）。',
  })
  enforcementPowers(
    @Root() { code }: Division,
    @Args(() => DivisionPowersArgs) { asOf, filter, orderBy, ...page }: DivisionPowersArgs,
    @Ctx() { loaders }: EnforcementContext,
  ): Connection<EnforcementPower> {
    const narrowed = { ...filter, asOf: asOf ?? filter?.asOf };
    return new EnforcementPowerConnection(loaders.powersByDivision.of(code, { filter: narrowed, orderBy }, page));
  }
}
