import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { ThreePowersAction } from './three-powers.enums';
import { ThreePowersGrantConnection, ThreePowersGrantListArgs } from './three-powers.inputs';
import type { ThreePowersCourse } from './three-powers.kind';
import type { ThreePowersGrantRepository } from './three-powers.repository';
import { ThreePowersGrant } from './three-powers-grant.entity';

@Resolver(() => ThreePowersGrant)
export class ThreePowersGrantResolver {
  constructor(
    private readonly threePowersGrantRepository: ThreePowersGrantRepository,
    private readonly course: ThreePowersCourse,
  ) {}

  @Query(() => ThreePowersGrant, { nullable: true, description: 'One, within the viewer’s divisions. 按标识查询“三权”授予。' })
  threePowersGrant(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: SecondmentContext,
  ): Shown<ThreePowersGrant> {
    return loaders.threePowersGrantById.shown(id);
  }

  @Query(() => ThreePowersGrantConnection, {
    description: 'Grants of the three powers within the viewer’s divisions, newest first. 按条件查询“三权”授予（限管辖范围）。',
  })
  threePowersGrants(
    @Args(() => ThreePowersGrantListArgs) { filter, ...page }: ThreePowersGrantListArgs,
    @Ctx() { viewer }: SecondmentContext,
  ): Connection<ThreePowersGrant> {
    const checked = checkedPage(page);
    return new ThreePowersGrantConnection({
      page: (asked) => this.threePowersGrantRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.threePowersGrantRepository.count(viewer, filter ?? {}),
    });
  }

  @Reads('state', 'divisionCode')
  @FieldResolver(() => [ThreePowersAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() row: ThreePowersGrant, @Ctx() { viewer }: SecondmentContext): ThreePowersAction[] {
    return this.course.availableActions(viewer, row);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. 流转记录，按时间先后。' })
  timeline(@Root() { id }: ThreePowersGrant, @Ctx() { loaders }: SecondmentContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }
}
