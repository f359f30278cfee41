import type { Step } from './execution';
import { type FetchOptions, fetchStep } from './fetch-step';
import type { PlanNode } from './plan';

/** Compiles a plan into what runs it. */
export function planStep(node: PlanNode, options: FetchOptions): Step {
  switch (node.kind) {
    case 'fetch':
      return fetchStep(node, options);
    case 'sequence':
      return inTurn(node.nodes.map((each) => planStep(each, options)));
    case 'parallel':
      return atOnce(node.nodes.map((each) => planStep(each, options)));
  }
}

function inTurn(steps: readonly Step[]): Step {
  if (steps.length === 1) return steps[0]!;
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function atOnce(steps: readonly Step[]): Step {
  if (steps.length === 1) return steps[0]!;
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}
