import { lazily } from '@township-graph/shared/lazily';
import type { EntityBatch } from './entity-batch';
import { atOnce, type Execution, type Step } from './execution';
import { FetchCall, type FetchOptions } from './fetch-call';
import type { FetchNode } from './plan';

/** Calls that look up more entities together are made each by itself: what a call costs is little beside them. */
const MOST_ENTITIES_TOGETHER = 1000;

/** Compiles a call of a plan whose entities are all asked with the same variables. */
export function fetchStep(node: FetchNode, options: FetchOptions): Step {
  const call = new FetchCall(node, options);
  const { parts } = node;
  const batchesIn = (run: Execution) => call.lookups.map((lookup) => lookup.batch(run));
  if (!parts) return (run) => call.ask(run, batchesIn(run));
  const apart = lazily(() => atOnce(parts.map((part) => fetchStep(part, options))));
  return (run) => {
    const batches = batchesIn(run);
    return entitiesOf(batches) > MOST_ENTITIES_TOGETHER ? apart()(run) : call.ask(run, batches);
  };
}

function entitiesOf(batches: readonly EntityBatch[]): number {
  return batches.reduce((total, { types }) => total + types.length, 0);
}
