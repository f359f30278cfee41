import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { EnforcementContext } from '../context';
import { EnforcementPower } from './power.entity';
import { powerKeyMissing } from './power.errors';
import { EnforcementPowerConnection, EnforcementPowerListArgs } from './power.inputs';
import type { EnforcementPowerRepository } from './power.repository';

@Resolver(() => EnforcementPower)
export class EnforcementPowerResolver {
  constructor(private readonly powerRepository: EnforcementPowerRepository) {}

  @Query(() => EnforcementPower, {
    nullable: true,
    description: 'One power by id or by code. Errors: BAD_USER_INPUT (ONE_KEY). 按标识或编码查询执法事项。',
  })
  enforcementPower(
    @Arg('id', () => ID, { nullable: true, description: 'Identifier. 标识。' }) id: string | null,
    @Arg('code', () => String, { nullable: true, description: 'Code in the catalogue. 执法事项编码。' }) code: string | null,
    @Ctx() { loaders }: EnforcementContext,
  ): Promise<EnforcementPower | null> {
    if (!id === !code) throw powerKeyMissing();
    return id ? loaders.powerById.load(id) : loaders.powerByCode.load(code!);
  }

  @Query(() => EnforcementPowerConnection, { description: 'The catalogue of powers, by filter. 按条件查询执法事项目录。' })
  enforcementPowers(
    @Args(() => EnforcementPowerListArgs) { filter, orderBy, ...page }: EnforcementPowerListArgs,
    @Ctx() { viewer }: EnforcementContext,
  ): Connection<EnforcementPower> {
    const checked = checkedPage(page);
    return new EnforcementPowerConnection({
      page: (asked) => this.powerRepository.findPage(viewer, filter ?? {}, orderBy, { ...checked, asked }),
      total: () => this.powerRepository.count(viewer, filter ?? {}),
    });
  }
}
