import { DomainError } from '@township-graph/shared/errors';
import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { DEFAULT_ROWS } from './list-cost';

/** How much one operation may ask for. Fragments count each time they are used: that is what the planner has to expand. */
export interface OperationLimits {
  readonly selections: number;
  readonly depth: number;
  readonly rootFields: number;
  /** Objects that the answer may be expected to hold (list-cost). */
  readonly rows: number;
}

export const DEFAULT_LIMITS: OperationLimits = { selections: 5000, depth: 25, rootFields: 50, rows: DEFAULT_ROWS };

interface Size {
  readonly selections: number;
  readonly depth: number;
  readonly rootFields: number;
  readonly introspects: boolean;
}

const NOTHING: Size = { selections: 0, depth: 0, rootFields: 0, introspects: false };

/** Documents come from the server's cache, so an operation that is repeated is measured once. */
const sizes = new WeakMap<DocumentNode, Size>();

/**
 * Refuses what would cost more to plan than any client needs. It must run before planning: 600 bytes of fragments that
 * use one another twice expand to millions of fields and hold a planner for half a minute.
 * The document must be valid: without that, fragments may form cycles.
 */
export function guardOperation(document: DocumentNode, limits: OperationLimits): void {
  const size = sizeOf(document);
  for (const limit of ['selections', 'depth', 'rootFields'] as const) {
    if (size[limit] > limits[limit]) throw tooLarge(limit, limits[limit]);
  }
}

const DEEPEST_TEXT = 200;

/** Refuses a text whose brackets nest deeper than a parser, which calls itself for each, can follow. Strings are not looked into. */
export function guardNesting(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x7b || character === 0x5b) depth += 1;
    else if (character === 0x7d || character === 0x5d) depth -= 1;
    if (depth > DEEPEST_TEXT) throw tooLarge('depth', DEEPEST_TEXT);
  }
}

/** Whether the document asks for the schema itself, `__typename` aside. */
export function isIntrospective(document: DocumentNode): boolean {
  return sizeOf(document).introspects;
}

function tooLarge(limit: keyof OperationLimits, allowed: number): DomainError {
  return new DomainError(
    'OPERATION_REFUSED',
    'OPERATION_TOO_LARGE',
    { zh: `查询过大：${limit} 超过上限 ${allowed}`, en: `The operation is too large: ${limit} above the limit of ${allowed}` },
    { limit, allowed },
  );
}

function sizeOf(document: DocumentNode): Size {
  const known = sizes.get(document);
  if (known) return known;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const measured = new Map<string, Size>();

  /** Each fragment is measured once and counted at each use: linear, however much it expands to. */
  const sizeOfFragment = (name: string): Size => {
    let size = measured.get(name);
    if (!size) {
      const fragment = fragments.get(name);
      size = fragment ? sizeOfSet(fragment.selectionSet) : NOTHING;
      measured.set(name, size);
    }
    return size;
  };

  const sizeOfSet = (set: SelectionSetNode): Size =>
    set.selections.reduce<Size>((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return plus(sum, sizeOfFragment(selection.name.value));
      if (selection.kind === Kind.INLINE_FRAGMENT) return plus(sum, sizeOfSet(selection.selectionSet));
      const below = selection.selectionSet ? sizeOfSet(selection.selectionSet) : NOTHING;
      const introspects = below.introspects || selection.name.value === '__schema' || selection.name.value === '__type';
      return plus(sum, { selections: below.selections + 1, depth: below.depth + 1, rootFields: 1, introspects });
    }, NOTHING);

  const size = document.definitions.reduce(
    (sum, node) => (node.kind === Kind.OPERATION_DEFINITION ? plus(sum, sizeOfSet(node.selectionSet)) : sum),
    NOTHING,
  );
  sizes.set(document, size);
  return size;
}

function plus(a: Size, b: Size): Size {
  return {
    selections: a.selections + b.selections,
    depth: Math.max(a.depth, b.depth),
    rootFields: a.rootFields + b.rootFields,
    introspects: a.introspects || b.introspects,
  };
}
