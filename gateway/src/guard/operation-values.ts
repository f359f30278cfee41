import { type DirectiveNode, Kind, type OperationDefinitionNode, type ValueNode, valueFromASTUntyped } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** What an operation's arguments come to, with its variables and their defaults filled in. Nothing has been validated. */
export class OperationValues {
  /** Without a prototype: a variable may be called `constructor`. */
  private readonly variables: Record<string, unknown> = Object.create(null);
  /** Which of them have been looked at so far. */
  private readonly consulted = new Set<string>();

  constructor({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables) {
    for (const { variable, defaultValue } of variableDefinitions) {
      const name = variable.name.value;
      const isGiven = Object.hasOwn(given, name) && given[name] !== undefined;
      this.variables[name] = isGiven ? given[name] : defaultValue && valueFromASTUntyped(defaultValue);
    }
  }

  /** Undefined for a variable that was not given. */
  of(value: ValueNode): unknown {
    this.consult(value);
    return valueFromASTUntyped(value, this.variables);
  }

  /** The variables that were looked at, with their values: with the same ones all comes to the same again. */
  get told(): readonly (readonly [name: string, value: unknown])[] {
    return [...this.consulted].map((name) => [name, this.variables[name]] as const);
  }

  has(name: string, value: unknown): boolean {
    return Object.is(this.variables[name], value);
  }

  private consult(value: ValueNode): void {
    if (value.kind === Kind.VARIABLE) this.consulted.add(value.name.value);
    else if (value.kind === Kind.LIST) for (const item of value.values) this.consult(item);
    else if (value.kind === Kind.OBJECT) for (const field of value.fields) this.consult(field.value);
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
