import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Arg, Args, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { EstablishmentTransferConnection, EstablishmentTransferFilter, EstablishmentTransferListArgs } from './establishment.inputs';
import { EstablishmentTransfer } from './establishment-transfer.entity';
import type { EstablishmentTransferRepository } from './establishment-transfer.repository';

@Resolver(() => EstablishmentTransfer)
export class EstablishmentTransferResolver {
  constructor(private readonly transferRepository: EstablishmentTransferRepository) {}

  @Query(() => EstablishmentTransfer, {
    nullable: true,
    description: 'One transfer, from or to the viewer’s divisions. Scope personnel:read. 按标识查询编制划转。',
  })
  establishmentTransfer(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: SecondmentContext,
  ): Shown<EstablishmentTransfer> {
    return loaders.establishmentTransferById.shown(id);
  }

  @Query(() => EstablishmentTransferConnection, {
    description: 'Transfers from or to the viewer’s divisions, newest first, with personnel:read. 按条件查询编制划转（限管辖范围）。',
  })
  establishmentTransfers(
    @Args(() => EstablishmentTransferListArgs) { filter, ...page }: EstablishmentTransferListArgs,
    @Ctx() { viewer }: SecondmentContext,
  ): Connection<EstablishmentTransfer> {
    const checked = checkedPage(page);
    return new EstablishmentTransferConnection({
      page: (asked) => this.transferRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.transferRepository.count(viewer, filter ?? {}),
    });
  }

  @Query(() => Int, {
    description: 'How many posts went by the transfers that the filter leaves. Scope personnel:read. 所选划转的编制数合计。',
  })
  transferredPosts(
    @Arg('filter', () => EstablishmentTransferFilter, { nullable: true, description: 'Which transfers. 筛选条件。' })
    filter: EstablishmentTransferFilter | null,
    @Ctx() { viewer }: SecondmentContext,
  ): Promise<number> {
    return this.transferRepository.sumPosts(viewer, filter ?? {});
  }
}
