import type { asking } from '@township-graph/shared/testing/ask';
import type { Viewer } from '@township-graph/shared/viewer';

/** What the feed tells a viewer of one subject, oldest first, by types; TOMBSTONE where it is gone. */
export async function toldOf(ask: ReturnType<typeof asking>, viewer: Viewer, subjectId: string): Promise<string[]> {
  const { data } = await ask('{ mattersFeed(first: 500) { nodes { type subjectId } } }', viewer);
  const nodes: { type: string; subjectId: string }[] = data.mattersFeed.nodes;
  return nodes.filter((node) => node.subjectId === subjectId).map(({ type }) => type);
}
