import type { Step } from './execution';
import { FetchCall, type FetchOptions } from './fetch-call';
import type { FetchNode } from './plan';

/** Compiles a call of a plan whose entities are all asked with the same variables. */
export function fetchStep(node: FetchNode, options: FetchOptions): Step {
  const call = new FetchCall(node, options);
  return (run) =>
    call.ask(
      run,
      call.lookups.map((lookup) => lookup.batch(run)),
    );
}
