import { DomainError } from '@township-graph/shared/errors';
import type { ListSize } from './declared-costs';

/** What a list that says nothing of its size is taken to hold: bounded by nature, like the steps of a matter. */
export const UNPAGED = 5;
/** What a page is taken to hold whose size is not said, or said in no way that can be counted with. */
const UNSAID = 100;
/** No answer is larger; and it keeps products of sizes within numbers that compare. */
const LARGEST = 1_000_000;
const PAGE_ARGUMENT = 'first';

/** An argument of a field: undefined when there is no such argument, or it has neither a value nor a default. */
export type ArgumentValue = (name: string) => unknown;

/** How many rows a field holds, or the lists right below it; null when nothing is said. */
export interface SaidSize {
  readonly rows: number;
  /** Which of the fields below; null for whichever is a list. */
  readonly sizedFields: readonly string[] | null;
}

/** By the field's `first`, where the supergraph declares nothing. */
export function pagedSize(hasArgument: (name: string) => boolean, argument: ArgumentValue): SaidSize | null {
  return hasArgument(PAGE_ARGUMENT) ? { rows: rowsOf(argument(PAGE_ARGUMENT)), sizedFields: null } : null;
}

/** By `@listSize`: the largest of the slicing arguments that are given, or what is assumed without one. */
export function declaredSize(coordinate: string, declared: ListSize, argument: ArgumentValue): SaidSize {
  const { slicingArguments, sizedFields, assumedSize, requireOneSlicingArgument } = declared;
  const given = slicingArguments.map(argument).filter((value) => value !== undefined && value !== null);
  if (requireOneSlicingArgument && slicingArguments.length > 0 && given.length !== 1) throw new OnePageNeeded(coordinate, slicingArguments);
  const rows = given.length > 0 ? Math.max(...given.map(rowsOf)) : Math.min(assumedSize ?? UNSAID, LARGEST);
  return { rows, sizedFields: sizedFields.length > 0 ? sizedFields : null };
}

/** A page of none counts as one: some services take 0 for "all", and nothing below it may come free. */
function rowsOf(size: unknown): number {
  return typeof size === 'number' && size >= 0 ? Math.min(Math.max(size, 1), LARGEST) : UNSAID;
}

class OnePageNeeded extends DomainError {
  constructor(field: string, slicingArguments: readonly string[]) {
    const names = slicingArguments.join('、');
    super(
      'OPERATION_REFUSED',
      'ONE_SLICING_ARGUMENT',
      {
        zh: `字段 ${field} 须且只能给出 ${names} 中的一个`,
        en: `The field ${field} needs exactly one of ${slicingArguments.join(', ')}`,
      },
      { limit: 'cost', field, oneOf: slicingArguments },
    );
  }
}
