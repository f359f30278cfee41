import { DomainError } from '@township-graph/shared/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { fieldsOf, type PlannedOperation } from '../transport/planned-operation';
import { SubgraphUnavailable } from '../transport/transport';
import type { Place } from './entity-path';
import type { SupergraphTypes } from './supergraph-types';

/** Where in the client's answer the parts of a call's answer go. Asked only when something is wrong: to find out takes a walk. */
export interface CallPlaces {
  /** Of the call's root fields. */
  root(): readonly Place[];
  /** Of an entity, by the lookup's response name; undefined for a field that is no lookup. */
  entity(responseName: string, index: number): readonly Place[] | undefined;
  /** Of each entity of a lookup that was asked for, with the name of its type. */
  entities(responseName: string): Iterable<{ readonly place: Place; readonly typename: string }>;
}

/** So that neither a page of entities without their subgraph nor a subgraph gone mad answers with thousands of errors. */
export const MAX_ERRORS = 100;

/** What the subgraph says went wrong, at the client's paths. */
export function answeredErrors(errors: readonly GraphQLFormattedError[], places: CallPlaces): GraphQLError[] {
  const told: GraphQLError[] = [];
  for (const error of errors.slice(0, MAX_ERRORS))
    for (const path of pathsOf(error, places)) {
      // Each of the places of an entity that stands in several: as many errors as there are nulls to explain.
      if (told.length < MAX_ERRORS) told.push(new GraphQLError(error.message, { path, extensions: extensionsOf(error) }));
    }
  return told;
}

function pathsOf({ path }: GraphQLFormattedError, places: CallPlaces): readonly (Place | undefined)[] {
  if (!path) return [undefined];
  const [responseName, index] = path;
  const entity = typeof index === 'number' ? places.entity(String(responseName), index) : undefined;
  // The lookup failed as a whole: each object that waited for it is told.
  const waiting = path.length === 1 ? [...places.entities(String(responseName))] : [];
  if (waiting.length > 0) return waiting.map(({ place }) => place);
  if (entity) return entity.length > 0 ? entity.map((place) => [...place, ...path.slice(2)]) : [undefined];
  return places.root().map((place) => [...place, ...path]);
}

/** A subgraph that does not understand the plan is out of step with the supergraph: not the client's mistake, as its code would say. */
const PLAN_ERRORS = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST']);

function extensionsOf({ extensions = {} }: GraphQLFormattedError): Record<string, unknown> {
  // Without a code it would pass for graphql-js' own word on the client's query.
  if (extensions.code === undefined) return { ...extensions, code: 'INTERNAL_SERVER_ERROR' };
  return PLAN_ERRORS.has(String(extensions.code)) ? { code: 'INTERNAL_SERVER_ERROR' } : { ...extensions };
}

/** One error for each field that the call would have filled, so that a client can tell which part is missing. */
export function absences(error: unknown, operation: PlannedOperation, places: CallPlaces, types: SupergraphTypes): GraphQLError[] {
  const mayHaveChanged = error instanceof SubgraphUnavailable && error.traits.mayHaveActed && !operation.isQuery;
  const originalError = mayHaveChanged ? new ResultUnknown() : error instanceof Error ? error : new Error(String(error));
  const extensions = { code: originalError instanceof DomainError ? originalError.code : 'INTERNAL_SERVER_ERROR' };
  const missing: GraphQLError[] = [];
  for (const path of missingPaths(operation, places, types)) {
    missing.push(new GraphQLError(originalError.message, { path, extensions, originalError }));
    if (missing.length === MAX_ERRORS) break;
  }
  return missing;
}

function* missingPaths(operation: PlannedOperation, places: CallPlaces, types: SupergraphTypes): Generator<Place> {
  const lookups = new Map(operation.lookups.map((lookup) => [lookup.responseName, lookup]));
  for (const { responseName } of fieldsOf(operation, operation.operation.selectionSet)) {
    const lookup = lookups.get(responseName);
    if (!lookup) {
      for (const place of places.root()) yield [...place, responseName];
      continue;
    }
    for (const { place, typename } of places.entities(responseName))
      for (const { name, responseName: field } of fieldsOf(operation, lookup.selectionSet, (type) => types.is(typename, type)))
        if (name !== '__typename') yield [...place, field];
  }
}

/** The call went out and no answer came back: repeating it without an idempotency key might do it twice. */
class ResultUnknown extends DomainError {
  constructor() {
    super('RESULT_UNKNOWN', 'RESULT_UNKNOWN', {
      zh: '未能确认操作结果：操作可能已经生效，请查询后再决定是否重试',
      en: 'The result is unknown: the change may have taken effect; look before you try again',
    });
  }
}
