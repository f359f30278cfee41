import type { FastifyRequest } from 'fastify';
import { isObject } from '../transport/execution-result';
import { guardJson } from './json-text';
import { type OperationLimits, within } from './limits';
import type { DocumentReference } from './persisted-documents';

/** One operation as a client asks for it. What is of the wrong type counts as absent: Apollo Server says what is wrong with it. */
export interface RequestedOperation extends DocumentReference {
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Puts the text in the place of the id that it was found by. */
  putText(text: string): void;
}

type Parameters = Record<string, unknown>;

/** The operations of a request, one unless its body is an array. */
export function requestedOperations(request: FastifyRequest, limits: OperationLimits): RequestedOperation[] {
  if (request.method === 'GET') return [fromAddress(request, limits)];
  const { body } = request;
  if (!Array.isArray(body)) return isObject(body) ? [fromBody(body)] : [];
  within(limits, 'batch', body.length);
  return body.filter(isObject).map(fromBody);
}

function fromBody(body: Parameters): RequestedOperation {
  return operationFrom(body, (text) => {
    body.query = text;
    delete body.documentId;
    if (!isObject(body.extensions)) return;
    const rest = withoutHash(body.extensions);
    // Gone where nothing else was said: a request without any is a usual one, and Apollo Server refuses what is there and undefined.
    if (Object.keys(rest).length > 0) body.extensions = rest;
    else delete body.extensions;
  });
}

/** Read as Apollo Server reads it, and not by Fastify's own parser, so that both see the same. */
function fromAddress({ raw }: FastifyRequest, limits: OperationLimits): RequestedOperation {
  const [path, search = ''] = splitOnce(raw.url ?? '', '?');
  const parameters = new URLSearchParams(search);
  const once = (name: string) => (parameters.getAll(name).length === 1 ? parameters.get(name)! : undefined);
  const extensions = jsonFrom(once('extensions'), limits);
  const variables = jsonFrom(once('variables'), limits);
  const given = { query: once('query'), documentId: once('documentId'), operationName: once('operationName'), variables, extensions };
  return operationFrom(given, (text) => {
    parameters.delete('documentId');
    parameters.set('query', text);
    if (isObject(extensions)) parameters.set('extensions', JSON.stringify(withoutHash(extensions)));
    raw.url = `${path}?${parameters}`;
  });
}

function operationFrom(
  { query, documentId, operationName, variables, extensions }: Parameters,
  putText: RequestedOperation['putText'],
): RequestedOperation {
  const persistedQuery = isObject(extensions) ? extensions.persistedQuery : undefined;
  return {
    query: textFrom(query),
    documentId: textFrom(documentId),
    sha256Hash: isObject(persistedQuery) ? textFrom(persistedQuery.sha256Hash) : undefined,
    operationName: textFrom(operationName),
    variables: isObject(variables) ? variables : {},
    putText,
  };
}

function withoutHash({ persistedQuery, ...rest }: Parameters): Parameters {
  return rest;
}

function textFrom(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function jsonFrom(text: string | undefined, limits: OperationLimits): unknown {
  if (text === undefined) return undefined;
  guardJson(text, limits);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
