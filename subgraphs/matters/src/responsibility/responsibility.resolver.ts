import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { Division } from '../division/division.stub';
import {
  ResponsibilityItemArgs,
  ResponsibilityItemConnection,
  ResponsibilityListArgs,
  ResponsibilityListConnection,
} from './responsibility.inputs';
import type { ResponsibilityItemRepository, ResponsibilityListRepository } from './responsibility.repository';
import { ResponsibilityItem } from './responsibility-item.entity';
import { ResponsibilityList } from './responsibility-list.entity';

@Resolver(() => ResponsibilityList)
export class ResponsibilityListResolver {
  constructor(private readonly lists: ResponsibilityListRepository) {}

  @Query(() => ResponsibilityList, { nullable: true, description: 'One list. 按标识查询清单。' })
  responsibilityList(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: MattersContext,
  ): Shown<ResponsibilityList> {
    return loaders.responsibilityListById.shown(id);
  }

  @Query(() => ResponsibilityListConnection, { description: 'Lists by filter, by division and kind. 按条件查询权责（责任）清单。' })
  responsibilityLists(
    @Args(() => ResponsibilityListArgs) { filter, orderBy, ...page }: ResponsibilityListArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<ResponsibilityList> {
    const checked = checkedPage(page);
    return new ResponsibilityListConnection({
      page: (asked) => this.lists.findPage(viewer, filter ?? {}, orderBy, { ...checked, asked }),
      total: () => this.lists.count(viewer, filter ?? {}),
    });
  }

  @Reads('id')
  @FieldResolver(() => ResponsibilityItemConnection, { description: 'Its items, in order. 清单事项。' })
  items(
    @Root() { id }: ResponsibilityList,
    @Args(() => ResponsibilityItemArgs) { filter, orderBy, ...page }: ResponsibilityItemArgs,
    @Ctx() { loaders }: MattersContext,
  ): Connection<ResponsibilityItem> {
    return new ResponsibilityItemConnection(loaders.itemsByResponsibilityList.of(id, { filter: filter ?? {}, orderBy }, page));
  }
}

@Resolver(() => ResponsibilityItem)
export class ResponsibilityItemResolver {
  constructor(private readonly items: ResponsibilityItemRepository) {}

  @Query(() => ResponsibilityItemConnection, { description: 'Items of all lists, by filter. 按条件查询清单事项。' })
  responsibilityItems(
    @Args(() => ResponsibilityItemArgs) { filter, orderBy, ...page }: ResponsibilityItemArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<ResponsibilityItem> {
    const checked = checkedPage(page);
    const listing = { filter: filter ?? {}, orderBy };
    return new ResponsibilityItemConnection({
      page: (asked) => this.items.findPage(viewer, listing, { ...checked, asked }),
      total: () => this.items.count(viewer, listing),
    });
  }

  @Reads('listId')
  @FieldResolver(() => ResponsibilityList, { nullable: true, description: 'The list. 所属清单。' })
  list(@Root() { listId }: ResponsibilityItem, @Ctx() { loaders }: MattersContext): Shown<ResponsibilityList> {
    return loaders.responsibilityListById.shown(listId);
  }

  @Reads('replacesId')
  @FieldResolver(() => ResponsibilityItem, { nullable: true, description: 'What stood at its number before a change. 调整前的事项。' })
  replaces(@Root() { replacesId }: ResponsibilityItem, @Ctx() { loaders }: MattersContext): Shown<ResponsibilityItem> | null {
    return replacesId ? loaders.responsibilityItemById.shown(replacesId) : null;
  }

  @Reads('id')
  @FieldResolver(() => [TimelineEntry], { description: 'Who decided it in a clean-up, for who may read that. 清理记录。' })
  timeline(@Root() { id }: ResponsibilityItem, @Ctx() { loaders }: MattersContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }
}

/** What a division shows of responsibilities. */
@Resolver(() => Division)
export class DivisionResponsibilityItemsResolver {
  @FieldResolver(() => ResponsibilityItemConnection, {
    nullable: true,
    description: 'Items of the lists of this very division. 本级清单事项。',
  })
  responsibilityItems(
    @Root() { code }: Division,
    @Args(() => ResponsibilityItemArgs) { filter, orderBy, ...page }: ResponsibilityItemArgs,
    @Ctx() { loaders }: MattersContext,
  ): Connection<ResponsibilityItem> {
    return new ResponsibilityItemConnection(loaders.responsibilityItemsByDivision.of(code, { filter: filter ?? {}, orderBy }, page));
  }
}
