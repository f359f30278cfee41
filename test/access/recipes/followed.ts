import type { Recipes } from '../recipe';

/** What a subgraph keeps that follows others. */
export const FOLLOWED_RECIPES: Recipes = {
  feed_position: { kept: 'INTERNAL', because: 'where a follower has come to', rows: () => [] },
  followed_event: { kept: 'INTERNAL', because: 'what a follower has done already, and what it could not do', rows: () => [] },
};
