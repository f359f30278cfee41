import { type DirectiveNode, type OperationDefinitionNode, type ValueNode, valueFromASTUntyped } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** What an operation's arguments come to, with its variables and their defaults filled in. Nothing has been validated. */
export class OperationValues {
  /** Without a prototype: a variable may be called `constructor`. */
  private readonly variables: Record<string, unknown> = Object.create(null);

  constructor({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables) {
    for (const { variable, defaultValue } of variableDefinitions) {
      const name = variable.name.value;
      const isGiven = Object.hasOwn(given, name) && given[name] !== undefined;
      this.variables[name] = isGiven ? given[name] : defaultValue && valueFromASTUntyped(defaultValue);
    }
  }

  /** Undefined for a variable that was not given. */
  of(value: ValueNode): unknown {
    return valueFromASTUntyped(value, this.variables);
  }

  /** Whether `@skip` or `@include` is known to leave a selection out. */
  excludes(directives: readonly DirectiveNode[] = []): boolean {
    return directives.some(({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return false;
      const condition = given.find((argument) => argument.name.value === 'if');
      return condition !== undefined && this.of(condition.value) === (name.value === 'skip');
    });
  }
}
