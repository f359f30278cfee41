import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** The variables that `@skip` and `@include` of the document depend on, in one order. */
export function conditionVariablesOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (node) => {
      const value = conditionOf(node);
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

/** Each condition doubles the plans of an operation: with more than these it is planned as it is asked for. */
const MOST_PLANNED_AHEAD = 2;

/** Every way in which so many conditions can turn out; none where that is too many to plan ahead. */
export function outcomesOf<V>(names: readonly string[], values: readonly V[]): V[][] {
  if (names.length > MOST_PLANNED_AHEAD) return [];
  return names.reduce<V[][]>((outcomes) => outcomes.flatMap((outcome) => values.map((value) => [...outcome, value])), [[]]);
}

/** Whether `@skip` and `@include` let a selection in. */
export function isLetIn(directives: readonly DirectiveNode[] | undefined, variables: Variables): boolean {
  if (!directives?.length) return true;
  return directives.every((node) => {
    const value = conditionOf(node);
    if (!value) return true;
    const isTrue = value.kind === Kind.VARIABLE ? variables[value.name.value] === true : value.kind === Kind.BOOLEAN && value.value;
    return isTrue === (node.name.value === 'include');
  });
}

export function isCondition(node: DirectiveNode): boolean {
  return conditionOf(node) !== undefined;
}

function conditionOf({ name, arguments: given = [] }: DirectiveNode) {
  if (name.value !== 'skip' && name.value !== 'include') return undefined;
  return given.find((argument) => argument.name.value === 'if')?.value;
}
