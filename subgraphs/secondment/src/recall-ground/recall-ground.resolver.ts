import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { RecallGround } from './recall-ground.entity';
import { RecallGroundConnection, RecallGroundListArgs } from './recall-ground.inputs';
import type { RecallGroundRepository } from './recall-ground.repository';

@Resolver(() => RecallGround)
export class RecallGroundResolver {
  constructor(private readonly recallGroundRepository: RecallGroundRepository) {}

  @Query(() => RecallGround, { nullable: true, description: 'One, within the viewer’s divisions. 按标识查询双向互评结果（召回依据）。' })
  recallGround(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: SecondmentContext,
  ): Shown<RecallGround> {
    return loaders.recallGroundById.shown(id);
  }

  @Query(() => RecallGroundConnection, {
    description:
      'What mutual evaluations say about recalls, within the viewer’s divisions, newest first. 按条件查询双向互评结果（召回依据）（限管辖范围）。',
  })
  recallGrounds(
    @Args(() => RecallGroundListArgs) { filter, ...page }: RecallGroundListArgs,
    @Ctx() { viewer }: SecondmentContext,
  ): Connection<RecallGround> {
    const checked = checkedPage(page);
    return new RecallGroundConnection({
      page: (asked) => this.recallGroundRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.recallGroundRepository.count(viewer, filter ?? {}),
    });
  }
}
