import { type DocumentNode, type FieldNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { pathNotANumber, pathNotSelected } from './graph-query.errors';

/** Steps into an answer: names of the query's answer, and places in lists, from 0. */
export type ResultPath = readonly string[];

const FORM = /^[_A-Za-z]\w*(\.([_A-Za-z]\w*|\d{1,3}))*$/;
const IS_PLACE = /^\d+$/;

export function pathOf(path: string): ResultPath {
  if (!FORM.test(path)) throw pathNotSelected(path);
  return path.split('.');
}

/** Throws where the operation selects nothing under the path's names, or something that is no plain value. */
export function checkPath(document: DocumentNode, { selectionSet }: OperationDefinitionNode, path: ResultPath): void {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [])),
  );
  const fieldsIn = ({ selections }: SelectionSetNode): FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const set = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection.selectionSet;
      return set ? fieldsIn(set) : [];
    });
  let sets: SelectionSetNode[] = [selectionSet];
  for (const step of path) {
    if (IS_PLACE.test(step)) continue;
    const fields = sets.flatMap(fieldsIn).filter(({ name, alias }) => (alias ?? name).value === step);
    if (fields.length === 0) throw pathNotSelected(step);
    sets = fields.flatMap((field) => field.selectionSet ?? []);
  }
  if (sets.length > 0) throw pathNotANumber(path.join('.'));
}

const DECIMAL = /^-?\d{1,18}(\.\d{1,6})?$/;

/** The number there, as an exact decimal's text; null where the answer has nothing on the way. Throws for what is no number. */
export function numberAt(answer: unknown, path: ResultPath): string | null {
  let value: unknown = answer;
  for (const step of path) {
    if (value === null || value === undefined) return null;
    const leadsOn = Object.hasOwn(Object(value), step) && Array.isArray(value) === IS_PLACE.test(step);
    value = leadsOn ? (value as Record<string, unknown>)[step] : null;
  }
  if (value === null || value === undefined) return null;
  const text = typeof value === 'number' ? plainly(value) : value;
  if (typeof text !== 'string' || !DECIMAL.test(text)) throw pathNotANumber(path.join('.'));
  return text;
}

/** A counted number as it is; a measured one to the sixth place, the same each time. */
function plainly(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/\.?0+$/, '');
}
