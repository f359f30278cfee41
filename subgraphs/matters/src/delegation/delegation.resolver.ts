import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { Division } from '../division/division.stub';
import { Matter } from '../matter/matter.entity';
import { Delegation } from './delegation.entity';
import { DelegationConnection, DelegationListArgs } from './delegation.inputs';
import type { DelegationRepository } from './delegation.repository';

@Resolver(() => Delegation)
export class DelegationResolver {
  constructor(private readonly delegationRepository: DelegationRepository) {}

  @Query(() => Delegation, { nullable: true, description: 'One delegation. 按标识查询赋权（下放）。' })
  delegation(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: MattersContext,
  ): Promise<Delegation | null> {
    return loaders.delegationById.load(id);
  }

  @Query(() => DelegationConnection, { description: 'Delegations in force on a day, by filter. 按条件查询赋权（下放）事项。' })
  delegations(
    @Args(() => DelegationListArgs) { filter, orderBy, ...page }: DelegationListArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<Delegation> {
    const checked = checkedPage(page);
    return new DelegationConnection({
      page: () => this.delegationRepository.findPage(viewer, filter ?? {}, orderBy, checked),
      total: () => this.delegationRepository.count(viewer, filter ?? {}),
    });
  }

  @FieldResolver(() => Matter, {
    nullable: true,
    description: 'The department’s matter; of a direct grant, one of the townships’. 下放的事项（直接赋权时为承接方事项之一）。',
  })
  matter(@Root() { matterId }: Delegation, @Ctx() { loaders }: MattersContext): Promise<Matter | null> {
    return loaders.matterById.load(matterId);
  }

  // Nullable items: one division that the directory lacks must not take the whole answer with it.
  @Directive('@listSize(assumedSize: 20)')
  @FieldResolver(() => [Division], {
    nullable: 'items',
    description: 'The townships and villages that it came down to. 承接的乡镇（街道）、村（社区）。',
  })
  async recipients(@Root() { id }: Delegation, @Ctx() { loaders }: MattersContext): Promise<Division[]> {
    return (await loaders.recipientsByDelegation.load(id)).map(({ divisionCode }) => Division.of(divisionCode));
  }
}

/** What a matter shows of delegations. */
@Resolver(() => Matter)
export class MatterDelegationsResolver {
  @FieldResolver(() => [Delegation], {
    description:
      'How it came down, ended delegations included, oldest first; of a matter as of a day those that had begun. 历次赋权（下放），指定日期的只含其时已生效的。',
  })
  async delegations(@Root() { id, asOf }: Matter, @Ctx() { loaders }: MattersContext): Promise<Delegation[]> {
    const delegations = (await loaders.delegationsByMatter.load(id)).map(({ delegation }) => delegation);
    return asOf === undefined ? delegations : delegations.filter(({ effectiveFrom }) => effectiveFrom <= asOf);
  }
}
