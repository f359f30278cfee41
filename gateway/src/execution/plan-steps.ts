import { lazily } from '@township-graph/shared/lazily';
import { inContextOrder, type OrderedPlan } from './context-order';
import { contextualStep } from './contextual-step';
import { atOnce, type Execution, type Step } from './execution';
import type { FetchOptions } from './fetch-call';
import { fetchStep } from './fetch-step';
import { withCallsJoined, withCallsLater } from './joint-calls';
import { callsOf, type FetchNode, type PlanNode } from './plan';

/** Of the time that a call may take, what must be left for one that others are waited for before. */
const SHARE_LEFT = 0.25;

/** Compiles a plan into what runs it. */
export function planStep(given: PlanNode, options: FetchOptions): Step {
  const { plan, waits } = inContextOrder(given);
  const isContextual = callsOf(plan).some(takesContext);
  const ends = new Ends();
  const step = (node: PlanNode): Step => {
    switch (node.kind) {
      case 'fetch':
        return inOrder(node, options, waits, ends);
      case 'sequence':
        return inTurn(node.nodes.map(step));
      case 'parallel':
        return isContextual ? atOnce(node.nodes.map(step)) : withFewerCalls(node.nodes, step, options);
    }
  };
  return step(plan);
}

function inTurn(steps: readonly Step[]): Step {
  if (steps.length === 1) return steps[0]!;
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

/** Calls to one subgraph are made together, in time for the answer or, where there is time enough for all that may go wrong until then, later. */
function withFewerCalls(nodes: readonly PlanNode[], step: (node: PlanNode) => Step, { longestCallMs }: FetchOptions): Step {
  const joined = withCallsJoined(nodes);
  const later = withCallsLater(joined);
  const usual = lazily(() => atOnce(joined.map(step)));
  if (!later) return usual();
  const patient = atOnce(later.nodes.map(step));
  const neededMs = (later.waits + SHARE_LEFT) * longestCallMs;
  return (run) => (run.deadline.remainingMs < neededMs ? usual()(run) : patient(run));
}

/** A call, after those that it waits for though the plan does not say so. */
function inOrder(node: FetchNode, options: FetchOptions, waits: OrderedPlan['waits'], ends: Ends): Step {
  const step = takesContext(node) ? contextualStep(node, options) : fetchStep(node, options);
  const awaited = [...(waits.get(node) ?? [])];
  const isAwaited = [...waits.values()].some((nodes) => nodes.has(node));
  if (awaited.length === 0 && !isAwaited) return step;
  return async (run) => {
    await Promise.all(awaited.map((each) => ends.of(run, each).promise));
    await step(run);
    ends.of(run, node).reached();
  };
}

function takesContext({ lookups }: FetchNode): boolean {
  return lookups.some(({ contexts }) => contexts.length > 0);
}

interface End {
  readonly promise: Promise<void>;
  readonly reached: () => void;
}

/** The ends of calls that others wait for, in each run of the plan. */
class Ends {
  private readonly byRun = new WeakMap<Execution, Map<FetchNode, End>>();

  of(run: Execution, node: FetchNode): End {
    const ends = this.byRun.get(run) ?? new Map<FetchNode, End>();
    this.byRun.set(run, ends);
    const end = ends.get(node) ?? newEnd();
    ends.set(node, end);
    return end;
  }
}

function newEnd(): End {
  let reached = () => {};
  const promise = new Promise<void>((resolve) => {
    reached = resolve;
  });
  return { promise, reached };
}
