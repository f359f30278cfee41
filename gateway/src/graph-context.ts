import type { RequestContext } from '@township-graph/shared/context';
import type { Deadline } from './deadline';
import type { Timing } from './timing/timing';

/** A request on its way through the gateway. Subgraphs get the RequestContext of it alone. */
export interface GraphContext extends RequestContext {
  readonly deadline: Deadline;
  readonly timing: Timing;
}
