import type { RequestContext } from '@township-graph/shared/context';
import type { SubgraphCall } from '@township-graph/shared/subgraph-call';
import type { Timing } from '../timing/timing';
import type { CallTrace } from '../timing/tracing';
import type { AnswerShape, AskedEntities } from './answer-shape';
import type { PlannedOperation } from './planned-operation';

/** The representations of entities that a call asks for: the names of their types, and made when somebody wants them, values and their JSON. */
export interface Representations {
  readonly variable: string;
  readonly types: readonly string[];
  readonly values: readonly Readonly<Record<string, unknown>>[];
  readonly json: readonly string[];
}

export interface CallParts {
  readonly operation: PlannedOperation;
  readonly context: RequestContext;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly representations?: readonly Representations[];
  /** The shape that its answer must have; null where any will do. */
  readonly shape?: AnswerShape | null;
  /** Of the request that it is part of. */
  readonly timing?: Timing;
}

/** One call on its way to a subgraph: a value where the subgraph runs in this process, a body where it is sent. */
export class OutgoingCall implements AskedEntities {
  readonly operation: PlannedOperation;
  readonly context: RequestContext;
  readonly timing: Timing | undefined;
  /** Set while it is under way, where the request is traced. */
  trace: CallTrace | null = null;
  private readonly variables: Readonly<Record<string, unknown>> | null;
  private readonly representations: readonly Representations[];
  private readonly shape: AnswerShape | null;
  private written: string | undefined;

  constructor({ operation, context, variables = null, representations = [], shape = null, timing }: CallParts) {
    this.operation = operation;
    this.context = context;
    this.variables = variables;
    this.representations = representations;
    this.shape = shape;
    this.timing = timing;
  }

  fits(data: Readonly<Record<string, unknown>>): boolean {
    return this.shape === null || this.shape.fits(data, this);
  }

  typesAskedBy(variable: string): readonly string[] {
    return this.representations.find((each) => each.variable === variable)?.types ?? [];
  }

  asValue(): SubgraphCall {
    const variables: Record<string, unknown> = { ...this.variables };
    for (const { variable, values } of this.representations) variables[variable] = values;
    const { text: query, operationName } = this.operation;
    return { query, operationName, variables, context: this.context };
  }

  /** Written once, however often it is sent. */
  asBody(): string {
    this.written ??= `${this.operation.bodyStart}{${this.variablesAsJson()}}}`;
    return this.written;
  }

  private variablesAsJson(): string {
    let json = '';
    for (const name in this.variables) {
      const value = JSON.stringify(this.variables[name]);
      if (value !== undefined) json += `${json && ','}${JSON.stringify(name)}:${value}`;
    }
    for (const { variable, json: each } of this.representations) json += `${json && ','}${JSON.stringify(variable)}:[${each.join(',')}]`;
    return json;
  }
}
