import {
  type DocumentNode,
  execute,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
} from 'graphql';
import type { Variables } from './conditions';
import type { Execution, Step } from './execution';
import { splitIntrospection } from './introspection';
import { type JsonObject, mergeInto } from './json-object';
import type { PlanNode } from './plan';
import type { OperationToPlan } from './planner';
import { ResponseShape } from './response-shape';

export interface CompileOptions {
  /** What clients see of the supergraph. */
  readonly schema: GraphQLSchema;
  plan(operation: OperationToPlan): PlanNode | null;
  compile(plan: PlanNode): Step;
}

/** A valid document and the operation of it that is meant. */
export interface OperationToCompile {
  readonly document: DocumentNode;
  readonly text: string;
  readonly operation: OperationDefinitionNode;
}

export interface OperationAnswer {
  /** Absent where nothing was executed. */
  readonly data?: JsonObject | null;
  readonly errors?: readonly GraphQLError[];
}

export type ExecutionRequest = Pick<Execution, 'context' | 'deadline'> & { readonly variables: Variables };

/** What is told of variables that do not fit. */
const MOST_VARIABLE_ERRORS = 50;

/** An operation that has been planned: everything that does not depend on the request is done. */
export class CompiledOperation {
  readonly isMutation: boolean;
  private readonly operation: OperationDefinitionNode;
  private readonly schema: GraphQLSchema;
  private readonly introspection: DocumentNode | null;
  private readonly step: Step | null;
  private readonly shape: ResponseShape;

  constructor({ document, text, operation }: OperationToCompile, { schema, plan, compile }: CompileOptions) {
    const definitions = document.definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION);
    const fragments = new Map(definitions.map((fragment) => [fragment.name.value, fragment]));
    const { introspection, rest } = splitIntrospection(document, operation, fragments);
    const planned = rest && plan({ document: rest, text: rest === document ? text : print(rest), operationName: operation.name?.value });
    this.isMutation = operation.operation === OperationTypeNode.MUTATION;
    this.operation = operation;
    this.schema = schema;
    this.introspection = introspection;
    this.step = planned && compile(planned);
    this.shape = new ResponseShape(schema, { operation, fragments });
  }

  async run({ variables: given, context, deadline }: ExecutionRequest): Promise<OperationAnswer> {
    const { coerced, errors } = this.variablesFrom(given);
    if (errors) return { errors };
    const run: Execution = { data: {}, errors: [], variables: coerced, context, deadline };
    if (this.introspection) mergeInto(run.data, this.introspect(this.introspection, given));
    if (this.step) await this.step(run);
    const answer = this.shape.answer(run.data, run.variables, run.errors);
    return answer.errors.length > 0 ? answer : { data: answer.data };
  }

  private variablesFrom(given: Variables): { coerced: Variables; errors?: undefined } | { coerced?: undefined; errors: GraphQLError[] } {
    const { variableDefinitions = [] } = this.operation;
    if (variableDefinitions.length === 0) return { coerced: {} };
    const { coerced, errors } = getVariableValues(this.schema, variableDefinitions, given, { maxErrors: MOST_VARIABLE_ERRORS });
    if (coerced) return { coerced };
    return { errors: errors.map(({ message, nodes }) => new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } })) };
  }

  private introspect(document: DocumentNode, variableValues: Variables): JsonObject {
    const { data, errors } = execute({ schema: this.schema, document, variableValues }) as {
      data?: JsonObject;
      errors?: readonly GraphQLError[];
    };
    if (errors) throw errors[0]!;
    return data ?? {};
  }
}
