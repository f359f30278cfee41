import type { DocumentNode } from 'graphql';
import type { PlanNode } from './plan';

/** A valid operation without introspection. */
export interface OperationToPlan {
  readonly document: DocumentNode;
  /** The document as text. */
  readonly text: string;
  readonly operationName: string | undefined;
}

/** Decides which subgraphs are asked what. */
export interface Planner {
  /**
   * Null when no subgraph need be asked. Throws for an operation that it cannot plan. Of progressive overrides by percentage,
   * those above `draw` are in force.
   */
  plan(operation: OperationToPlan, draw: number): PlanNode | null;
}
