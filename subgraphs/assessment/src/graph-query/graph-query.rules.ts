import { FragmentSizes } from '@township-graph/shared/selection-size';
import { type DocumentNode, Kind, type OperationDefinitionNode, OperationTypeNode, parse, visit } from 'graphql';
import {
  finesNotAppraised,
  notOneQuery,
  pathNotSelected,
  queryIntrospects,
  queryNotParsed,
  queryTooLarge,
  subjectNotAsked,
  unknownVariable,
} from './graph-query.errors';
import { pathOf, selectedAlong } from './result-path';

/** An indicator's query, as it is stated in a scheme. */
export interface StatedQuery {
  /** The text of one query operation. */
  readonly query: string;
  /** Where in its answer the number stands, such as `division.matters.totalCount` or `statistics.0.cases`. */
  readonly path: string;
}

/** What a round tells each query: whom it is about, and when. Types are the graph's to check. */
export const SUBJECT_VARIABLES = {
  DIVISION: ['divisionCode'],
  ORGANIZATION: ['creditCode'],
  STAFF_MEMBER: ['staffMemberId'],
} as const;

/** Days and instants are half open: the first that counts, the first that no longer does. */
export const ROUND_VARIABLES = ['roundDivisionCode', 'fromDay', 'toDay', 'from', 'to'] as const;

/** What a number about one subject takes; a guard of its own before the gateway's. */
const LIMITS = { characters: 4000, selections: 60, depth: 12 } as const;

/** The first word about fines or confiscations in a name or a text; null where there is none. */
export type FineFinder = (words: string) => string | null;

/** Refuses what may not be an indicator, whatever the graph would say of it. */
export function checkStatedQuery({ query, path }: StatedQuery, subjectKind: keyof typeof SUBJECT_VARIABLES, wordOfFines: FineFinder): void {
  const document = parsed(query);
  const operation = theQuery(document);
  checkSize(document, operation);
  checkVariables(operation, subjectKind);
  selectedAlong(document, operation, pathOf(path));
  const word = [...namesIn(document), query, path].map(wordOfFines).find((found) => found !== null);
  if (word) throw finesNotAppraised(word);
}

function parsed(query: string): DocumentNode {
  if (query.length > LIMITS.characters) throw queryTooLarge('characters', LIMITS.characters);
  try {
    return parse(query, { maxTokens: LIMITS.characters });
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
  const sizes = new FragmentSizes(document);
  const { selections, depth, introspects } = sizes.sizeOfSet(selectionSet);
  if (introspects) throw queryIntrospects();
  if (selections > LIMITS.selections) throw queryTooLarge('selections', LIMITS.selections);
  if (depth > LIMITS.depth) throw queryTooLarge('depth', LIMITS.depth);
  const [unused] = sizes.notMeasured();
  if (unused) throw pathNotSelected(unused.name.value, unused.name.value);
}

function checkVariables({ variableDefinitions = [] }: OperationDefinitionNode, subjectKind: keyof typeof SUBJECT_VARIABLES): void {
  const ofSubject: readonly string[] = SUBJECT_VARIABLES[subjectKind];
  const supplied = [...ofSubject, ...ROUND_VARIABLES];
  const asked = variableDefinitions.map(({ variable }) => variable.name.value);
  const unknown = asked.find((name) => !supplied.includes(name));
  if (unknown !== undefined) throw unknownVariable(unknown, supplied);
  // A number that is the same for all appraises nobody.
  if (!asked.some((name) => ofSubject.includes(name))) throw subjectNotAsked(ofSubject);
}

/** Of fields under their own names and under others, arguments, fragments, types, and values of enums. */
function namesIn(document: DocumentNode): string[] {
  const names: string[] = [];
  visit(document, {
    Name: ({ value }) => void names.push(value),
    EnumValue: ({ value }) => void names.push(value),
    StringValue: ({ value }) => void names.push(value),
  });
  return names;
}
