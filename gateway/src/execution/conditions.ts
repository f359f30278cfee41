import { type DirectiveNode, Kind } from 'graphql';

/** One `@skip` or `@include`: the variable or the constant it depends on, and the value with which it lets its selection in. */
export interface Condition {
  readonly on: string | boolean;
  readonly letsInWhen: boolean;
}

export type Variables = Readonly<Record<string, unknown>>;

export function conditionsOf(directives: readonly DirectiveNode[] = []): Condition[] {
  return directives.flatMap(({ name, arguments: given = [] }): Condition[] => {
    if (name.value !== 'skip' && name.value !== 'include') return [];
    const value = given.find((argument) => argument.name.value === 'if')?.value;
    const letsInWhen = name.value === 'include';
    if (value?.kind === Kind.VARIABLE) return [{ on: value.name.value, letsInWhen }];
    return value?.kind === Kind.BOOLEAN ? [{ on: value.value, letsInWhen }] : [];
  });
}

/** Whether all of them let the selection in. */
export function letIn(conditions: readonly Condition[], variables: Variables): boolean {
  for (const { on, letsInWhen } of conditions) {
    const value = typeof on === 'string' ? variables[on] === true : on;
    if (value !== letsInWhen) return false;
  }
  return true;
}
