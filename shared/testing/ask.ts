import type { ExecutionResult } from 'graphql';
import type { RequestContext } from '../src/context';
import type { SubgraphExecutor } from '../src/subgraph-call';
import { ANONYMOUS, type Scope, type Viewer } from '../src/viewer';

/** A signed-in viewer of these divisions with these scopes. */
export function viewerOf(divisions: readonly string[], scopes: readonly Scope[] = []): Viewer {
  return { subject: 'tester', name: '测试员', organization: null, divisions: divisions.map((code) => ({ code })), scopes };
}

/** An answer has the shape of its query, which only the test knows. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type Answer = ExecutionResult<any>;

/** Asks a subgraph as a viewer; anonymous when none is named. */
export function asking(execute: SubgraphExecutor) {
  return (
    query: string,
    viewer: Viewer = ANONYMOUS,
    variables: Record<string, unknown> = {},
    more: Partial<RequestContext> = {},
  ): Promise<Answer> => execute({ query, variables, context: { viewer, requestId: 'test', locale: 'en', purpose: null, ...more } });
}
