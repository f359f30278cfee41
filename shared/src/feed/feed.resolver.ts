import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context';
import { allowed, type Scope, signedIn } from '../viewer';
import { ChangeFeed, checkedFeed, FeedArgs } from './feed.inputs';
import type { FeedRepository } from './feed.repository';

/** The query `<subgraph>Feed`: what became of the subgraph's rows, for those who keep copies of them. */
export function feedResolver(subgraph: string, readScope: Scope | null, repository: FeedRepository): object {
  const needed = readScope ? `Scope ${readScope}.` : 'Any signed-in viewer.';
  const neededHere = readScope ? `，需 ${readScope} 权限` : '，须登录';

  @Resolver()
  class FeedResolver {
    // Nullable: several feeds asked for together do not fall with one.
    @Query(() => ChangeFeed, {
      name: `${subgraph}Feed`,
      nullable: true,
      description: `Changes to what ${subgraph} holds, within the viewer's divisions, oldest first; a row that leaves them becomes a tombstone. ${needed} Errors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT (CURSOR_UNKNOWN). 变更流（限管辖范围，由旧到新${neededHere}）。`,
    })
    feed(@Args(() => FeedArgs) args: FeedArgs, @Ctx() { viewer }: RequestContext): Promise<ChangeFeed> {
      if (readScope) allowed(viewer, readScope);
      else signedIn(viewer);
      return repository.read(viewer, checkedFeed(args));
    }
  }
  return new FeedResolver();
}
