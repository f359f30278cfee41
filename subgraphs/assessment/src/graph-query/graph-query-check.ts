import { FragmentSizes } from '@township-graph/shared/selection-size';
import { type DocumentNode, Kind, type OperationDefinitionNode, OperationTypeNode, parse, visit } from 'graphql';
import { isFineField, speaksOfFines } from '../scheme/fines';
import type { SubjectKind } from '../scheme/scheme.enums';
import type { SchemeIndicator } from '../scheme/scheme.parts';
import {
  finesInQuery,
  notOneQuery,
  queryIntrospects,
  queryNotParsed,
  queryTooLarge,
  subjectNotAsked,
  unknownVariable,
} from './graph-query.errors';
import { ROUND_VARIABLES, SUBJECT_VARIABLE } from './query-variables';
import { checkPath, pathOf } from './result-path';

export type StatedQuery = Pick<SchemeIndicator, 'query' | 'answerPath'>;

/** What one number about one subject takes: a guard of its own, before the gateway's. */
const LIMITS = { characters: 4000, selections: 60, depth: 12 } as const;

/** Refuses what may not be an indicator's query, whatever the graph would say of it. */
export function checkQuery({ query, answerPath }: StatedQuery, subjectKind: SubjectKind): void {
  const document = parsed(query ?? '');
  const operation = theQuery(document);
  checkSize(document, operation);
  checkVariables(operation, subjectKind);
  checkPath(document, operation, pathOf(answerPath ?? ''));
  checkFines(document);
}

function parsed(query: string): DocumentNode {
  if (query.length > LIMITS.characters) throw queryTooLarge('characters', LIMITS.characters);
  try {
    return parse(query);
  } catch (error) {
    throw queryNotParsed((error as Error).message);
  }
}

function theQuery({ definitions }: DocumentNode): OperationDefinitionNode {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const isExecutable = definitions.every(({ kind }) => kind === Kind.OPERATION_DEFINITION || kind === Kind.FRAGMENT_DEFINITION);
  const [operation] = operations;
  if (!isExecutable || operations.length !== 1 || operation!.operation !== OperationTypeNode.QUERY) throw notOneQuery();
  return operation!;
}

function checkSize(document: DocumentNode, { selectionSet }: OperationDefinitionNode): void {
  const { selections, depth, introspects } = new FragmentSizes(document).sizeOfSet(selectionSet);
  if (introspects) throw queryIntrospects();
  if (selections > LIMITS.selections) throw queryTooLarge('selections', LIMITS.selections);
  if (depth > LIMITS.depth) throw queryTooLarge('depth', LIMITS.depth);
}

function checkVariables({ variableDefinitions = [] }: OperationDefinitionNode, subjectKind: SubjectKind): void {
  const ofSubject = SUBJECT_VARIABLE[subjectKind];
  const supplied = [ofSubject, ...ROUND_VARIABLES];
  const asked = variableDefinitions.map(({ variable }) => variable.name.value);
  const unknown = asked.find((name) => !supplied.includes(name));
  if (unknown !== undefined) throw unknownVariable(unknown, supplied);
  // A number that is the same for all appraises nobody.
  if (!asked.includes(ofSubject)) throw subjectNotAsked([ofSubject]);
}

/**
 * 行政处罚法§74③, read where nothing hides: names of fields under whatever alias, in whatever fragment, of arguments and enum values,
 * and texts as they mean, not as they are written (`"\u7f5a\u6b3e"`).
 */
function checkFines(document: DocumentNode): void {
  const refuse = (name: string, isOne: boolean) => {
    if (isOne) throw finesInQuery(name);
  };
  visit(document, {
    Name: ({ value }) => refuse(value, isFineField(value)),
    EnumValue: ({ value }) => refuse(value, isFineField(value)),
    StringValue: ({ value }) => refuse(value, speaksOfFines([value])),
  });
}

/** Which of the round's variables a query asks for. It was checked when it was saved. */
export function variablesAskedBy(query: string): ReadonlySet<string> {
  const { variableDefinitions = [] } = theQuery(parse(query));
  return new Set(variableDefinitions.map(({ variable }) => variable.name.value));
}
