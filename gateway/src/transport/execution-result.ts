import type { ExecutionResult } from 'graphql';

/** Whether what a subgraph sent has the form of a GraphQL result: data, or errors that say something, or both. */
export function isResult(value: unknown): value is ExecutionResult {
  if (!isObject(value)) return false;
  const { data, errors } = value;
  if (data != null && !isObject(data)) return false;
  if (errors == null) return data != null;
  return Array.isArray(errors) && errors.every(isError) && (data != null || errors.length > 0);
}

function isError(value: unknown): boolean {
  return isObject(value) && typeof value.message === 'string' && (value.path == null || isPath(value.path));
}

function isPath(value: unknown): boolean {
  return Array.isArray(value) && value.every((step) => typeof step === 'string' || typeof step === 'number');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
