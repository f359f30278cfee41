/** How an operation is answered: what to ask of which subgraph, and in which order. The one form that is executed, whichever planner it comes from. */
export type PlanNode = SequenceNode | ParallelNode | FetchNode;

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly nodes: readonly PlanNode[];
}

export interface ParallelNode {
  readonly kind: 'parallel';
  readonly nodes: readonly PlanNode[];
}

/** One call to a subgraph. */
export interface FetchNode {
  readonly kind: 'fetch';
  readonly subgraph: string;
  readonly text: string;
  readonly operationName: string | undefined;
  /** The client's variables that it uses, by the names that they have in the call. */
  readonly variables: readonly string[];
  /** Where its answer goes, as far as it asks for root fields; null when it only looks up entities. */
  readonly root: RootTarget | null;
  readonly lookups: readonly EntityLookup[];
  /** The calls of the planner that it stands for, where these are several. */
  readonly parts?: readonly FetchNode[];
}

/** The calls of a plan, in the order in which they stand there. */
export function callsOf(node: PlanNode): FetchNode[] {
  return node.kind === 'fetch' ? [node] : node.nodes.flatMap(callsOf);
}

/** The same with each call that `change` makes of one; without it where that is null. */
export function withCalls(nodes: readonly PlanNode[], change: (call: FetchNode) => FetchNode | null): PlanNode[] {
  return nodes.flatMap((node) => (node.kind === 'fetch' ? (change(node) ?? []) : { ...node, nodes: withCalls(node.nodes, change) }));
}

export interface RootTarget {
  readonly path: EntityPath;
  readonly rewrites: readonly Rewrite[];
}

/** An `_entities` field of a call: which objects of the answer so far it is asked for. */
export interface EntityLookup {
  /** What the field is called in the call's answer. */
  readonly responseName: string;
  /** The variable that its representations go into. */
  readonly variable: string;
  readonly paths: readonly EntityPath[];
  readonly requires: readonly RequiredSelection[];
  /** Variables that differ from entity to entity. Of several for one variable, the first that leads somewhere counts. */
  readonly contexts: readonly ContextValue[];
  /** What is changed in a representation before it is sent. */
  readonly inputRewrites: readonly Rewrite[];
  /** What is changed in an entity before it is merged. */
  readonly outputRewrites: readonly Rewrite[];
}

/** A way down the answer: a field's response name, into each item of a list, or on with objects of these types alone. */
export type PathStep = string | typeof EACH_ITEM | TypeStep;
export type EntityPath = readonly PathStep[];

export const EACH_ITEM = Symbol('each item');

export interface TypeStep {
  readonly types: readonly string[];
}

/** The fields on the way, by their response names. */
export function fieldsOn(path: EntityPath): string[] {
  return path.filter((step) => typeof step === 'string');
}

/** A variable of the call whose value lies in the answer so far, above the entity: what `@fromContext` gives to an argument. */
export interface ContextValue {
  readonly variable: string;
  /** How many objects above the entity the way begins. */
  readonly levels: number;
  readonly path: readonly (string | TypeStep)[];
}

/** What a representation holds of an object. */
export type RequiredSelection = RequiredField | RequiredFragment;

export interface RequiredField {
  readonly kind: 'field';
  /** Its name in the answer so far. */
  readonly source: string;
  /** Its name in the representation. */
  readonly name: string;
  /** Null for a leaf. */
  readonly selections: readonly RequiredSelection[] | null;
}

export interface RequiredFragment {
  readonly kind: 'fragment';
  readonly type: string | null;
  readonly selections: readonly RequiredSelection[];
}

/** A change of a value at the end of a way down an object, whose steps apply to lists item by item. */
export interface Rewrite {
  readonly path: readonly (string | TypeStep)[];
  /** The field that is changed. */
  readonly field: string;
  readonly change: { readonly setTo: unknown } | { readonly renameTo: string };
}
