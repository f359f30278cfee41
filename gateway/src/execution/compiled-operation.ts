import {
  type DocumentNode,
  execute,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
} from 'graphql';
import { conditionVariablesOf, outcomesOf, type Variables } from './conditions';
import { clientPath, DataNames } from './data-names';
import type { Execution, Step } from './execution';
import { type JsonObject, mergeInto } from './json-object';
import { introspectionOf, plannable, type SourceOperation } from './operation-to-plan';
import type { Overrides } from './overrides';
import type { PlanNode } from './plan';
import type { OperationToPlan } from './planner';
import type { RequiredArguments } from './required-arguments';
import { ResponseShape } from './response-shape';
import type { SupergraphTypes } from './supergraph-types';
import { type VariableValues, variableReader } from './variable-values';

export interface CompileOptions {
  /** What clients see of the supergraph. */
  readonly schema: GraphQLSchema;
  readonly types: SupergraphTypes;
  readonly required: RequiredArguments;
  /** Fields that plans ask for whether the client does or not. */
  readonly needed: ReadonlySet<string>;
  readonly overrides: Overrides;
  plan(operation: OperationToPlan, draw: number): PlanNode | null;
  compile(plan: PlanNode): Step;
}

/** A valid document and the operation of it that is meant. */
export interface OperationToCompile {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

export interface OperationAnswer {
  readonly data: JsonObject | null;
  readonly errors?: readonly GraphQLError[];
}

/** An operation with its variables: everything that can be refused has been looked at, and nobody has been asked yet. */
export interface PreparedOperation {
  run(request: Pick<Execution, 'context' | 'deadline' | 'timing'>): Promise<OperationAnswer>;
}

/** Outcomes of `@skip` and `@include`, and of progressive overrides, that stay compiled. */
export const MOST_VARIANTS = 32;

/** An operation that needs no more reading: it is planned once for each outcome of its `@skip`s, `@include`s and progressive overrides. */
export class CompiledOperation {
  readonly kind: OperationTypeNode;
  readonly name: string | undefined;
  private readonly source: Omit<SourceOperation, 'variables'>;
  private readonly conditionVariables: readonly string[];
  /** Of requests, that progressive overrides of its fields are in force for. */
  private readonly shares: readonly number[];
  private readonly variants = new Map<string, Variant>();
  private readonly variablesFrom: (given: Variables) => VariableValues;

  constructor(
    { document, operation }: OperationToCompile,
    private readonly options: CompileOptions,
  ) {
    const definitions = document.definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION);
    const fragments = new Map(definitions.map((fragment) => [fragment.name.value, fragment]));
    const names = new DataNames(document, options.required.contested, options.needed);
    this.source = { schema: options.schema, operation, fragments, required: options.required, names };
    this.kind = operation.operation;
    this.name = operation.name?.value;
    this.conditionVariables = conditionVariablesOf(document);
    this.shares = options.overrides.sharesFor(document);
    this.variablesFrom = variableReader(options.schema, operation.variableDefinitions ?? []);
  }

  /** With the errors of variables that do not fit. Throws for an operation that cannot be planned. */
  prepare(given: Variables): PreparedOperation | readonly GraphQLError[] {
    const { coerced, errors } = this.variablesFrom(given);
    if (errors) return errors;
    const variant = this.variantFor(coerced, this.shares.length === 0 ? 0 : this.options.overrides.draw(this.shares));
    return {
      run: ({ context, deadline, timing }) =>
        this.run(variant, { context, deadline, timing, data: {}, errors: [], variables: coerced }, given),
    };
  }

  /** Plans it for whatever its conditions and overrides will be. Throws for an operation that cannot be planned. */
  planAhead(): void {
    for (const outcome of outcomesOf(this.conditionVariables, [true, false]))
      for (const draw of [0, ...this.shares])
        this.variantFor(Object.fromEntries(outcome.map((value, index) => [this.conditionVariables[index], value])), draw);
  }

  private async run({ introspection, steps, shape }: Variant, run: Execution, given: Variables): Promise<OperationAnswer> {
    run.timing?.executes(this);
    if (introspection) mergeInto(run.data, this.introspect(introspection, given));
    if (steps.length === 1) await steps[0]!(run);
    else if (steps.length > 1) await apart(steps, run);
    run.timing?.executed();
    const answer = shape.answer(run.data, this.clientErrors(run.errors));
    return answer.errors.length > 0 ? answer : { data: answer.data };
  }

  private variantFor(variables: Variables, draw: number): Variant {
    const conditions = this.conditionVariables.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const outcome = draw === 0 ? conditions : `${conditions} ${draw}`;
    let variant = this.variants.get(outcome);
    if (!variant) {
      variant = this.variant(variables, draw);
      if (this.variants.size >= MOST_VARIANTS) this.variants.delete(this.variants.keys().next().value!);
      this.variants.set(outcome, variant);
    }
    return variant;
  }

  private variant(variables: Variables, draw: number): Variant {
    const { schema, types, plan, compile } = this.options;
    const source = { ...this.source, variables };
    const plans = plannable(source).flatMap((operation) => plan(operation, draw) ?? []);
    return { introspection: introspectionOf(source), steps: plans.map(compile), shape: new ResponseShape(schema, types, source) };
  }

  private introspect(document: DocumentNode, variableValues: Variables): JsonObject {
    const { schema } = this.options;
    const { data, errors } = execute({ schema, document, variableValues }) as { data?: JsonObject; errors?: readonly GraphQLError[] };
    if (errors) throw errors[0]!;
    return data ?? {};
  }

  /** Paths are told in the client's names. */
  private clientErrors(errors: readonly GraphQLError[]): readonly GraphQLError[] {
    if (errors.length === 0) return errors;
    return errors.map((error) => {
      const { message, path, extensions, originalError } = error;
      return path ? new GraphQLError(message, { path: clientPath(path), extensions, originalError }) : error;
    });
  }
}

/** Each over data of its own, so that none reads what another has required; joined when all are there. */
async function apart(steps: readonly Step[], run: Execution): Promise<void> {
  const runs = steps.map((): Execution => ({ ...run, data: {} }));
  await Promise.all(steps.map((step, index) => step(runs[index]!)));
  for (const { data } of runs) mergeInto(run.data, data);
}

interface Variant {
  readonly introspection: DocumentNode | null;
  readonly steps: readonly Step[];
  readonly shape: ResponseShape;
}
