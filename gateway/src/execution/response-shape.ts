import { DomainError } from '@township-graph/shared/errors';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Place } from './entity-path';
import type { JsonObject } from './json-object';
import { type Complete, completeFor, INVALID, type Pass, type ShapedOperation } from './shape-code';
import type { SupergraphTypes } from './supergraph-types';

/** The client's answer: null when a null has come up all the way. */
export interface ShapedAnswer {
  readonly data: JsonObject | null;
  readonly errors: readonly GraphQLError[];
}

/** Takes out of the joined data what the client has selected, in its order and under its names, as the schema says it must look. */
export class ResponseShape {
  private readonly complete: Complete;
  /** The same, for answers with which something is amiss. */
  private traced: Complete | null = null;

  /** `schema` is what clients see, `types` what the supergraph has. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly types: SupergraphTypes,
    private readonly operation: ShapedOperation,
  ) {
    this.complete = this.written(false);
  }

  /**
   * `errors` are those that subgraphs have given; a value that the supergraph does not have becomes one more. One that it keeps
   * from clients is null: an error would tell that it is there. A null where none may be takes its parent with it, and says
   * nothing: what was wrong has its error already, and an entity that one subgraph names and another does not show, for it is
   * not the viewer's to see, is no error.
   */
  answer(data: JsonObject, errors: readonly GraphQLError[]): ShapedAnswer {
    const pass = new Looking();
    const shaped = this.complete(data, pass);
    const answer = shaped === INVALID ? null : shaped;
    const told = toldOf(errors, answer);
    if (!pass.isAmiss) return { data: answer, errors: told };
    return { data: answer, errors: [...told, ...this.unexplained(data, told)] };
  }

  /** Goes over it once more, noting where it is: that is work which an answer with nothing amiss is spared. */
  private unexplained(data: JsonObject, errors: readonly GraphQLError[]): GraphQLError[] {
    const pass = new Searching();
    this.traced ??= this.written(true);
    this.traced(data, pass);
    const isExplained = ({ path: place }: Problem) => errors.some(({ path }) => path === undefined || lieInEachOther(path, place));
    return pass.problems
      .filter((problem) => !isExplained(problem))
      .slice(0, MAX_PROBLEMS)
      .map(({ path, error }) => new GraphQLError(error.message, { path, originalError: error, extensions: { code: error.code } }));
  }

  private written(isTraced: boolean): Complete {
    const { schema, types, operation } = this;
    const { operation: kind, selectionSet } = operation.operation;
    return completeFor({ schema, types, operation, isTraced }, schema.getRootType(kind)!, [selectionSet]);
  }
}

const MAX_PROBLEMS = 100;

function lieInEachOther(one: Place, other: Place): boolean {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

/**
 * What failed of the client's fields, at their paths. What a plan asked for beside them has none: of that each kind of failure is told
 * once, unless it is told of a field already. What needed it is null without it, and that must not pass for an answer.
 */
function toldOf(errors: readonly GraphQLError[], answer: JsonObject | null): readonly GraphQLError[] {
  if (errors.length === 0) return errors;
  const told = errors.filter(({ path }) => !path || leadsSomewhere(answer, path));
  if (told.length === errors.length) return told;
  const kindOf = ({ message, extensions }: GraphQLError) => `${extensions.code} ${message}`;
  const kinds = new Set(told.map(kindOf));
  for (const error of errors) {
    const kind = kindOf(error);
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    const { message, extensions, originalError } = error;
    told.push(new GraphQLError(message, { extensions, originalError }));
  }
  return told;
}

/** False for what a plan has asked for, and the client has not. */
function leadsSomewhere(answer: unknown, path: Place): boolean {
  let here = answer;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return true;
    if (!Object.hasOwn(here, step)) return false;
    here = (here as Record<string | number, unknown>)[step];
  }
  return true;
}

interface Problem {
  readonly path: Place;
  readonly error: DomainError;
}

/** Sees whether something is not as the schema says. */
class Looking implements Pass {
  readonly path: Pass['path'] = [];
  isAmiss = false;

  amiss(): void {
    this.isAmiss = true;
  }
}

/** Notes what is not as the schema says, and where. */
class Searching implements Pass {
  readonly path: Pass['path'] = [];
  readonly problems: Problem[] = [];

  amiss(coordinate: string): void {
    this.problems.push({ path: [...this.path], error: new Unreadable(coordinate) });
  }
}

/** A value that is none of its enum's or type's, or of another shape. */
class Unreadable extends DomainError {
  constructor(coordinate: string) {
    super('INTERNAL_SERVER_ERROR', 'VALUE_UNREADABLE', {
      zh: `${coordinate} 的取值不在模式之内`,
      en: `The value of ${coordinate} is none that the schema knows`,
    });
  }
}
